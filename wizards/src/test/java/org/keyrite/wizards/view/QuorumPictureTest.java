// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

class QuorumPictureTest {
  private final Wording wording = new Wording(Language.ENGLISH);

  private FxScene show(int needed, int sheets) {
    return FxScene.show(
        Theme.LIGHT, () -> new VBox(new QuorumPicture(wording, new Together(needed, sheets))));
  }

  private static List<String> texts(FxScene fx) {
    return FxScene.call(() ->
        fx.scene().getRoot().lookupAll(".label").stream()
            .map(node -> ((Label) node).getText())
            .toList());
  }

  private static int count(FxScene fx, String selector) {
    return FxScene.call(() -> fx.scene().getRoot().lookupAll(selector).size());
  }

  @Test
  void joinsWhatIsNeededAndSaysThreeThings() {
    try (FxScene fx = show(2, 3)) {
      fx.picture("quorum-2-3");
      assertEquals(2, count(fx, ".kr-joined"));
      assertEquals(1, count(fx, ".kr-spare"));
      assertTrue(
          texts(fx)
              .containsAll(
                  List.of(
                      "Any 2 of 3 sheets open it",
                      "2 sheets, whichever they are, open it.",
                      "1 sheet may be lost. The others still open it.",
                      "1 sheet alone tells a thief nothing.")));
    }
  }

  @Test
  void saysWhereNoSheetMayBeLost() {
    try (FxScene fx = show(3, 3)) {
      fx.picture("quorum-3-3");
      assertEquals(0, count(fx, ".kr-spare"));
      assertTrue(texts(fx).contains("No sheet may be lost. All 3 are needed."));
      assertEquals(1, count(fx, ".ikonli-font-icon.kr-attention"));
    }
  }

  @Test
  void countsManySheetsInsteadOfDrawingThem() {
    try (FxScene fx = show(12, 40)) {
      fx.picture("quorum-12-40");
      assertTrue(count(fx, ".kr-sheet") <= 7);
      assertTrue(texts(fx).containsAll(List.of("and 9 more", "and 27 more")));
      assertTrue(texts(fx).contains("Up to 11 sheets together tell a thief nothing."));
    }
  }

  @Test
  void isKnownOfAPlanThatDecidesOnIt() {
    assertEquals(Optional.empty(), Together.in(Facts.NONE));
    assertEquals(
        Optional.of(new Together(2, 3)),
        Together.in(Facts.NONE.with(Together.THRESHOLD, 2).with(Together.CUSTODIANS, 3)));
    assertEquals(Optional.empty(), Together.in(Facts.NONE.with(Together.CUSTODIANS, 3)));
  }
}
