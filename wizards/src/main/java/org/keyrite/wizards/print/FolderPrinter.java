// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.file.OwnerOnly;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

/**
 * Saves sheets to a folder, one PDF a job, readable by their owner alone; makes the folder, never
 * overwrites a file.
 *
 * @param folder the folder
 */
public record FolderPrinter(Path folder) implements PaperSink {
  @Override
  public Printed send(String jobName, Secret pdf, Progress progress) throws ProblemException {
    Path file = folder.resolve(jobName + ".pdf");
    if (!folder.equals(file.getParent())) {
      throw new IllegalArgumentException("a job name is no path");
    }
    try {
      Files.createDirectories(folder, OwnerOnly.folder(folder));
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(folder.toString(), reason(e)).asException();
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(file))) {
      write(channel, pdf);
      KeptFile.flushName(file);
    } catch (FileAlreadyExistsException e) {
      throw new FileProblem.FileExists(file.toString()).asException();
    } catch (IOException e) {
      throw discarded(file, e).asException();
    }
    return new Printed.ToFile(file);
  }

  @Override
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** What was saved is meant to stay. */
  @Override
  public Left clear() {
    return Left.SAVED;
  }

  private static void write(FileChannel channel, Secret pdf) throws IOException {
    pdf.<Void, IOException>use(bytes -> {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      return null;
    });
  }

  private static FileProblem discarded(Path file, IOException cause) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new FileProblem.FileNotWritten(file.toString(), reason(cause));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
