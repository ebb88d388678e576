// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapsLockLightsTest {
  @TempDir private Path folder;

  private void light(String name, String brightness) throws IOException {
    Files.writeString(
        Files.createDirectory(folder.resolve(name)).resolve("brightness"), brightness);
  }

  private Optional<Boolean> on() {
    return new CapsLockLights(folder).areOn();
  }

  @Test
  void tellsALightThatIsOn() throws IOException {
    light("input3::capslock", "1\n");
    light("input3::numlock", "0\n");
    assertEquals(Optional.of(true), on());
  }

  @Test
  void tellsALightThatIsDark() throws IOException {
    light("input3::capslock", "0\n");
    light("input3::numlock", "1\n");
    assertEquals(Optional.of(false), on());
  }

  @Test
  void takesAnyBrightnessForOn() throws IOException {
    light("input3::capslock", "255\n");
    assertEquals(Optional.of(true), on());
  }

  @Test
  void tellsNothingWhereTwoKeyboardsDiffer() throws IOException {
    light("input3::capslock", "0\n");
    light("input9::capslock", "1\n");
    assertEquals(Optional.empty(), on());
  }

  @Test
  void tellsNothingWithoutALight() throws IOException {
    light("input3::numlock", "1\n");
    assertEquals(Optional.empty(), on());
  }

  @Test
  void tellsNothingWhereThereIsNoSuchFolder() {
    assertEquals(Optional.empty(), new CapsLockLights(folder.resolve("none")).areOn());
  }

  @Test
  void tellsNothingOfALightThatCannotBeRead() throws IOException {
    Files.createDirectory(folder.resolve("input3::capslock"));
    assertEquals(Optional.empty(), on());
  }
}
