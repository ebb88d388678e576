// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.FileIsFolder;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.FileProblem.FileUnreadable;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * The state of one simulated device in a file that only its owner may read. It is replaced in one
 * move, so that it is always whole. One program at a time may use it.
 *
 * @param path where it lies; {@code path} and {@code .new} is used while it is written
 */
public record SimulatedStateFile(Path path) implements StateStore {
  /** More than any state has. */
  private static final int LIMIT = 1 << 20;

  /**
   * What the file says, if there is one.
   *
   * @throws ProblemException if there is something else, or it cannot be read
   */
  public Optional<SimulatedState> load() throws ProblemException {
    if (Files.isDirectory(path)) {
      throw new FileIsFolder(path.toString()).asException();
    }
    byte[] found;
    try (InputStream in = Files.newInputStream(path)) {
      found = in.readNBytes(LIMIT + 1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FileUnreadable(path.toString()).asException();
    }
    if (found.length > LIMIT) {
      throw new Malformed(path.toString(), "size", LIMIT).asException();
    }
    return Optional.of(StateReader.parse(Bytes.of(found)));
  }

  @Override
  public void save(SimulatedState state) throws ProblemException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly());
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer content = ByteBuffer.wrap(StateFormat.encode(state).toByteArray());
        while (content.hasRemaining()) {
          out.write(content);
        }
        out.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FileNotWritten(path.toString(), e.toString()).asException();
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    Set<String> views = path.getFileSystem().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
