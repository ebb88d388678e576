// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/**
 * A file that is there and comes to an end: no folder, no device such as {@code /dev/zero}, and no
 * pipe, which would have whoever reads it wait for its other end.
 *
 * @param path where it is
 */
public record RegularFile(Path path) {
  /**
   * The file at this path.
   *
   * @throws ProblemException {@code FileMissing}, {@code FileIsFolder}, {@code FileNotRegular},
   *     {@code FileUnreadable}
   */
  public static RegularFile at(Path path) throws ProblemException {
    String name = path.toString();
    BasicFileAttributes found;
    try {
      found = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new FileProblem.FileMissing(name).asException();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(name).asException();
    }
    if (found.isDirectory()) {
      throw new FileProblem.FileIsFolder(name).asException();
    }
    if (!found.isRegularFile()) {
      throw new FileProblem.FileNotRegular(name).asException();
    }
    return new RegularFile(path);
  }

  /**
   * The first bytes of the file, or all if there are no more.
   *
   * @param most how many bytes at most
   */
  public byte[] begin(int most) throws ProblemException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    } catch (NoSuchFileException e) {
      throw new FileProblem.FileMissing(path.toString()).asException();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(path.toString()).asException();
    }
  }

  /**
   * The whole file.
   *
   * @param most how many bytes it may have
   * @param tooLarge what is said if it has more
   */
  public Bytes read(int most, Problem tooLarge) throws ProblemException {
    byte[] found = begin(most + 1);
    if (found.length > most) {
      throw tooLarge.asException();
    }
    return Bytes.of(found);
  }
}
