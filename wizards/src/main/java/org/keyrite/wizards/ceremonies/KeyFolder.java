// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Files of backed-up keys in the folder of a ceremony. A file stands there whole or not at all.
 *
 * @param folder the ceremony's folder
 */
record KeyFolder(Path folder) {
  /** Ends the name of a file that is not yet whole; nobody else's files are called so. */
  private static final String UNFINISHED = ".unfinished";

  private static final int LARGEST = 1 << 20;

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /**
   * Writes a file, and reads back that it is on the disk.
   *
   * @param replaces whether an earlier attempt may have left one, which goes; else none may be
   *     there
   */
  void write(String name, Bytes content, boolean replaces) throws ProblemException {
    Path path = folder.resolve(name);
    Path unfinished = folder.resolve(name + UNFINISHED);
    if (!replaces && Files.exists(path)) {
      throw new FileProblem.FileExists(path.toString()).asException();
    }
    try {
      Files.deleteIfExists(unfinished);
      Files.write(
          unfinished,
          content.toByteArray(),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      flushFolder();
    } catch (FileAlreadyExistsException e) {
      throw new FileProblem.FileExists(path.toString()).asException();
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(path.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
    require(name, content.sha256());
  }

  /** Where folders can be flushed, a name that was given survives a loss of power. */
  private void flushFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Refuses a file that is not as it was.
   *
   * @throws ProblemException {@code KeyFileChanged}, {@code FileMissing}, {@code FileUnreadable}
   */
  void require(String name, Bytes sha256) throws ProblemException {
    Path path = folder.resolve(name);
    if (!read(path).sha256().equals(sha256)) {
      throw new FileProblem.KeyFileChanged(path.toString()).asException();
    }
  }

  /** The content of a file that is not larger than any of ours. */
  static Bytes read(Path path) throws ProblemException {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      throw new FileProblem.FileIsFolder(name).asException();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] found = in.readNBytes(LARGEST + 1);
      if (found.length > LARGEST) {
        throw new FileProblem.FileUnknown(name).asException();
      }
      return Bytes.of(found);
    } catch (NoSuchFileException e) {
      throw new FileProblem.FileMissing(name).asException();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(name).asException();
    }
  }
}
