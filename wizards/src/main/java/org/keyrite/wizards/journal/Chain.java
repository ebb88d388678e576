// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Entry;

/**
 * The complete lines of a journal, each checked against the one before.
 *
 * @param entries what the lines up to the first wrong one say
 * @param hashes SHA-256 of every line
 * @param wrong the number of the first line that is not as it was written, 0 if there is none
 */
record Chain(List<Entry> entries, List<Bytes> hashes, int wrong) {

  /** Checks lines; the tip says which of the last two lines is right where they disagree. */
  static Chain of(List<byte[]> lines, Optional<Tip> tip) {
    List<Bytes> hashes = lines.stream().map(line -> JournalCheck.hash(line, line.length)).toList();
    List<Entry> entries = new ArrayList<>();
    Bytes before = JournalCheck.NO_LINE;
    for (int number = 1; number <= lines.size(); number++) {
      Optional<EntryLine> line = parse(lines.get(number - 1), number);
      if (line.isEmpty()) {
        return new Chain(entries, hashes, number);
      }
      if (!line.get().previous().equals(before)) {
        boolean sound = number > 1 && isSound(number, lines, hashes, tip);
        return new Chain(entries, hashes, sound ? number - 1 : number);
      }
      entries.add(line.get().entry());
      before = hashes.get(number - 1);
    }
    return new Chain(entries, hashes, 0);
  }

  /**
   * Two lines that follow each other disagree: whether the second is as it was written, so that it
   * is the first that was changed. The line after it knows, at the end the tip. Where nobody knows,
   * the first is named.
   */
  private static boolean isSound(
      int number, List<byte[]> lines, List<Bytes> hashes, Optional<Tip> tip) {
    if (number < lines.size()) {
      return parse(lines.get(number), number + 1)
          .filter(next -> next.previous().equals(hashes.get(number - 1)))
          .isPresent();
    }
    return tip.isEmpty()
        || tip.get().lines() == number && tip.get().hash().equals(hashes.get(number - 1))
        || tip.get().lines() == number - 1 && !tip.get().hash().equals(hashes.get(number - 2));
  }

  private static Optional<EntryLine> parse(byte[] line, int number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      EntryLine parsed = EntryLine.parse(text);
      return Optional.of(parsed).filter(p -> p.number() == number && p.toText().equals(text));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
