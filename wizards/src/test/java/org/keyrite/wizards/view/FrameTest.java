// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

class FrameTest {
  private final Wording wording = new Wording(Language.ENGLISH);

  private static boolean says(FxScene fx, String text) {
    return FxScene.call(() ->
        fx.scene().getRoot().lookupAll(".label").stream()
            .anyMatch(node -> node instanceof Label label && label.getText().equals(text)));
  }

  private FxScene handOver(AtomicInteger taken) {
    return FxScene.show(
        Theme.LIGHT,
        () -> {
          HandOver screen =
              new HandOver(
                  wording,
                  SeatLook.CUSTODIAN,
                  Stand.plain("Custodian 2 of 3"),
                  Optional.of("Robin Sample"),
                  taken::incrementAndGet,
                  List.of());
          Frame frame = Stand.frame(wording);
          frame.show(Optional.of(HandOver.strip(SeatLook.CUSTODIAN)), screen, Optional.empty());
          return frame;
        });
  }

  @Test
  void theNextPersonChoosesALanguageAndSitsDown() {
    AtomicInteger taken = new AtomicInteger();
    try (FxScene fx = handOver(taken)) {
      FxScene.run(() -> fx.<Node>find(".kr-act").requestFocus());
      fx.picture("hand-over");
      assertTrue(says(fx, "Please hand the seat to"));
      ToggleButton german =
          FxScene.call(() ->
              (ToggleButton)
                  fx.scene().getRoot().lookupAll(".kr-choice").stream()
                      .filter(node -> ((ToggleButton) node).getText().equals("Deutsch"))
                      .findFirst()
                      .orElseThrow());
      FxScene.run(german::fire);
      assertTrue(says(fx, "Bitte übergeben Sie den Platz an"));
      assertEquals(Language.GERMAN, wording.language());
      FxScene.run(() -> fx.<Node>find(".kr-act").requestFocus());
      fx.picture("hand-over-de");
      fx.press(KeyCode.ENTER);
      assertEquals(1, taken.get());
    }
  }

  @Test
  void theArrowKeysPassOverLanguagesWithoutChangingThem() {
    try (FxScene fx = handOver(new AtomicInteger())) {
      FxScene.run(() -> fx.<Node>find(".kr-choice").requestFocus());
      fx.press(KeyCode.RIGHT);
      assertEquals(Language.ENGLISH, wording.language());
    }
  }

  @Test
  void aRefusalIsToldInSentencesOfTheLanguageSpoken() {
    try (FxScene fx =
        FxScene.show(
            Theme.LIGHT,
            () ->
                Stand.around(
                    wording,
                    "Choose the scan",
                    new ProblemPane(wording, new PaperProblem.NoCodeFound("sheet-2.pdf")),
                    new ActRow()
                        .left(Act.plain(wording, Stand.plain("Stop here"), () -> {}))
                        .right(Act.filled(wording, Stand.plain("Again"), () -> {}).onEnter())))) {
      fx.picture("problem");
      assertTrue(says(fx, "There is no code to be seen in sheet-2.pdf."));
      assertTrue(says(fx, "What to do now"));
      FxScene.run(() -> wording.speak(Language.GERMAN));
      assertTrue(says(fx, "Was jetzt zu tun ist"));
      assertFalse(says(fx, "There is no code to be seen in sheet-2.pdf."));
    }
  }

  @Test
  void workTellsTheTimeThatIsLeft() {
    AtomicLong clock = new AtomicLong();
    WorkPane[] work = new WorkPane[1];
    try (FxScene fx =
        FxScene.show(
            Theme.DARK,
            () -> {
              work[0] =
                  new WorkPane(
                      wording,
                      List.of(
                          new Milestone(Stand.plain("Sheets"), Milestone.State.DONE),
                          new Milestone(Stand.plain("Key"), Milestone.State.NOW)),
                      clock::get);
              return Stand.around(wording, "Opening the share file", work[0], new ActRow());
            })) {
      assertTrue(says(fx, "Working"));
      clock.set(3_000_000_000L);
      FxScene.run(() -> work[0].report(30, 100));
      assertTrue(says(fx, "About 7 seconds left"));
      assertTrue(says(fx, "30\u00a0%"));
      fx.picture("work-dark");
      FxScene.run(() -> work[0].report(100, 100));
      assertTrue(says(fx, "Almost done"));
    }
  }

  @Test
  void longTimesAreToldInStepsOfFive() {
    assertEquals(19, WorkPane.calm(19));
    assertEquals(25, WorkPane.calm(21));
    assertEquals(60, WorkPane.calm(60));
  }

  @Test
  void anActThatCannotActYetSaysWhyAndDoesNothing() {
    AtomicInteger acted = new AtomicInteger();
    Act[] act = new Act[1];
    try (FxScene fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              act[0] = Act.filled(wording, Stand.plain("Next"), acted::incrementAndGet).onEnter();
              act[0].waitFor(Stand.plain("4 lines to go"));
              return Stand.around(wording, "Title", new VBox(), new ActRow().right(act[0]));
            })) {
      FxScene.run(act[0]::requestFocus);
      fx.picture("act-waiting");
      fx.press(KeyCode.ENTER);
      FxScene.run(act[0]::fire);
      assertEquals(0, acted.get());
      assertTrue(FxScene.call(act[0]::isFocused));
      FxScene.run(() -> act[0].ready(Stand.plain("Next")));
      fx.press(KeyCode.ENTER);
      assertEquals(1, acted.get());
    }
  }

  @Test
  void aRehearsalIsMarkedAcrossTheWholeWindowWithoutBlockingIt() {
    try (FxScene fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              Frame frame =
                  Stand.around(
                      wording,
                      "A title of two lines that is long enough to wrap, surely",
                      new VBox(),
                      new ActRow());
              frame.rehearsal(true);
              return frame;
            })) {
      fx.picture("rehearsal");
      assertTrue(says(fx, "Pretend devices, made-up people. No real key is made."));
      assertTrue(fx.find(".kr-watermark").isMouseTransparent());
      assertEquals(1366, FxScene.call(() -> fx.scene().getRoot().getLayoutBounds().getWidth()));
    }
  }

  @Test
  void aKeyThatIsHeldActsOnce() {
    AtomicInteger acted = new AtomicInteger();
    Act[] act = new Act[1];
    TextField field = new TextField();
    try (FxScene fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              act[0] = Act.filled(wording, Stand.plain("Next"), acted::incrementAndGet).onEnter();
              return Stand.around(wording, "Title", new VBox(field), new ActRow().right(act[0]));
            })) {
      FxScene.run(field::requestFocus);
      fx.hold(KeyCode.ENTER).hold(KeyCode.ENTER).hold(KeyCode.ENTER);
      assertEquals(1, acted.get());
      fx.release(KeyCode.ENTER).press(KeyCode.ENTER);
      assertEquals(2, acted.get());
    }
  }
}
