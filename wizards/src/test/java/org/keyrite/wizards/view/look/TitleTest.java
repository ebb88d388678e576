// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.keyrite.wizards.view.FxScene;

class TitleTest {
  private static final String PATH =
      "/media/stick/ceremonies/2026/november/key-backup-of-the-vault/sheets/key-001-copy-1.pdf";

  private static double size(Label title, String text) {
    return FxScene.call(() -> {
      title.setText(text);
      title.applyCss();
      return title.getFont().getSize();
    });
  }

  @Test
  void onlyALongOneHasSmallerLetters() {
    Label title = FxScene.call(() -> Title.of(new Label("Look at the bag of custodian 1")));
    try (FxScene scene = FxScene.show(Theme.LIGHT, () -> new StackPane(title))) {
      double usual = size(title, "Look at the bag of custodian 1");
      double small = size(title, "The file " + PATH + " cannot be read.");
      assertTrue(small < usual * 0.7, small + " of " + usual);
      scene.picture("title-long");
      assertEquals(usual, size(title, "Compare the clocks"));
    }
  }
}
