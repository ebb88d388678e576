// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.file.OwnerOnly;
import org.keyrite.core.file.RegularFile;
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
  private final JournalLock lock;
  private final List<Entry> entries;
  private Bytes lastHash;
  private long length;

  JournalFile(Path file, FileChannel channel, JournalLock lock, JournalCheck check) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
    this.entries = new ArrayList<>(check.entries());
    this.lastHash = check.lastHash();
    this.length = check.length();
  }

  /**
   * Creates a journal that must not exist yet.
   *
   * @throws ProblemException if there is something of that name, or it cannot be made
   */
  public static JournalFile create(Path file) throws ProblemException {
    JournalLock lock = JournalLock.of(file);
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OwnerOnly.file(file));
      KeptFile.flushName(file);
      // One of a journal that is gone would speak against this one.
      Files.deleteIfExists(Tip.beside(file));
      return new JournalFile(file, channel, lock, JournalCheck.NOTHING);
    } catch (FileAlreadyExistsException e) {
      lock.close();
      throw new FileProblem.FileExists(file.toString()).asException();
    } catch (IOException e) {
      lock.close();
      throw notWritten(file, e);
    }
  }

  /**
   * Opens a journal to go on with it. A line that was being written when the old process ended is
   * cut off.
   *
   * @throws ProblemException if somebody else has it open, or it was changed
   */
  public static JournalFile open(Path file) throws ProblemException {
    RegularFile.at(file);
    JournalLock lock = JournalLock.of(file);
    FileChannel channel = null;
    boolean opened = false;
    try {
      JournalCheck check = JournalCheck.of(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      channel.truncate(check.length());
      opened = true;
      return new JournalFile(file, channel, lock, check);
    } catch (IOException e) {
      throw notWritten(file, e);
    } finally {
      if (!opened) {
        Handles.close(channel);
        lock.close();
      }
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
    int number = entries.size() + 1;
    byte[] line =
        (new EntryLine(number, lastHash, entry).toText() + "\n").getBytes(StandardCharsets.UTF_8);
    Bytes hash = JournalCheck.hash(line, line.length - 1);
    boolean written = false;
    try {
      // What is left of an earlier line that could be neither finished nor taken back.
      channel.truncate(length);
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        channel.write(rest, length + rest.position());
      }
      channel.force(true);
      new Tip(number, hash).write(file);
      written = true;
    } catch (IOException e) {
      throw notWritten(file, e);
    } finally {
      if (!written) {
        takeBack();
      }
    }
    length += line.length;
    lastHash = hash;
    entries.add(entry);
  }

  private void takeBack() {
    try {
      channel.truncate(length);
      channel.force(true);
    } catch (IOException e) {
      // The rest is cut off before the next line is written, by this process or the next.
      return;
    }
  }

  @Override
  public synchronized void close() {
    Handles.close(channel);
    lock.close();
  }
}
