// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.keyrite.core.file.OwnerOnly;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Keeps everybody else from writing to a journal. The lock is on an empty file beside it: the
 * system drops a process's lock as soon as that process closes any handle of the file, so merely
 * reading the journal would unlock it. A lock file that was left behind by a process that was
 * killed is in nobody's way.
 */
final class JournalLock implements AutoCloseable {
  /**
   * Journals that are open in this process. System locks belong to a process, and so does this: to
   * try one a second time would release the first.
   */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private static final int TRIES = 100;

  private final Path key;
  private final Path file;
  private final FileChannel channel;

  private JournalLock(Path key, Path file, FileChannel channel) {
    this.key = key;
    this.file = file;
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
    Optional<FileChannel> channel = Optional.empty();
    try {
      for (int i = 0; i < TRIES && channel.isEmpty(); i++) {
        channel = lock(file, journal);
      }
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
          .asException();
    } finally {
      if (channel.isEmpty()) {
        HERE.remove(key);
      }
    }
    return new JournalLock(
        key,
        file,
        channel.orElseThrow(
            () -> new CeremonyProblem.JournalInUse(journal.toString()).asException()));
  }

  /**
   * Tries once. Nothing comes of it where the file was removed by its last owner in the meantime:
   * the lock would then be on a file that nobody else finds. As long as we hold a file its key is
   * not given to another, so the same key before and after means the same file.
   */
  private static Optional<FileChannel> lock(Path file, Path journal)
      throws IOException, ProblemException {
    FileChannel channel = null;
    boolean locked = false;
    try {
      create(file);
      Optional<Object> before = fileKey(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new CeremonyProblem.JournalInUse(journal.toString()).asException();
      }
      locked = before.equals(fileKey(file));
      return locked ? Optional.of(channel) : Optional.empty();
    } catch (NoSuchFileException e) {
      // Removed under our hands: try again.
      return Optional.empty();
    } finally {
      if (!locked) {
        Handles.close(channel);
      }
    }
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(file, OwnerOnly.file(file));
    } catch (FileAlreadyExistsException e) {
      // Left behind, or somebody's: the lock itself tells.
      return;
    }
  }

  /** What tells a file from a later one of its name; nothing where the system has no such thing. */
  private static Optional<Object> fileKey(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
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

  private void remove() {
    try {
      if (fileKey(file).isPresent()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // An empty file stays, which is in nobody's way.
      return;
    }
  }

  /** Lets others have it. The file is removed while it is still ours. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      remove();
      Handles.close(channel);
      HERE.remove(key);
    }
  }
}
