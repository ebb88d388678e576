// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The picture of the program, drawn by {@code packaging/jpackage/icon/make}. */
final class Icon {
  private Icon() {}

  /** For a window, whose system picks the sizes that it needs. */
  static List<Image> sizes() {
    return Stream.of(16, 24, 32, 48, 64, 128, 256).map(Icon::image).toList();
  }

  /** In one of its sizes, in pixels. */
  static Image image(int size) {
    return new Image(Icon.class.getResource("icon/" + size + ".png").toExternalForm());
  }
}
