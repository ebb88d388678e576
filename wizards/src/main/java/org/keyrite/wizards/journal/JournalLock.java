// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Keeps everybody else from writing to a journal. The lock is on an empty file beside it: the
 * system drops a process's lock as soon as that process closes any handle of the file, so merely
 * reading the journal would unlock it. The empty file stays, for removing it could not be made safe
 * against somebody who is about to lock it.
 */
final class JournalLock implements AutoCloseable {
  /**
   * Journals that are open in this process. System locks belong to a process, and so does this: to
   * try one a second time would release the first.
   */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;

  private JournalLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  static Path beside(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".lock");
  }

  /**
   * Takes the lock.
   *
   * @throws ProblemException if somebody else has it
   */
  static JournalLock of(Path journal) throws ProblemException {
    Path file = beside(journal);
    Path key = key(file);
    if (!HERE.add(key)) {
      throw new CeremonyProblem.JournalInUse(journal.toString()).asException();
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      taken = lock != null;
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
          .asException();
    } finally {
      if (!taken) {
        release(key, channel);
      }
    }
    if (!taken) {
      throw new CeremonyProblem.JournalInUse(journal.toString()).asException();
    }
    return new JournalLock(key, channel);
  }

  /** One name for a folder, by whatever links it is reached. */
  private static Path key(Path file) throws ProblemException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return folder.toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw new FileProblem.FileMissing(folder.toString()).asException();
    }
  }

  private static void release(Path key, FileChannel channel) {
    Handles.close(channel);
    HERE.remove(key);
  }

  @Override
  public void close() {
    if (channel.isOpen()) {
      release(key, channel);
    }
  }
}
