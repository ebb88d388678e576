// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the guide.
 *
 * @param path where it is in the guide: {@code en/quorum.md}
 * @param blocks what stands on it, its title first
 */
record GuidePage(String path, List<Block> blocks) {
  /** A page that begins with its title. */
  GuidePage {
    blocks = List.copyOf(blocks);
    if (!(blocks.getFirst() instanceof Block.Heading(int level, _)) || level != 1) {
      throw new IllegalArgumentException("no title: " + path);
    }
  }

  /** What it is called. */
  String title() {
    return words(((Block.Heading) blocks.getFirst()).words());
  }

  /** What stands below the title. */
  List<Block> content() {
    return blocks.subList(1, blocks.size());
  }

  /** Where a link or picture on this page leads: its place in the guide. */
  String resolve(String target) {
    return Path.of(path).resolveSibling(target).normalize().toString();
  }

  /** Whether a place is a page of the guide; other files are not packed with it. */
  static boolean isInGuide(String path) {
    return path.matches("[a-z]+/[^/]+\\.md");
  }

  static String words(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
