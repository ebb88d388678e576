// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFontTest {
  private static final URL SANS =
      BundledFontTest.class.getResource("/org/keyrite/wizards/fonts/IBMPlexSans-Regular.ttf");

  @TempDir Path folder;

  @Test
  void isTheFileInTheFolder() throws IOException {
    // Another font under this name tells which of the two was read.
    try (InputStream mono =
        BundledFontTest.class.getResourceAsStream(
            "/org/keyrite/wizards/fonts/IBMPlexMono-Regular.ttf")) {
      Files.copy(mono, folder.resolve("IBMPlexSans-Regular.ttf"));
    }
    assertEquals("IBM Plex Mono", BundledFont.load(SANS, Optional.of(folder)).getFamily());
  }

  @Test
  void comesWithTheProgramWhereTheFolderHasItNot() {
    assertEquals("IBM Plex Sans", BundledFont.load(SANS, Optional.of(folder)).getFamily());
    assertEquals("IBM Plex Sans", BundledFont.load(SANS, Optional.empty()).getFamily());
  }

  @Test
  void refusesWhatIsNoFont() throws IOException {
    Files.writeString(folder.resolve("IBMPlexSans-Regular.ttf"), "no font");
    Optional<Path> spoiled = Optional.of(folder);
    assertThrows(IllegalStateException.class, () -> BundledFont.load(SANS, spoiled));
  }
}
