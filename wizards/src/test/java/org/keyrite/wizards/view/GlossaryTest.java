// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.look.HelpWanted;
import org.keyrite.wizards.view.look.Term;
import org.keyrite.wizards.view.look.Theme;

/** "What is a bag?": words are marked, explained, and left again without a trace. */
class GlossaryTest {
  private static Rehearsed atTheBag() {
    Rehearsed run =
        new Rehearsed(
            Theme.LIGHT,
            SmallCeremony.PEOPLE,
            SmallCeremony.opening(),
            SmallCeremony.set(SmallCeremony.bag()));
    run.press("Next");
    run.until("dkekQuorum.bag[1]");
    return run;
  }

  @Test
  void oneKeyExplainsTheWordsOfTheScreenAndAnotherComesBack() {
    try (Rehearsed run = atTheBag()) {
      run.fx.type("B-7");
      run.fx.press(KeyCode.F1);
      assertTrue(run.says("Words on this screen"));
      assertTrue(run.says("Bag"));
      assertTrue(run.says("Sheet"));
      assertFalse(run.says("Key domain"), "does not stand on this screen");
      run.fx.picture("words");
      run.fx.press(KeyCode.F1);
      assertTrue(run.says("Words on this screen"), "is not explained a second time");
      run.fx.press(KeyCode.ESCAPE);
      assertFalse(run.says("Words on this screen"));
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> "B-7".equals(run.runner.state().facts().texts().get("sheet[1].bag")));
    }
  }

  @Test
  void aClickExplainsOneWordInTheLanguageSpoken() {
    try (Rehearsed run = atTheBag()) {
      FxScene.run(() -> run.wording.speak(Language.GERMAN));
      run.fx.picture("marked");
      Node word = run.fx.find(".kr-term");
      FxScene.run(() -> word.fireEvent(new HelpWanted(Term.BAG)));
      assertTrue(run.says("Was bedeutet dieses Wort?"));
      assertTrue(run.says("Beutel"));
      assertFalse(run.says("Blatt"));
    }
  }

  @Test
  void marksLieUnderTheirWordsAndTakeNoFocus() {
    try (Rehearsed run = atTheBag()) {
      run.fx.picture("marked");
      Rectangle word = run.fx.find(".kr-term");
      assertFalse(word.isFocusTraversable());
      assertTrue(FxScene.call(() -> word.getWidth()) > 20);
      Node head = run.fx.find(".kr-lead");
      assertTrue(
          FxScene.call(() ->
              head.localToScene(head.getLayoutBounds())
                  .intersects(word.localToScene(word.getLayoutBounds()))));
    }
  }

  @Test
  void theStepNumberOfTheAgendaStandsOnEveryScreen() {
    try (Rehearsed run = atTheBag()) {
      assertTrue(run.says("Step 3 of 3"));
      run.others();
      assertTrue(run.says("Step 3 of 3"), "also while something lies over the screen");
    }
  }
}
