// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.keyrite.wizards.view.FxScene;

class TypeSizeTest {
  @Test
  void textAtTheKeysGrowsByAllOfItAndTitlesByNoMorePixelsThanThat() {
    assertEquals(36, TypeSize.DOUBLE.px(18));
    assertEquals(48, TypeSize.DOUBLE.px(24));
    assertEquals(64, TypeSize.DOUBLE.px(40));
    assertEquals(40, TypeSize.USUAL.px(40));
  }

  @Test
  void stepsEndAtTheLargestAndTheUsual() {
    assertSame(TypeSize.LARGER, TypeSize.USUAL.larger());
    assertSame(TypeSize.DOUBLE, TypeSize.DOUBLE.larger());
    assertSame(TypeSize.USUAL, TypeSize.USUAL.smaller());
  }

  @Test
  void aWideWindowHasLettersAStepLarger() {
    assertSame(TypeSize.LARGER, TypeSize.USUAL.in(1920));
    assertSame(TypeSize.USUAL, TypeSize.USUAL.in(1366));
  }

  @Test
  void isFoundByItsPercentOnly() {
    assertEquals(Optional.of(TypeSize.LARGE), TypeSize.ofPercent("150"));
    assertEquals(Optional.empty(), TypeSize.ofPercent("151"));
    assertEquals(Optional.empty(), TypeSize.ofPercent(""));
  }

  @Test
  void everySceneCanBeDressedInEverySizeAgainAndAgain() {
    Label label = FxScene.call(() -> new Label("x"));
    label.getStyleClass().add("kr-body");
    try (FxScene fx = FxScene.show(Theme.LIGHT, () -> new VBox(label))) {
      for (TypeSize size : TypeSize.values()) {
        FxScene.run(() -> {
          Theme.DARK.dress(fx.scene(), size);
          fx.scene().getRoot().applyCss();
        });
        assertEquals(size.px(18), FxScene.call(() -> label.getFont().getSize()));
      }
      FxScene.run(() -> {
        Theme.LIGHT.dress(fx.scene());
        fx.scene().getRoot().applyCss();
      });
      assertEquals(18, FxScene.call(() -> label.getFont().getSize()));
    }
  }
}
