// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The caps lock lights of the keyboards that are plugged in. Linux has a folder for each, such as
 * {@code input3::capslock}, whose file {@code brightness} says 0 while it is dark ({@code
 * Documentation/leds/leds-class.rst} of the kernel).
 *
 * @param folder where the lights are, {@code /sys/class/leds} on Linux
 */
record CapsLockLights(Path folder) {
  private static final String DARK = "0";

  /**
   * Whether they are on; empty where there is none, and where not all are alike, since it is not
   * known which keyboard somebody types at.
   */
  Optional<Boolean> areOn() {
    Set<Boolean> seen = new TreeSet<>();
    try (DirectoryStream<Path> lights = Files.newDirectoryStream(folder, "*::capslock")) {
      for (Path light : lights) {
        seen.add(!Files.readString(light.resolve("brightness")).strip().equals(DARK));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return seen.size() == 1 ? Optional.of(seen.iterator().next()) : Optional.empty();
  }
}
