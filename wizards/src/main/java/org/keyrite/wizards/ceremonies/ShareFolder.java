// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Share files in the folder of a ceremony.
 *
 * @param folder the ceremony's folder
 */
record ShareFolder(Path folder) {

  /**
   * Writes a share file that must not be there yet, and does not return before it is on the disk.
   */
  void write(ShareFile file) throws ProblemException {
    new KeptFile(path(file.name())).create(file.encode().toByteArray());
  }

  /**
   * Reads a share file as it is on the disk now, which must be as it was written.
   *
   * @param sha256 of what was written
   * @throws ProblemException {@code ShareFileAltered}, and what reading refuses
   */
  ShareFile read(String name, Bytes sha256) throws ProblemException {
    Path path = path(name);
    return ShareFile.readSame(path, sha256, new FileProblem.ShareFileAltered(path.toString()));
  }

  private Path path(String name) throws ProblemException {
    return new KeyFolder(folder).path(name);
  }

  /** Removes a file of a voided set or of an attempt that was not finished, if it is there. */
  void remove(String name) throws ProblemException {
    Path path = path(name);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(path.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }
}
