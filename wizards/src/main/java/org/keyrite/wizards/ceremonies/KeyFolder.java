// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.file.RegularFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Files of backed-up keys in the folder of a ceremony. A file stands there whole or not at all.
 *
 * @param folder the ceremony's folder
 */
record KeyFolder(Path folder) {
  /** More bytes than any file of keys or of a group has. */
  static final int LARGEST = 1 << 20;

  boolean has(String name) throws ProblemException {
    return Files.exists(path(name));
  }

  /**
   * Where a file of this folder is. Names come from records and from sticks: none may lead
   * elsewhere.
   *
   * @throws ProblemException {@code FileUnknown}
   */
  Path path(String name) throws ProblemException {
    if (name.matches("\\.{0,2}") || !isOneName(name)) {
      throw new FileProblem.FileUnknown(name).asException();
    }
    return folder.resolve(name);
  }

  private static boolean isOneName(String name) {
    try {
      return String.valueOf(Path.of(name).getFileName()).equals(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Writes a file, and reads back that it is on the disk.
   *
   * @param replaces whether an earlier attempt may have left one, which goes; else none may be
   *     there
   */
  void write(String name, Bytes content, boolean replaces) throws ProblemException {
    KeptFile file = new KeptFile(path(name));
    if (replaces) {
      file.replace(content.toByteArray());
    } else {
      file.create(content.toByteArray());
    }
    require(name, content.sha256());
  }

  /**
   * What is in a file, which must be as it was.
   *
   * @throws ProblemException {@code KeyFileChanged}, {@code FileMissing}, {@code FileUnreadable}
   */
  Bytes require(String name, Bytes sha256) throws ProblemException {
    Path path = path(name);
    Bytes content = read(path);
    if (!content.sha256().equals(sha256)) {
      throw new FileProblem.KeyFileChanged(path.toString()).asException();
    }
    return content;
  }

  /** The content of a file that is not larger than any of ours. */
  static Bytes read(Path path) throws ProblemException {
    return RegularFile.at(path).read(LARGEST, new FileProblem.FileUnknown(path.toString()));
  }
}
