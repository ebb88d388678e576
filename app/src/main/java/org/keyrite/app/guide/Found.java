// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page on which all words stand that were looked for.
 *
 * @param block the number of the block in {@link GuidePage#blocks()} that has most of them; 0 is
 *     the title
 * @param words what stands there around the first of them, in one line; empty for the title
 */
record Found(GuidePage page, int block, String words) {
  /** So much is shown before and after what was found. */
  private static final int AROUND = 50;

  /** The pages that have all words of what was typed, those first that have them in their title. */
  static List<Found> in(List<GuidePage> pages, String typed) {
    List<String> wanted = List.of(lower(typed.strip()).split("\\s+"));
    return pages.stream()
        .map(page -> of(page, wanted))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(found -> found.block() > 0))
        .toList();
  }

  private static Optional<Found> of(GuidePage page, List<String> wanted) {
    List<String> texts = page.blocks().stream().map(Block::text).toList();
    String all = lower(String.join("\n", texts));
    if (!wanted.stream().allMatch(all::contains)) {
      return Optional.empty();
    }
    // Of several blocks with as many of the words, max would take the last.
    int block =
        IntStream.range(0, texts.size())
            .boxed()
            .min(Comparator.comparing(i -> -count(texts.get(i), wanted)))
            .orElseThrow();
    return Optional.of(new Found(page, block, block == 0 ? "" : around(texts.get(block), wanted)));
  }

  private static long count(String text, List<String> wanted) {
    String lower = lower(text);
    return wanted.stream().filter(lower::contains).count();
  }

  private static String around(String text, List<String> wanted) {
    String line = text.replaceAll("\\s+", " ");
    String lower = lower(line);
    int at = wanted.stream().mapToInt(lower::indexOf).filter(i -> i >= 0).min().orElse(0);
    int from = at <= AROUND ? 0 : line.indexOf(' ', at - AROUND) + 1;
    int end = line.indexOf(' ', Math.min(line.length(), at + AROUND));
    int to = end < 0 ? line.length() : end;
    return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
