// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.rehearsal.Beforehand;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.rehearsal.RehearsalDesk;

/**
 * Goes through the rehearsal of any ceremony as made-up people would: looks at the record for what
 * comes next, waits until the window asks for just that, and does it. Knows the four kinds of
 * steps, and no ceremony.
 */
final class CeremonyWalk {
  private final CeremonyKind kind;
  private final Hands hands;
  private final Consumer<String> looker;
  private Window window;
  private boolean insists;

  /**
   * A walk that begins on the home screen.
   *
   * @param looker is shown each kind of screen: the name of its step without a number
   */
  CeremonyWalk(Window window, CeremonyKind kind, Hands hands, Consumer<String> looker) {
    this.window = window;
    this.kind = kind;
    this.hands = hands;
    this.looker = looker;
  }

  /** What the window waits for. */
  private sealed interface Turn {
    record End() implements Turn {}

    record HandOver() implements Turn {}

    record Refused() implements Turn {}

    record At(Step step, CeremonyState state) implements Turn {}
  }

  /** Plans the rehearsal with what is suggested, and begins it. */
  CeremonyWalk begin() {
    plan();
    hands.choose(window, window.text("window.plan.begin"));
    return this;
  }

  /** Plans the rehearsal of a visit, and begins it. */
  CeremonyWalk beginVisit(String visit) {
    plan();
    window.click(window.text("window.plan.more"));
    window.scrollDown(window.text("slot.organisation"));
    window.click(window.text("choice.visit." + visit));
    hands.choose(window, window.text("window.plan.begin"));
    return this;
  }

  private void plan() {
    hands.choose(window, window.text("kind." + kind.id() + ".name"));
    window.untilSays(window.text("window.plan.rehearse"));
    looker.accept("plan." + kind.id());
    hands.choose(window, window.text("window.plan.rehearse"));
    window.untilSays(window.text("window.plan.begin"));
  }

  /** Goes on in another window, in which the ceremony was continued. */
  CeremonyWalk in(Window other) {
    window = other;
    return this;
  }

  /** Tries once more what was refused, instead of taking it for a defect. */
  CeremonyWalk insisting() {
    insists = true;
    return this;
  }

  /** Does so many things, or all; tells whether the ceremony is complete. */
  boolean walk(int most) {
    for (int i = 0; i < most; i++) {
      Turn turn = window.untilThere("never asks for what comes next", this::turn);
      switch (turn) {
        case Turn.End _ -> {
          looker.accept("end");
          window.untilAtRest();
          return true;
        }
        case Turn.HandOver _ -> {
          looker.accept("hand-over");
          hands.go(window);
        }
        case Turn.Refused _ -> {
          looker.accept("refused");
          hands.go(window);
        }
        case Turn.At(Step step, CeremonyState state) -> at(step, state);
      }
    }
    return false;
  }

