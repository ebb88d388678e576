// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.ActRow;
import org.keyrite.wizards.view.FxScene;
import org.keyrite.wizards.view.Stand;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

class NewPassphraseTest {
  private final Wording wording = new Wording(Language.ENGLISH);
  private NewPassphrase entry;
  private FxScene fx;

  @BeforeEach
  void open() {
    fx =
        FxScene.show(
            Theme.LIGHT,
            () -> {
              entry =
                  new NewPassphrase(
                      wording,
                      Stand.plain("Your password"),
                      NewSecretRule.passphrase(12),
                      Stand.keyboard(true, "de", "us"));
              entry.setMaxWidth(640);
              return Stand.around(wording, "Choose a password", entry, new ActRow());
            });
  }

  @AfterEach
  void close() {
    fx.close();
  }

  private void type(SecretField field, String text) {
    FxScene.run(field::requestFocus);
    fx.type(text);
  }

  private boolean says(String text) {
    return FxScene.call(() ->
        entry.lookupAll(".label").stream()
            .filter(node -> node.isVisible() && node.getParent().isVisible())
            .anyMatch(node -> node instanceof Label label && label.getText().equals(text)));
  }

  @Test
  void givesAwayAPassphraseThatWasTypedTwice() {
    type(entry.first(), "correct horse");
    assertFalse(entry.completeProperty().get());
    type(entry.second(), "correct horse");
    assertTrue(says("Both are the same."));
    try (Passphrase taken = FxScene.call(entry::take)) {
      assertEquals(13, taken.length());
    }
    assertEquals(0, entry.first().length() + entry.second().length());
    assertFalse(entry.completeProperty().get());
  }

  @Test
  void countsWhatIsMissing() {
    assertTrue(says("At least 12 characters."));
    type(entry.first(), "correct");
    assertTrue(says("At least 12 characters, 5 to go."));
  }

  @Test
  void refusesOneThatIsTooShortThoughBothAreTheSame() {
    type(entry.first(), "correct");
    type(entry.second(), "correct");
    assertThrows(IllegalStateException.class, entry::take);
  }

  @Test
  void saysThatTheTwoDiffer() {
    type(entry.first(), "correct horse");
    type(entry.second(), "correct house");
    assertTrue(says("The two are not the same."));
    assertFalse(entry.completeProperty().get());
    fx.picture("passphrase-differs");
  }

  @Test
  void doesNotComplainWhileTheSecondIsStillBeingTyped() {
    type(entry.first(), "correct horse");
    type(entry.second(), "cor");
    assertTrue(says("Long enough. Now type it once more."));
  }

  @Test
  void refusesCharactersThatOtherKeyboardsLack() {
    type(entry.first(), "correct horße");
    type(entry.second(), "correct horße");
    assertTrue(
        says(
            "Not every keyboard has one of these characters. Use letters from a to z, digits,"
                + " blanks and common signs."));
    assertFalse(entry.completeProperty().get());
    fx.picture("passphrase-refused");
  }

  @Test
  void showsLayoutsAndCapsLock() {
    assertTrue(says("Keyboard: German (QWERTZ) or English, US (QWERTY) · Caps lock is on"));
    FxScene.run(() -> wording.speak(Language.GERMAN));
    assertTrue(
        says("Tastatur: Deutsch (QWERTZ) oder Englisch, USA (QWERTY) · Feststelltaste ist an"));
  }
}
