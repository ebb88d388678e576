// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.KnownKeyboard;

class PinQuestionsTest {
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Deque<char[]> unseen = new ArrayDeque<>();
  private KeyboardSetup keyboard = KnownKeyboard.UNKNOWN;

  /** Asks somebody who types these lines unseen; a line that is seen would be missing. */
  private String asked(Editor editor, String... typed) throws ProblemException {
    List<char[]> lines = Arrays.stream(typed).map(String::toCharArray).toList();
    unseen.addAll(lines);
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    Dialog dialog =
        new Dialog(
            new Screen(out, out, seen, true, true),
            new StreamKeyboard(nothing, unseen::poll, keyboard),
            Messages.in(Language.ENGLISH),
            Dialog.Notes.NONE);
    try (Secret secret =
        new FieldQuestions(dialog).secret(new Field(new SecretSlot("password[1]"), editor))) {
      assertTrue(unseen.isEmpty(), "not everything was asked");
      lines.forEach(line -> assertEquals("", new String(line).replace("\0", ""), "not wiped"));
      return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private void assertSaid(String words) {
    String said = seen.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    assertTrue(said.contains(words), said);
  }

  @Test
  void asksForANewUserPinTwiceUntilBothAreTheSame() throws ProblemException {
    Editor editor = new Editor.NewPin(Pin.USER, 7);
    assertEquals("1234567", asked(editor, "123456", "1234567", "1234568", "1234567", "1234567"));
    assertSaid("7 to 15 characters.");
    assertSaid("This PIN has 6 characters; it needs 7 to 15.");
    assertSaid("The PIN that was typed now is not the one that was typed first.");
    assertFalse(seen.toString(StandardCharsets.UTF_8).contains("12345"));
  }

  @Test
  void asksForANewSoPinInEitherNotation() throws ProblemException {
    Editor editor = new Editor.NewPin(Pin.SO, 0);
    assertEquals("0123456789abcdef", asked(editor, "0123456789abcdef", "0123456789abcdef"));
    assertEquals("8 letter", asked(editor, "123456789", "8 letter", "8 letter"));
    assertSaid("This is no SO-PIN");
  }

  @Test
  void tellsLayoutAndCapsLockBeforeASecretIsTyped() throws ProblemException {
    keyboard = new KnownKeyboard(Optional.of(true), List.of("us", "de"));
    asked(new Editor.KnownPin(Pin.USER), "648219");
    assertSaid(
        "This computer is set to the keyboard layout English, US (QWERTY) or German (QWERTZ)."
            + " The caps lock light is on. Password:");
  }

  @Test
  void looksAtCapsLockAnewAfterARefusal() throws ProblemException {
    keyboard = new KnownKeyboard(Optional.of(false), List.of("de"));
    asked(new Editor.NewPin(Pin.USER, 7), "1", "648219", "6482190", "6482190");
    String said = seen.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    assertEquals(4, said.split("The caps lock light is off\\.").length, said);
  }

  @Test
  void asksPeopleToCheckWhatTheSystemDoesNotTell() throws ProblemException {
    asked(new Editor.KnownPin(Pin.USER), "648219");
    assertSaid("Check that the keyboard layout is the usual one. Check that caps lock is off.");
    assertFalse(seen.toString(StandardCharsets.UTF_8).contains("light"));
  }

  @Test
  void asksForAKnownPinOnceAndRefusesWhatNoDeviceHas() throws ProblemException {
    assertEquals("648219", asked(new Editor.KnownPin(Pin.USER), "", "64821", "648219"));
    assertSaid("This PIN has 5 characters; it needs 6 to 16. No try was used up.");
    assertEquals("57621880", asked(new Editor.KnownPin(Pin.SO), "5762188", "57621880"));
  }
}
