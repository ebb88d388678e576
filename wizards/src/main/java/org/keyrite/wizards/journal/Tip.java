// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * How far a journal had come, kept in a small file beside it. A chain cannot tell that its end was
 * cut off; this can. It guards against accidents and clumsy hands, not against somebody who
 * rewrites both files: for that there are the hash words on paper.
 *
 * @param lines complete lines; -1 where there is no such file, as in a record that was passed on
 * @param hash SHA-256 of the last of them
 */
record Tip(int lines, Bytes hash) {
  private static final Tip UNKNOWN = new Tip(-1, Bytes.EMPTY);

  static Path beside(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".tip");
  }

  static Tip of(Path journal) throws ProblemException {
    Path file = beside(journal);
    if (!Files.exists(file)) {
      return UNKNOWN;
    }
    try {
      String[] words = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
      return new Tip(Integer.parseInt(words[0]), Bytes.fromHex(words[1]));
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(file.toString()).asException();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new CeremonyProblem.JournalChanged(file.toString(), 1).asException();
    }
  }

  /** Refuses a journal that is shorter than it was, or has another line where this one ends. */
  void compare(Path journal, int complete, Bytes lastHash) throws ProblemException {
    if (complete < lines) {
      throw new CeremonyProblem.JournalTruncated(journal.toString(), complete + 1).asException();
    }
    if (complete == lines && !lastHash.equals(hash)) {
      throw new CeremonyProblem.JournalChanged(journal.toString(), complete).asException();
    }
  }

  /** Replaces the file in one move, so that it is always whole. */
  void write(Path journal) throws IOException {
    Path file = beside(journal);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, lines + " " + hash.toHex() + "\n", StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
