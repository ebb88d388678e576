// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.keyrite.wizards.ceremony.CeremonyState;

/** Texts as they were agreed. */
final class Golden {
  private Golden() {}

  static String text(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The ids of all steps that a ceremony had, each in a line. */
  static String steps(CeremonyState end) {
    return end.agenda().rows().stream()
        .map(row -> row.step().id() + "\n")
        .collect(Collectors.joining());
  }
}
