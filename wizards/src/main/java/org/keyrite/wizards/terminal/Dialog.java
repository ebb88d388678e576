// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.ceremony.Shell.Way;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.LayoutNames;

/**
 * Questions and answers. Where a line is asked for, a person may type a word with a colon instead:
 * to go back, to note something, to stop. Going back and stopping leave the question by a {@link
 * ProblemException}; {@link #takeWay} then tells which way the person chose.
 */
final class Dialog {
  private final Screen screen;
  private final Keyboard keyboard;
  private final Messages messages;
  private final Notes notes;
  private Optional<Way> chosen = Optional.empty();

  /** Takes a note about something that was not planned. */
  @FunctionalInterface
  interface Notes {
    /** Nowhere to note anything yet. */
    Notes NONE = text -> {};

    void take(String text) throws ProblemException;
  }

  Dialog(Screen screen, Keyboard keyboard, Messages messages, Notes notes) {
    this.screen = screen;
    this.keyboard = keyboard;
    this.messages = messages;
    this.notes = notes;
  }

  Screen screen() {
    return screen;
  }

  Messages messages() {
    return messages;
  }

  /** Whether a person can sit where the answers come from. */
  boolean isManned() {
    return keyboard.isManned();
  }

  /** The way that a person chose in the middle of a question, once. */
  Optional<Way> takeWay() {
    Optional<Way> way = chosen;
    chosen = Optional.empty();
    return way;
  }

  /** Whether a person chose a way in the middle of a question. */
  boolean hasWay() {
    return chosen.isPresent();
  }

  /** A line that is no secret; what is typed for a word with a colon is done and asked again. */
  String line(String question) throws ProblemException {
    while (true) {
      screen.prompt(question);
      String typed = keyboard.line().orElseThrow(this::stopped);
      if (!typed.startsWith(":")) {
        return typed;
      }
      obey(typed.strip());
    }
  }

  /**
   * Whether something was typed without having been asked for, which is any line but a word with a
   * colon; that is done.
   */
  boolean interrupted() throws ProblemException {
    if (!keyboard.hasLine()) {
      return false;
    }
    String typed = keyboard.line().orElseThrow(this::stopped).strip();
    if (typed.startsWith(":")) {
      obey(typed);
    }
    return true;
  }

  /** Does what a word with a colon says. */
  void obey(String word) throws ProblemException {
    if (word.equals(messages.text("terminal.word.back"))) {
      throw leave(new Way.Back());
    }
    if (word.equals(messages.text("terminal.word.stop"))) {
      throw leave(new Way.Stop());
    }
    if (word.equals(messages.text("terminal.word.note"))) {
      screen.prompt(messages.text("terminal.note.ask"));
      notes.take(keyboard.line().orElseThrow(this::stopped));
      return;
    }
    screen.paragraph("  ", messages.text("terminal.words"));
  }

  /** A line for its reader to wipe, seen while it is typed. */
  char[] visible(String question) throws ProblemException {
    screen.prompt(question);
    return keyboard.visible().orElseThrow(this::stopped);
  }

  /** A line for its reader to wipe, not seen while it is typed. */
  char[] hidden(String question) throws ProblemException {
    screen.prompt(question);
    return keyboard.hidden().orElseThrow(this::stopped);
  }

  /** What to know of the keyboard, before a secret is typed on it. */
  void tellKeyboard() {
    keyboard.setup().map(this::about).ifPresent(words -> screen.paragraph("  ", words));
  }

  private String about(KeyboardSetup setup) {
    Message layout =
        LayoutNames.of(setup.layouts())
            .map(names -> Message.of("terminal.keyboard.layout", names))
            .orElse(Message.of("terminal.keyboard.layoutUnknown"));
    Message capsLock =
        setup
            .capsLock()
            .map(on -> Message.of(on ? "terminal.keyboard.capsOn" : "terminal.keyboard.capsOff"))
            .orElse(Message.of("terminal.keyboard.capsUnknown"));
    return messages.text(layout) + " " + messages.text(capsLock);
  }

  /** What a fact says; of several things in it, each has a line of its own. */
  void tell(Fact<?> fact, CeremonyState state) {
    String text = state.facts().texts().getOrDefault(fact.name(), "");
    List<String> items = Sentences.values(messages, fact.name(), text);
    String label = messages.text(fact.label());
    if (items.size() == 1) {
      screen.line("  " + messages.text("terminal.shown", label, items.getFirst()));
      return;
    }
    screen.line("  " + messages.text("terminal.shown.list", label));
    items.forEach(item -> screen.paragraph("    ", item));
  }

  /** Waits for the Enter key. */
  void enter(String question) throws ProblemException {
    screen.prompt(question);
    keyboard.visible().orElseThrow(this::stopped);
  }

  /** One of these options, by its number from 1; tells the index from 0. */
  int choose(String question, List<String> options) throws ProblemException {
    for (int i = 0; i < options.size(); i++) {
      screen.line("  " + messages.text("terminal.option", i + 1, options.get(i)));
    }
    while (true) {
      String typed = line(question).strip();
      for (int i = 0; i < options.size(); i++) {
        if (typed.equals(Integer.toString(i + 1)) || typed.equalsIgnoreCase(options.get(i))) {
          return i;
        }
      }
      screen.line(messages.text("terminal.option.none", options.size()));
    }
  }

  /** Yes or no. */
  boolean agrees(String question) throws ProblemException {
    return choose(question, List.of(messages.text("terminal.yes"), messages.text("terminal.no")))
        == 0;
  }

  /** What was refused, where the question is asked again at once. */
  void again(Problem problem) {
    screen.paragraph("  ", messages.text(Sentences.what(problem)));
    screen.paragraph("  ", messages.text(Sentences.next(problem)));
  }

  private ProblemException leave(Way way) {
    chosen = Optional.of(way);
    return new CeremonyProblem.WorkStopped().asException();
  }

  private ProblemException stopped() {
    return leave(new Way.Stop());
  }
}
