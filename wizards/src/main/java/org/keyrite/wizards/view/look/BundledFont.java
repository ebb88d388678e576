// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.text.Font;

/**
 * A font that comes with the program, for JavaFX, which reads fonts from files only: of one in a
 * jar it writes a copy into the folder for temporary files, where it stays when the process is
 * killed. So the fonts lie beside the jars too, in a folder that {@code keyrite.fonts} names. Where
 * it names none, they come from the jars.
 */
final class BundledFont {
  private static final String FOLDER = "keyrite.fonts";

  /** Any: the size is chosen where a font is used. */
  private static final double SIZE = 18;

  private BundledFont() {}

  /** Loads a font. */
  static Font load(URL font) {
    return load(font, Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of));
  }

  /**
   * Loads a font.
   *
   * @param folder where it may lie under the same name
   * @throws IllegalStateException if it is none that JavaFX can read
   */
  static Font load(URL font, Optional<Path> folder) {
    Path name = Path.of(font.getPath()).getFileName();
    String place =
        folder
            .map(all -> all.resolve(name))
            .filter(Files::isRegularFile)
            .map(file -> file.toUri().toString())
            .orElseGet(font::toExternalForm);
    Font loaded = Font.loadFont(place, SIZE);
    if (loaded == null) {
      throw new IllegalStateException("font " + place + " does not load");
    }
    return loaded;
  }
}
