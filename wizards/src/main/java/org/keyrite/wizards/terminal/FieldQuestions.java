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
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Pin;
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
            : messages.text(
                "terminal.ask.preset",
                label,
                Sentences.value(messages, field.slot().name(), field.preset()));
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
      case Editor.NewPassphrase(int shortest) ->
          twice(
              field,
              messages.text("terminal.passphrase.hint", shortest),
              typed -> refuses(typed, shortest),
              new CeremonyProblem.PassphraseDiffers());
      case Editor.NewPin(Pin which, int shortest) ->
          twice(
              field,
              hint(which, shortest),
              typed -> which.refusesNew(typed, shortest),
              new PinProblem.PinDiffers());
      case Editor.KnownPin(Pin which) -> once(question(field), which::refusesKnown);
      case Editor.Sheet(Editor.SheetTyping typing) -> new SheetQuestions(dialog, typing).ask();
      default -> once(question(field), typed -> Optional.empty());
    };
  }

  private String question(Field field) {
    return messages.text("terminal.ask", messages.text(field.slot().label()));
  }

  private String hint(Pin which, int shortest) {
    return switch (which) {
      case USER -> messages.text("terminal.pin.user.hint", shortest, UserPin.LONGEST_CHOSEN);
      case SO -> messages.text("terminal.pin.so.hint");
    };
  }

  /** What is wrong with what was typed, if anything; does not keep it. */
  @FunctionalInterface
  private interface Rule {
    Optional<Problem> refuses(Passphrase typed);
  }

  private Secret twice(Field field, String hint, Rule rule, Problem differs)
      throws ProblemException {
    String label = messages.text(field.slot().label());
    dialog.screen().paragraph("  ", hint);
    while (true) {
      dialog.tellKeyboard();
      char[] first = dialog.hidden(question(field));
      char[] second = new char[0];
      try {
        // Not closed here: the array is wiped below.
        Optional<Problem> refused = rule.refuses(Passphrase.taking(first));
        if (refused.isEmpty()) {
          second = dialog.hidden(messages.text("terminal.ask.again", label));
          if (Arrays.equals(first, second)) {
            return encode(first);
          }
          refused = Optional.of(differs);
        }
        dialog.again(refused.get());
      } finally {
        Arrays.fill(first, '\0');
        Arrays.fill(second, '\0');
      }
    }
  }

  private static Optional<Problem> refuses(Passphrase typed, int shortest) {
    if (!typed.isPlain()) {
      return Optional.of(new PlanProblem.PassphraseNotPlain());
    }
    return typed.length() < shortest
        ? Optional.of(new PlanProblem.TextTooShort(typed.length(), shortest))
        : Optional.empty();
  }

  /** A secret that exists already. */
  private Secret once(String question, Rule rule) throws ProblemException {
    while (true) {
      dialog.tellKeyboard();
      char[] typed = dialog.hidden(question);
      try {
        // Not closed here: the array is wiped below.
        Optional<Problem> refused =
            typed.length == 0
                ? Optional.of(new PlanProblem.ValueMissing())
                : rule.refuses(Passphrase.taking(typed));
        if (refused.isEmpty()) {
          return encode(typed);
        }
        dialog.again(refused.get());
      } finally {
        Arrays.fill(typed, '\0');
      }
    }
  }

  private static Secret encode(char[] typed) {
    try (Passphrase passphrase = Passphrase.taking(typed)) {
      return passphrase.encode(StandardCharsets.UTF_8);
    }
  }
}
