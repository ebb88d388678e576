// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder where the print service keeps the documents of jobs: files whose names begin with
 * {@code d} and the number of the job. Usually for administrators only.
 *
 * @param folder the folder
 */
record Spool(Path folder) {
  /** Where CUPS has it unless it was told otherwise. */
  static final Spool USUAL = new Spool(Path.of("/var/spool/cups"));

  /** Looks for documents, whoever printed them. */
  Left look() {
    try (DirectoryStream<Path> documents = Files.newDirectoryStream(folder, "d[0-9]*-*")) {
      return documents.iterator().hasNext() ? Left.KEPT : Left.NOTHING;
    } catch (IOException | DirectoryIteratorException e) {
      return Left.UNSEEN;
    }
  }
}
