// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;

/**
 * What a journal file holds, after every line was checked against the one before.
 *
 * @param entries all complete entries
 * @param lastHash SHA-256 of the last complete line, which people compare; 32 zeros for no line
 * @param length how many bytes the complete lines take; what follows is a line that was being
 *     written when the process ended
 * @param torn whether something follows them
 * @param vouched whether the tip beside it says that no line is missing at its end, which a chain
 *     alone cannot
 */
public record JournalCheck(
    List<Entry> entries, Bytes lastHash, long length, boolean torn, boolean vouched) {
  static final Bytes NO_LINE = Bytes.of(new byte[32]);
  static final JournalCheck NOTHING = new JournalCheck(List.of(), NO_LINE, 0, false, false);

  private static final int MIB = 1 << 20;

  private static final Duration NO_NEWS = Duration.ofSeconds(1);

  /** More than a hundred times what a ceremony with a hundred people and devices writes. */
  private static final int LARGEST = 64 * MIB;

  /** Keeps its own copy of the entries. */
  public JournalCheck {
    entries = List.copyOf(entries);
  }

  /**
   * Reads and checks a journal.
   *
   * @throws ProblemException naming the first line that is not as it was written, or the line at
   *     which the journal ends too early
   */
  public static JournalCheck of(Path file) throws ProblemException {
    return of(file, content(file));
  }

  /**
   * Reads a file that should be a journal, without looking at what is in it.
   *
   * @throws ProblemException {@code JournalTooLarge}, and what {@link RegularFile} refuses
   */
  public static Bytes content(Path file) throws ProblemException {
    return RegularFile.at(file)
        .read(LARGEST, new FileProblem.JournalTooLarge(file.toString(), LARGEST / MIB));
  }

  /**
   * Checks what was read from a journal.
   *
   * @param file where it stands, with the tip beside it
   */
  public static JournalCheck of(Path file, Bytes read) throws ProblemException {
    byte[] content = read.toByteArray();
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        lines.add(Arrays.copyOfRange(content, start, i));
        start = i + 1;
      }
    }
    Optional<Tip> tip = Tip.of(file);
    Chain chain = Chain.of(lines, tip);
    if (chain.wrong() > 0) {
      throw new CeremonyProblem.JournalChanged(file.toString(), chain.wrong()).asException();
    }
    if (tip.isPresent()) {
      tip.get().compare(file, chain.hashes());
    }
    Bytes last = chain.hashes().isEmpty() ? NO_LINE : chain.hashes().getLast();
    return new JournalCheck(chain.entries(), last, start, start < content.length, tip.isPresent());
  }

  /**
   * Whether this is the record of which somebody has the last hash on paper.
   *
   * @param typed the hash as a person typed it, in hex or in words; see {@link HashText}
   */
  public boolean matches(String typed) {
    return HashText.parse(typed).filter(lastHash::equals).isPresent();
  }

  /** Whether the clock of the laptop was set back while the ceremony ran. */
  public boolean isSetBack() {
    return IntStream.range(1, entries.size())
        .anyMatch(i -> isSetBack(entries.get(i - 1).at(), entries.get(i).at()));
  }

  /** A moment less is no news: clocks are kept right in small steps. */
  static boolean isSetBack(Instant before, Instant at) {
    return at.isBefore(before.minus(NO_NEWS));
  }

  static Bytes hash(byte[] line, int length) {
    return Bytes.of(line).slice(0, length).sha256();
  }
}
