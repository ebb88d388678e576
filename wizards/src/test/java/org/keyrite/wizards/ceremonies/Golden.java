// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.CeremonyState;

/** Texts as they were agreed. */
final class Golden {
  private Golden() {}

  static String text(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * An empty folder for files that a transcript names. It is the same in every run: the record
   * holds its path, and the hash at the end goes over it.
   */
  static Path stick(String name) throws IOException {
    Path stick = Files.createDirectories(Path.of("target", name));
    try (Stream<Path> old = Files.list(stick)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    return stick;
  }

  /** The ids of all steps that a ceremony had, each in a line. */
  static String steps(CeremonyState end) {
    return end.agenda().rows().stream()
        .map(row -> row.step().id() + "\n")
        .collect(Collectors.joining());
  }
}
