// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Files in which the kernel of Linux tells how things are: one short text each. */
final class KernelFile {
  private KernelFile() {}

  /** What it says, without blanks around it; empty where it is not there or not to be read. */
  static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The folders in a folder, by name.
   *
   * @throws IOException if it cannot be looked into
   */
  static List<Path> in(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
      all.forEach(folders::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(folders);
    return folders;
  }
}