  private Path folder() {
    try (Stream<Path> folders = Files.list(window.records())) {
      return folders
          .filter(f -> Files.exists(f.resolve("journal.jsonl")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the ceremony stands, from its record. */
  CeremonyState state() {
    try {
      List<Entry> entries = JournalCheck.of(folder().resolve("journal.jsonl")).entries();
      Entry.Started started = (Entry.Started) entries.getFirst();
      Ceremony ceremony = kind.plan(Facts.ofTexts(started.plan())).ceremony();
      return CeremonyState.after(ceremony, entries);
    } catch (ProblemException e) {
      throw new AssertionError(e.problem().toString(), e);
    }
  }

  private Optional<Turn> turn() {
    if (window.isWaiting() || !Files.exists(window.records())) {
      return Optional.empty();
    }
    if (window.shows(".kr-problem")) {
      if (insists) {
        return Optional.of(new Turn.Refused());
      }
      throw new AssertionError("refused: " + window.words());
    }
    if (window.says(window.text("window.end.finished"))) {
      return Optional.of(new Turn.End());
    }
    if (window.shows(".kr-hand-over")) {
      return Optional.of(new Turn.HandOver());
    }
    if (window.shows(".kr-bar") || !window.shows(".kr-band")) {
      return Optional.empty();
    }
    CeremonyState state = state();
    return state
        .current()
        .filter(step -> window.says(window.text(step.title())) && isReady(step))
        .map(step -> new Turn.At(step, state));
  }

  private boolean isReady(Step step) {
    return switch (step) {
      case Perform _ -> window.says(window.text("window.act.perform"));
      case AwaitDevice _ ->
          !window.shows(".kr-act.kr-waiting") || window.says(window.text("window.await.putIn"));
      default -> true;
    };
  }

  private void at(Step step, CeremonyState state) {
    looker.accept(step.id().key());
    switch (step) {
      case Ask ask -> answer(ask, state);
      case AwaitDevice _ -> putIn();
      case Perform _ -> hands.go(window);
      case Attest attest -> confirm(attest);
    }
  }

  private void putIn() {
    if (!window.shows(".kr-act.kr-waiting")) {
      hands.go(window);
      return;
    }
    String putIn = window.text("window.await.putIn");
    String before = window.words();
    hands.choose(window, putIn);
    window.until("does not put it in", () -> !window.words().equals(before));
  }

  private void confirm(Attest attest) {
    if (attest.shown().stream().anyMatch(Attest.Shown.WhileHeld.class::isInstance)) {
      hands.reveal(window, () -> looker.accept(attest.id().key() + "-shown"));
    }
    hands.choose(window, window.text("window.attest.yes"));
  }

  private void answer(Ask ask, CeremonyState state) {
    if (window.shows(".kr-act.kr-waiting")) {
      try (Answers answers = desk(state).ask(ask, state)) {
        List<Field> fields = state.fields(ask);
        for (Field field : fields) {
          enter(field, answers, state);
          if (fields.size() > 1) {
            window.press(KeyCode.TAB);
          }
        }
      } catch (ProblemException e) {
        throw new AssertionError(e.problem().toString(), e);
      }
      looker.accept(ask.id().key() + "-filled");
    }
    hands.go(window);
  }

  private RehearsalDesk desk(CeremonyState state) {
    Beforehand before = Beforehand.of(state.ceremony(), folder());
    return new RehearsalDesk(
        new RehearsalDesk.Things(
            People.load(), folder().resolve("sheets"), before, Optional.empty()),
        (row, now) -> {},
        perform -> Progress.NONE,
        problem -> {});
  }

  private void enter(Field field, Answers answers, CeremonyState state) throws ProblemException {
    switch (field.editor()) {
      case Editor.Sheet _ -> {
        Path sheet = sheet(field.slot(), state);
        hands.sheet(window, sheet, Sheets.lines(sheet));
      }
      case Editor.NewPassphrase _, Editor.NewPin _ -> {
        type(answers, field);
        window.press(KeyCode.TAB);
        type(answers, field);
      }
      case Editor.KnownPassphrase _, Editor.KnownPin _ -> type(answers, field);
      case Editor.Choice _ -> {
        String option = answers.facts().texts().get(field.slot().name());
        hands.choose(window, window.text("choice." + field.slot().family() + "." + option));
      }
      case Editor.Text _, Editor.Number _, Editor.OpenFile _ ->
          window.type(answers.facts().texts().get(field.slot().name()));
    }
  }

  private void type(Answers answers, Field field) {
    Map<SecretSlot, Secret> secrets = answers.secrets();
    window.type(
        secrets
            .get((SecretSlot) field.slot())
            .<String, RuntimeException>use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  private Path sheet(Slot slot, CeremonyState state) throws ProblemException {
    Beforehand before = Beforehand.of(state.ceremony(), folder());
    return before.shares().isPresent()
        ? before.shares().get().sheet(slot.index())
        : folder().resolve("sheets").resolve(state.facts().get(RehearsalDesk.savedAs(slot)));
  }
}
