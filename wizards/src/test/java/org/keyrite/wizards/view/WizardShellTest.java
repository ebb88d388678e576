// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.view.SmallCeremony.FIRST;
import static org.keyrite.wizards.view.SmallCeremony.PEOPLE;
import static org.keyrite.wizards.view.SmallCeremony.SHARE;
import static org.keyrite.wizards.view.SmallCeremony.bag;
import static org.keyrite.wizards.view.SmallCeremony.opening;
import static org.keyrite.wizards.view.SmallCeremony.sealed;
import static org.keyrite.wizards.view.SmallCeremony.set;
import static org.keyrite.wizards.view.SmallCeremony.show;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.view.look.Theme;

class WizardShellTest {
  @Test
  void leadsThroughACeremonyWithTheKeyboardAlone() {
    try (Rehearsed run =
        new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(show(), bag(), sealed()))) {
      run.fx.picture("walk-1-roll-call");
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.picture("walk-2-hand-over");
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.fx.picture("walk-3-covered");
      run.fx.hold(KeyCode.SPACE);
      run.fx.picture("walk-4-held");
      run.fx.release(KeyCode.SPACE);
      run.fx.picture("walk-5-seen");
      run.fx.press(KeyCode.TAB, KeyCode.SPACE);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.bag[1]");
      run.fx.type("");
      FxScene.run(() -> ((TextField) run.fx.scene().getFocusOwner()).setText("B-17"));
      run.fx.picture("walk-6-bag");
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.sealed[1]");
      run.fx.picture("walk-7-sealed");
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.sealed[1]");
      FxScene.until(() -> {
        run.fx.type("y");
        return run.runner.state().ended();
      });
      run.fx.picture("walk-8-end");
      run.fx.press(KeyCode.ENTER);
      assertEquals(CeremonyState.Phase.FINISHED, run.left.getFirst().phase());
    }
  }

  @Test
  void whatIsWrongIsSaidAtTheFieldAndTheThemeStays() {
    try (Rehearsed run = new Rehearsed(opening())) {
      TextField name = run.fx.find(".text-field");
      FxScene.run(name::requestFocus);
      FxScene.run(() -> name.setText("x".repeat(61)));
      run.fx.picture("wrong-field");
      assertTrue(name.getStyleClass().contains("kr-wrong"));
      assertTrue(run.fx.scene().getRoot().getStyleClass().contains("kr-light"));
      FxScene.run(() -> name.setText("Alex Example"));
      assertFalse(name.getStyleClass().contains("kr-wrong"));
    }
  }

  @Test
  void aRefusalKeepsWhatWasEntered() {
    try (Rehearsed run = new Rehearsed(opening())) {
      List<TextField> fields =
          FxScene.call(() ->
              run.fx.scene().getRoot().lookupAll(".text-field").stream()
                  .map(TextField.class::cast)
                  .toList());
      assertTrue(run.act("4 fields to go").isPresent());
      FxScene.run(() -> fields.forEach(field -> field.setText("Robin Sample")));
      run.fx.press(KeyCode.ENTER);
      run.fx.picture("refused-in-place");
      assertTrue(FxScene.call(() -> run.fx.scene().lookup(".kr-refusal").isVisible()));
      assertEquals("Robin Sample", fields.getFirst().getText());
      FxScene.run(() -> fields.get(0).setText("Alex Example"));
      FxScene.run(() -> fields.get(1).setText("Kim Muster"));
      FxScene.run(() -> fields.get(2).setText("Sam Specimen"));
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.runner.state().ended());
    }
  }

  @Test
  void eachPersonHasALanguageOfHisOwn() {
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(show(), bag()))) {
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      FxScene.run(() -> run.wording.speak(Language.GERMAN));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.fx.hold(KeyCode.SPACE);
      run.fx.picture("language-de");
      run.fx.release(KeyCode.SPACE);
      run.press("Ja, so ist es");
      FxScene.until(() -> run.says("Please hand the seat to"));
      assertEquals(Language.ENGLISH, run.wording.language());
    }
  }

  @Test
  void theSentenceCannotBeConfirmedBeforeTheSecretWasSeen() {
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(show()))) {
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.press("Look at it first");
      assertFalse(run.runner.state().ended());
    }
  }

  @Test
  void aRefusedStepOffersWaysToGoOn() {
    AtomicInteger attempts = new AtomicInteger();
    Perform compare =
        new Perform(
            new StepId("dkekQuorum.compare", 1),
            FIRST,
            List.of(1, 3, 2),
            Set.of(SHARE),
            Set.of(),
            desk -> {
              if (attempts.incrementAndGet() == 1) {
                throw new CeremonyProblem.LeftInDoubt().asException();
              }
            });
    try (Rehearsed run = new Rehearsed(Theme.DARK, PEOPLE, opening(), set(show(), compare))) {
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.fx.hold(KeyCode.SPACE).release(KeyCode.SPACE);
      run.press("Yes, that is so");
      FxScene.until(() -> run.act("Try again").isPresent());
      run.fx.picture("refused-dark");
      assertTrue(run.act("Do it again: Custodian 1").isPresent());
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.runner.state().ended());
      assertEquals(2, attempts.get());
    }
  }

  @Test
  void aShownSecretCanBeDenied() {
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(show()))) {
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.fx.hold(KeyCode.SPACE).release(KeyCode.SPACE);
      run.fx.picture("seen-or-denied");
      run.press("No");
      FxScene.run(() -> ((TextField) run.fx.scene().getFocusOwner()).setText("A line was empty."));
      run.fx.press(KeyCode.ENTER);
      assertTrue(
          run.runner.entries().stream()
              .anyMatch(e -> e instanceof Entry.Noted n && n.text().equals("A line was empty.")));
      assertTrue(run.act("Try again").isPresent());
    }
  }

  @Test
  void aSectionIsDoneAgain() {
    Perform compare =
        new Perform(
            new StepId("dkekQuorum.compare", 1),
            FIRST,
            List.of(1, 3, 2),
            Set.of(SHARE),
            Set.of(),
            desk -> {
              throw new CeremonyProblem.LeftInDoubt().asException();
            });
    try (Rehearsed run = new Rehearsed(Theme.LIGHT, PEOPLE, opening(), set(show(), compare))) {
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.says("Please hand the seat to"));
      run.fx.press(KeyCode.ENTER);
      run.until("dkekQuorum.show[1]");
      run.fx.hold(KeyCode.SPACE).release(KeyCode.SPACE);
      run.press("Yes, that is so");
      run.press("Do it again: Custodian 1");
      run.until("dkekQuorum.show[1]");
      assertTrue(run.runner.entries().stream().anyMatch(Entry.Redone.class::isInstance));
    }
  }

  @Test
  void anExceptionIsNotedWithoutDisturbingTheScreen() {
    try (Rehearsed run = new Rehearsed(opening())) {
      TextField name = run.fx.find(".text-field");
      FxScene.run(() -> name.setText("Alex Exa"));
      Labeled note =
          FxScene.call(() ->
              (Labeled)
                  run.fx.scene().getRoot().lookupAll(".kr-rail-row").stream()
                      .filter(n -> n instanceof Labeled l && l.getText().startsWith("Note"))
                      .findFirst()
                      .orElseThrow());
      FxScene.run(() -> ((Button) note).fire());
      run.fx.picture("note");
      FxScene.run(
          () -> ((TextField) run.fx.scene().getFocusOwner()).setText("The light went out."));
      run.fx.press(KeyCode.ENTER);
      assertTrue(
          run.runner.entries().stream()
              .anyMatch(e -> e instanceof Entry.Noted n && n.text().equals("The light went out.")));
      assertEquals("Alex Exa", name.getText());
      assertEquals(name, run.fx.scene().getFocusOwner());
    }
  }

  @Test
  void theCeremonyIsStoppedToBeContinued() {
    try (Rehearsed run = new Rehearsed(opening())) {
      run.others();
      run.fx.picture("others");
      run.press("Stop here, continue later");
      FxScene.until(() -> !run.left.isEmpty());
      assertFalse(run.left.getFirst().ended());
    }
  }

  @Test
  void theCeremonyIsGivenUpWithAReason() {
    try (Rehearsed run = new Rehearsed(opening())) {
      run.others();
      run.press("Give the ceremony up");
      FxScene.run(() -> ((TextField) run.fx.scene().getFocusOwner()).setText("No paper."));
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.runner.state().phase() == CeremonyState.Phase.ABORTED);
      assertTrue(run.says("The ceremony was given up"));
    }
  }
}
