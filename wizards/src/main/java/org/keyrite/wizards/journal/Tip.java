// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * How far a journal had come, kept in a small file beside it. A chain cannot tell that its end was
 * cut off; this can. It guards against accidents and clumsy hands, not against somebody who
 * rewrites both files: for that there are the hash words on paper.
 *
 * @param lines complete lines
 * @param hash SHA-256 of the last of them
 */
record Tip(int lines, Bytes hash) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8}) ([0-9a-f]{64})\n");

  /** Digits of a number, a blank, a hash and the end of the line. */
  private static final int LONGEST = 9 + 1 + 64 + 1;

  static Path beside(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".tip");
  }

  /** The tip of a journal; none beside a record that was passed on without it. */
  static Optional<Tip> of(Path journal) throws ProblemException {
    Path file = beside(journal);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] found = RegularFile.at(file).begin(LONGEST + 1);
    Matcher text = TEXT.matcher(new String(found, StandardCharsets.ISO_8859_1));
    if (!text.matches()) {
      throw changed(journal);
    }
    return Optional.of(new Tip(Integer.parseInt(text.group(1)), Bytes.fromHex(text.group(2))));
  }

  /**
   * Refuses a journal that is shorter than it was, or has another line where this one ends. It may
   * be one line longer: the process can end after a line was written and before this was.
   *
   * @param hashes those of all complete lines, in order
   */
  void compare(Path journal, List<Bytes> hashes) throws ProblemException {
    int complete = hashes.size();
    if (complete < lines) {
      throw new CeremonyProblem.JournalTruncated(journal.toString(), complete + 1).asException();
    }
    boolean same = hashes.get(lines - 1).equals(hash);
    if (complete == lines && !same) {
      throw new CeremonyProblem.JournalChanged(journal.toString(), complete).asException();
    }
    if (complete > lines + 1 || !same) {
      throw changed(journal);
    }
  }

  private static ProblemException changed(Path journal) {
    return new CeremonyProblem.JournalChanged(beside(journal).toString(), 1).asException();
  }

  /** Replaces the file in one move, so that it is always whole. */
  void write(Path journal) throws ProblemException {
    String text = lines + " " + hash.toHex() + "\n";
    new KeptFile(beside(journal)).replace(text.getBytes(StandardCharsets.US_ASCII));
  }
}
