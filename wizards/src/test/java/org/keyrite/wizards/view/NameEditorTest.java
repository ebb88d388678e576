// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.paper.PrintedLetters;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.Wording;

/** A line for a name says while it is typed which letters paper does not have. */
class NameEditorTest {
  private static final Field NAME =
      new Field(Fact.text("name"), new Editor.Text(1, 40, PrintedLetters::lacking));

  private static String said(Parent node, String typed) {
    ((TextField) node.lookup(".text-field")).setText(typed);
    return ((Label) node.lookup(".kr-hint.kr-refused")).getText();
  }

  @Test
  void saysWhichLettersPaperDoesNotHave() {
    Wording wording = new Wording(Language.GERMAN);
    FieldEditor editor = FxScene.call(() -> TextEditor.line(wording, NAME, ""));
    try (FxScene scene = FxScene.show(Theme.LIGHT, () -> (Parent) editor.node())) {
      String said = FxScene.call(() -> said((Parent) editor.node(), "山田 Ltd"));
      assertEquals(
          "Dafür hat Papier keine Buchstaben: 山 田. Schreiben Sie es in lateinischen Buchstaben.",
          said);
      scene.picture("letters-not-on-paper");
      assertTrue(FxScene.call(() -> editor.missing().getValue().isPresent()));
      assertEquals("", FxScene.call(() -> said((Parent) editor.node(), "Жуков Łódź")));
      assertTrue(FxScene.call(() -> editor.missing().getValue().isEmpty()));
    }
  }
}
