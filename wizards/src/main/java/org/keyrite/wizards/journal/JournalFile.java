// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Journal;

/**
 * A journal in a file, locked for as long as it is open. An entry is on the disk when {@link
 * #append} returns; if it could not be written whole, the file is as it was before.
 */
public final class JournalFile implements Journal {
  /** What the file is called in a ceremony's folder. */
  public static final String NAME = "journal.jsonl";

  private final Path file;
  private final FileChannel channel;
  private final List<Entry> entries;
  private Bytes lastHash;
  private long length;

  private JournalFile(Path file, FileChannel channel, JournalCheck check) {
    this.file = file;
    this.channel = channel;
    this.entries = new ArrayList<>(check.entries());
    this.lastHash = check.lastHash();
    this.length = check.length();
  }

  /** Creates a journal that must not exist yet. */
  public static JournalFile create(Path file) throws ProblemException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new FileProblem.FileExists(file.toString()).asException();
    } catch (IOException e) {
      throw notWritten(file, e);
    }
    lock(channel, file);
    return new JournalFile(
        file, channel, new JournalCheck(List.of(), JournalCheck.NO_LINE, 0, false));
  }

  /**
   * Opens a journal to go on with it. A line that was being written when the old process ended is
   * cut off.
   *
   * @throws ProblemException if another process has it open, or it was changed
   */
  public static JournalFile open(Path file) throws ProblemException {
    JournalCheck.of(file);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritten(file, e);
    }
    lock(channel, file);
    // Read again under the lock: another process may have gone on in between.
    JournalFile journal = new JournalFile(file, channel, JournalCheck.of(file));
    try {
      channel.truncate(journal.length);
    } catch (IOException e) {
      journal.close();
      throw notWritten(file, e);
    }
    return journal;
  }

  private static void lock(FileChannel channel, Path file) throws ProblemException {
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      locked = false;
    } catch (IOException e) {
      throw notWritten(file, e);
    }
    if (!locked) {
      closeQuietly(channel);
      throw new CeremonyProblem.JournalInUse(file.toString()).asException();
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Every line was forced to the disk before; closing adds nothing that could be lost.
      return;
    }
  }

  private static ProblemException notWritten(Path file, IOException e) {
    return new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
        .asException();
  }

  @Override
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** SHA-256 of the last line. */
  public synchronized Bytes lastHash() {
    return lastHash;
  }

  /** Where the journal is. */
  public Path file() {
    return file;
  }

  @Override
  public synchronized void append(Entry entry) throws ProblemException {
    String text = new EntryLine(entries.size() + 1, lastHash, entry).toText();
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    Bytes hash = JournalCheck.hash(line);
    try {
      long at = length;
      while (whole.hasRemaining()) {
        at += channel.write(whole, at);
      }
      channel.force(true);
      new Tip(entries.size() + 1, hash).write(file);
      length = at;
    } catch (IOException e) {
      takeBack();
      throw notWritten(file, e);
    }
    lastHash = hash;
    entries.add(entry);
  }

  private void takeBack() {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      // The rest is a torn line, which the next writer cuts off.
      return;
    }
  }

  @Override
  public synchronized void close() {
    closeQuietly(channel);
  }
}
