// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Sentences;

/** Asks for one value, in the way of its editor, until it can be taken. */
final class FieldQuestions {
  private final Dialog dialog;
  private final Messages messages;

  FieldQuestions(Dialog dialog) {
    this.dialog = dialog;
    this.messages = dialog.messages();
  }

  /** The text of a public value, as the field takes it. */
  String fact(Field field) throws ProblemException {
    while (true) {
      String text =
          field.editor() instanceof Editor.Choice(var options)
              ? choice(field, options)
              : typed(field);
      Optional<Problem> refused = field.refuses(text);
      if (refused.isEmpty() && field.editor() instanceof Editor.OpenFile) {
        refused = missing(text);
      }
      if (refused.isEmpty()) {
        return text.strip();
      }
      dialog.again(refused.get());
    }
  }

  private String typed(Field field) throws ProblemException {
    String label = messages.text(field.slot().label());
    String question =
        field.preset().isEmpty()
            ? messages.text("terminal.ask", label)
            : messages.text("terminal.ask.preset", label, field.preset());
    String text = dialog.line(question);
    return text.isBlank() ? field.preset() : text;
  }

  private String choice(Field field, List<String> options) throws ProblemException {
    dialog.screen().line(messages.text(field.slot().label()));
    for (int i = 0; i < options.size(); i++) {
      String words = Sentences.value(messages, field.slot().name(), options.get(i));
      dialog.screen().line("  " + messages.text("terminal.option", i + 1, words));
    }
    int preset = options.indexOf(field.preset());
    String question =
        preset < 0
            ? messages.text("terminal.choose")
            : messages.text("terminal.choose.preset", preset + 1);
    String text = dialog.line(question).strip();
    if (text.isEmpty()) {
      return field.preset();
    }
    for (int i = 0; i < options.size(); i++) {
      if (text.equals(Integer.toString(i + 1))) {
        return options.get(i);
      }
    }
    return text;
  }

  private static Optional<Problem> missing(String text) {
    try {
      return Files.isRegularFile(Path.of(text.strip()))
          ? Optional.empty()
          : Optional.of(new FileProblem.FileMissing(text.strip()));
    } catch (InvalidPathException e) {
      return Optional.of(new FileProblem.FileMissing(text.strip()));
    }
  }

  /** A secret value; the caller owns it. */
  Secret secret(Field field) throws ProblemException {
    return switch (field.editor()) {
      case Editor.NewPassphrase(int shortest) -> newPassphrase(field, shortest);
      case Editor.Sheet(Editor.SheetTyping typing) -> new SheetQuestions(dialog, typing).ask();
      default -> passphrase(messages.text("terminal.ask", messages.text(field.slot().label())));
    };
  }

  private Secret newPassphrase(Field field, int shortest) throws ProblemException {
    String label = messages.text(field.slot().label());
    dialog.screen().paragraph("  ", messages.text("terminal.passphrase.hint", shortest));
    while (true) {
      char[] first = dialog.hidden(messages.text("terminal.ask", label));
      char[] second = new char[0];
      try {
        Optional<Problem> refused = refuses(first, shortest);
        if (refused.isEmpty()) {
          second = dialog.hidden(messages.text("terminal.ask.again", label));
          if (Arrays.equals(first, second)) {
            return encode(first);
          }
          refused = Optional.of(new CeremonyProblem.PassphraseDiffers());
        }
        dialog.again(refused.get());
      } finally {
        Arrays.fill(first, '\0');
        Arrays.fill(second, '\0');
      }
    }
  }

  private static Optional<Problem> refuses(char[] typed, int shortest) {
    // Not closed here: the array is wiped by whoever read it.
    if (!Passphrase.taking(typed).isPlain()) {
      return Optional.of(new PlanProblem.PassphraseNotPlain());
    }
    return typed.length < shortest
        ? Optional.of(new PlanProblem.TextTooShort(typed.length, shortest))
        : Optional.empty();
  }

  /** A passphrase that exists already, of any characters. */
  Secret passphrase(String question) throws ProblemException {
    while (true) {
      char[] typed = dialog.hidden(question);
      if (typed.length > 0) {
        return encode(typed);
      }
      dialog.again(new PlanProblem.ValueMissing());
    }
  }

  private static Secret encode(char[] typed) {
    try (Passphrase passphrase = Passphrase.taking(typed)) {
      return passphrase.encode(StandardCharsets.UTF_8);
    }
  }
}
