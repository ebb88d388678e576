// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.Keyboard;

/** Makes the control for a field: one way of showing each editor. */
final class FieldEditors {
  private final Wording wording;
  private final Keyboard keyboard;
  private final GlyphSet glyphs;
  private final FileChoice files;

  FieldEditors(Wording wording, Keyboard keyboard, GlyphSet glyphs, FileChoice files) {
    this.wording = wording;
    this.keyboard = keyboard;
    this.glyphs = glyphs;
    this.files = files;
  }

  /**
   * The control for a field.
   *
   * @param given what stands in it from the start
   * @param insist what follows when a person insists that the paper says what was typed
   */
  FieldEditor of(Field field, String given, Optional<Runnable> insist) {
    return switch (field.editor()) {
      case Editor.Text _ -> TextEditor.line(wording, field, given);
      case Editor.Number(int least, int most) ->
          new NumberEditor(wording, field, given, least, most);
      case Editor.Choice choice -> new ChoiceEditor(wording, field, choice, given);
      case Editor.OpenFile _ -> TextEditor.file(wording, field, given, files);
      case Editor.NewPassphrase(int shortest) ->
          new NewPassphraseEditor(wording, field, shortest, keyboard);
      case Editor.KnownPassphrase _ -> new PassphraseEditor(wording, field, keyboard);
      case Editor.Sheet(Editor.SheetTyping typing) ->
          new SheetEditor(
              wording, (SecretSlot) field.slot(), typing, glyphs, keyboard, files, insist);
    };
  }
}
