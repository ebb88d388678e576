// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.view.SmallCeremony.PEOPLE;
import static org.keyrite.wizards.view.SmallCeremony.bag;
import static org.keyrite.wizards.view.SmallCeremony.opening;
import static org.keyrite.wizards.view.SmallCeremony.rollCall;
import static org.keyrite.wizards.view.SmallCeremony.set;

import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Theme;

/** F6 between the parts of the window, F4 for a note: no part of it needs a mouse. */
class AreasTest {
  /** A ceremony with a device bar, at its roll call. */
  private static Rehearsed withDevices() {
    AwaitDevice await =
        AwaitDevice.first(
            StepId.of("deviceCheck.await"),
            Seat.OPERATOR,
            List.of(),
            "device[1]",
            Fact.text("device[1].serial"));
    return new Rehearsed(
        Theme.LIGHT,
        new PracticeReaders(List.of("ACR 38 Reader")),
        Drawer.EMPTY,
        Map.of(),
        Runnable::run,
        Section.of("opening.begin", rollCall(), await));
  }

  private static Node focused(Rehearsed run) {
    return FxScene.call(() -> run.fx.scene().getFocusOwner());
  }

  private static void shift(Rehearsed run, KeyCode code) {
    FxScene.run(() ->
        Event.fireEvent(
            run.fx.scene().getFocusOwner(),
            new KeyEvent(
                KeyEvent.KEY_PRESSED,
                KeyEvent.CHAR_UNDEFINED,
                "",
                code,
                true,
                false,
                false,
                false)));
  }

  private static boolean isIn(Node node, String styleClass) {
    return node != null
        && (node.getStyleClass().contains(styleClass) || isIn(node.getParent(), styleClass));
  }

  @Test
  void theKeyGoesRoundAllPartsOfTheWindow() {
    try (Rehearsed run = withDevices()) {
      FxScene.until(() -> run.says("ACR 38 Reader"));
      List<TextField> fields =
          FxScene.call(() ->
              run.fx.scene().getRoot().lookupAll(".text-field").stream()
                  .map(TextField.class::cast)
                  .toList());
      FxScene.run(fields.get(2)::requestFocus);
      run.fx.press(KeyCode.F6);
      assertTrue(focused(run) instanceof Act, focused(run).toString());
      run.fx.press(KeyCode.F6);
      assertTrue(focused(run) instanceof DeviceBar, focused(run).toString());
      assertEquals("ACR 38 Reader, No device in it", focused(run).getAccessibleText());
      assertEquals(AccessibleRole.TEXT, focused(run).getAccessibleRole());
      run.fx.press(KeyCode.F6);
      assertTrue(focused(run) instanceof Button && isIn(focused(run), "kr-rail"));
      run.fx.press(KeyCode.F6);
      assertTrue(focused(run) instanceof SeatBand, focused(run).toString());
      assertEquals(
          "Security officer. The operator presses the keys", focused(run).getAccessibleText());
      run.fx.picture("areas-band");
      run.fx.press(KeyCode.F6);
      assertEquals(fields.get(2), focused(run));
      shift(run, KeyCode.F6);
      assertTrue(focused(run) instanceof SeatBand);
      shift(run, KeyCode.F6);
      assertTrue(isIn(focused(run), "kr-rail"));
    }
  }

  @Test
  void whatLiesOverAScreenIsAPartAndWhatIsBelowIsNot() {
    try (Rehearsed run = withDevices()) {
      run.others();
      for (int i = 0; i < 6; i++) {
        run.fx.press(KeyCode.F6);
        Node now = focused(run);
        assertTrue(isIn(now, "kr-overlay") || isIn(now, "kr-rail"), now.toString());
      }
      run.fx.press(KeyCode.F6);
    }
  }

  @Test
  void aNoteIsTakenWithAKey() {
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(bag()))) {
      run.fx.press(KeyCode.F4);
      FxScene.until(() -> run.says("Note an exception"));
      FxScene.run(() -> ((TextField) run.fx.scene().getFocusOwner()).setText("the light went out"));
      run.fx.press(KeyCode.F4);
      run.fx.press(KeyCode.ENTER);
      assertTrue(
          run.runner.entries().stream()
              .anyMatch(e -> e instanceof Entry.Noted n && n.text().equals("the light went out")));
      run.until("opening.rollCall");
    }
  }

  @Test
  void aCeremonyThatWasLeftTakesNoKeysAnyMore() {
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(bag()))) {
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.bag[1]");
      run.others();
      run.press("Stop here, continue later");
      FxScene.until(() -> !run.left.isEmpty());
      run.fx.press(KeyCode.F4, KeyCode.ESCAPE);
      assertFalse(FxScene.call(() -> ((Frame) run.fx.scene().getRoot()).hasOverlay()));
    }
  }
}
