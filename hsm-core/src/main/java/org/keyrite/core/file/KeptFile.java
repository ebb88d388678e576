// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * A file that is written whole or not at all, and is on the disk, its name included, when writing
 * returns. Its owner alone may read it.
 *
 * @param path where it is
 */
public record KeptFile(Path path) {
  /** Ends the name of a file that is not yet whole; nobody else's files are called so. */
  private static final String UNFINISHED = ".unfinished";

  /**
   * Writes a file that must not be there yet.
   *
   * @throws ProblemException {@code FileExists}, {@code FileNotWritten}
   */
  public void create(byte[] content) throws ProblemException {
    if (Files.exists(path)) {
      throw new FileProblem.FileExists(path.toString()).asException();
    }
    replace(content);
  }

  /**
   * Writes the file in place of what was there.
   *
   * @throws ProblemException {@code FileNotWritten}; what was there is unharmed then
   */
  public void replace(byte[] content) throws ProblemException {
    Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
    try {
      // One that was left behind may have the rights of others.
      Files.deleteIfExists(unfinished);
      write(unfinished, content);
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      flushName(path);
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(path.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(file))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // Else a loss of power could leave an empty file behind the name that is moved.
      channel.force(true);
    }
  }

  /**
   * Forces the name of a file or folder to the disk. Where folders can be flushed, a name that was
   * given survives a loss of power.
   */
  public static void flushName(Path named) throws IOException {
    Path folder = named.toAbsolutePath().getParent();
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
