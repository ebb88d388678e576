// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.NewSecretRule;

/** Makes the control for a field: one way of showing each editor. */
final class FieldEditors {
  private static final Message PASSWORD_TO_GO = Message.of("window.passphrase.notYet");
  private static final Message PIN_TO_GO = Message.of("window.pin.notYet");

  private final Wording wording;
  private final KeyboardSetup keyboard;
  private final GlyphSet glyphs;
  private final FileChoice files;
  private final Executor work;

  FieldEditors(Wording wording, WizardShell.Desk desk) {
    this.wording = wording;
    keyboard = desk.keyboard();
    glyphs = desk.glyphs();
    files = desk.files();
    work = desk.work();
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
          new NewPassphraseEditor(
              wording, field, NewSecretRule.passphrase(shortest), PASSWORD_TO_GO, keyboard);
      case Editor.KnownPassphrase _ ->
          new PassphraseEditor(wording, field, PASSWORD_TO_GO, keyboard);
      case Editor.NewPin(Pin which, int shortest) ->
          new NewPassphraseEditor(
              wording, field, new PinRule(which, shortest), PIN_TO_GO, keyboard);
      case Editor.KnownPin _ -> new PassphraseEditor(wording, field, PIN_TO_GO, keyboard);
      case Editor.Sheet(Editor.SheetTyping typing) when typing.lines() == 0 ->
          new ScanEditor(wording, (SecretSlot) field.slot(), typing, files, work);
      case Editor.Sheet(Editor.SheetTyping typing) ->
          new SheetEditor(
              wording, (SecretSlot) field.slot(), typing, glyphs, keyboard, files, work, insist);
    };
  }
}
