// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
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
 */
public record JournalCheck(List<Entry> entries, Bytes lastHash, long length, boolean torn) {
  static final Bytes NO_LINE = Bytes.of(new byte[32]);

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
    byte[] content = read(file);
    List<Entry> entries = new ArrayList<>();
    Bytes before = NO_LINE;
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        byte[] line = Arrays.copyOfRange(content, start, i);
        entries.add(entry(line, entries.size() + 1, before, file));
        before = hash(line);
        start = i + 1;
      }
    }
    Tip.of(file).compare(file, entries.size(), before);
    return new JournalCheck(entries, before, start, start < content.length);
  }

  private static Entry entry(byte[] line, int number, Bytes before, Path file)
      throws ProblemException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      EntryLine parsed = EntryLine.parse(text);
      if (parsed.number() == number
          && parsed.before().equals(before)
          && parsed.toText().equals(text)) {
        return parsed.entry();
      }
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new CeremonyProblem.JournalChanged(file.toString(), number).asException();
    }
    throw new CeremonyProblem.JournalChanged(file.toString(), number).asException();
  }

  private static byte[] read(Path file) throws ProblemException {
    if (Files.isDirectory(file)) {
      throw new FileProblem.FileIsFolder(file.toString()).asException();
    }
    if (!Files.exists(file)) {
      throw new FileProblem.FileMissing(file.toString()).asException();
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(file.toString()).asException();
    }
  }

  static Bytes hash(byte[] line) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
