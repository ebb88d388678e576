// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the look at every screen would find. */
class NotByColourTest {
  /** Icons and controls can be made only once the toolkit runs. */
  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static <T extends Node> T styled(T node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }

  private static List<String> defects(Node... nodes) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Scene scene = new Scene(new VBox(nodes), 400, 400);
          stage.setScene(scene);
          stage.show();
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return NotByColour.defects(scene);
        });
  }

  @Test
  void findsAChoiceThatIsOnlyColoured() throws Exception {
    ToggleButton chosen = styled(new ToggleButton("A"), "kr-choice");
    chosen.setSelected(true);
    ToggleButton ticked =
        styled(new ToggleButton("B", new FontIcon("mdi2c-check-bold")), "kr-choice");
    ticked.setSelected(true);
    assertEquals(1, defects(chosen, ticked).size());
  }

  @Test
  void findsAFieldThatIsWrongWithoutAWord() throws Exception {
    VBox silent = styled(new VBox(styled(new TextField("x"), "kr-wrong")), "kr-field");
    VBox told =
        styled(
            new VBox(
                styled(new TextField("x"), "kr-wrong"),
                styled(new Label("Too long"), "kr-refused")),
            "kr-field");
    assertEquals(1, defects(silent, told).size());
  }

  @Test
  void findsALightThatIsNotItsOwn() throws Exception {
    FontIcon light = styled(new FontIcon("mdi2c-check-circle"), "kr-light-icon", "kr-attention");
    assertEquals(1, defects(new HBox(light, new Label("Cannot be read"))).size());
  }

  @Test
  void findsASectionWithTheIconOfAnother() throws Exception {
    HBox row =
        styled(
            new HBox(new FontIcon("mdi2c-circle-outline"), new Label("Roll call")),
            "kr-rail-row",
            "kr-done");
    assertEquals(1, defects(row).size());
  }
}
