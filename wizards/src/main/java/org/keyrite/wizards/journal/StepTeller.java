// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.journal.Transcript.Labelled;
import org.keyrite.wizards.preflight.Finding;

/** Tells entry after entry what happened, following the state of the ceremony. */
final class StepTeller {
  private final Messages messages;
  private final Words words;
  private final List<Transcript.Step> told = new ArrayList<>();
  private CeremonyState state;
  private Instant since = Instant.EPOCH;

  StepTeller(Messages messages, Ceremony ceremony) {
    this.messages = messages;
    this.words = new Words(messages);
    this.state = CeremonyState.before(ceremony);
  }

  CeremonyState state() {
    return state;
  }

  List<Transcript.Step> told() {
    return told;
  }

  void tell(Entry entry) {
    CeremonyState after = state.apply(entry);
    if (JournalCheck.isSetBack(since, entry.at())) {
      event(
          messages.text("journal.event.clock"),
          "",
          only("journal.clock.before", Words.time(since)),
          true,
          entry);
    }
    switch (entry) {
      case Entry.Done done -> done(done);
      case Entry.Attested attested -> attested(attested);
      case Entry.Failed failed ->
          exception(failed.step(), "journal.event.refused", words.refusal(failed), entry);
      case Entry.Cancelled cancelled ->
          exception(
              cancelled.step(),
              "journal.event.refused",
              messages.text("journal.event.cancelled"),
              entry);
      case Entry.Reopened reopened ->
          exception(
              reopened.step(), "journal.event.reopened", words.reason(reopened.reason()), entry);
      case Entry.SteppedBack back ->
          exception(
              back.to(), "journal.event.back", messages.text("journal.event.back.why"), entry);
      case Entry.Redone redone -> redone(redone, after);
      case Entry.Noted noted ->
          event(
              messages.text("journal.event.noted"),
              noted.by(),
              only("journal.note", words.note(noted.text())),
              true,
              entry);
      case Entry.Seated seated -> seated(seated);
      case Entry.Resumed resumed ->
          event(
              messages.text("journal.event.resumed"),
              "",
              only("journal.product", resumed.product()),
              true,
              entry);
      case Entry.Aborting aborting ->
          event(
              messages.text("journal.event.aborting"),
              "",
              only("journal.reason", words.reason(aborting.reason())),
              true,
              entry);
      case Entry.Aborted _ -> plain("journal.event.aborted", true, entry);
      case Entry.Extended _ -> plain("journal.event.extended", false, entry);
      case Entry.Finished _ -> plain("journal.event.finished", false, entry);
      case Entry.Started _ -> plain("journal.event.started", false, entry);
      case Entry.Began _ -> {
        // Told with how it ended; remembered as the beginning.
      }
    }
    since = entry.at();
    state = after;
  }

  private void done(Entry.Done done) {
    Step step = state.agenda().row(done.step()).step();
    List<Labelled> observed = new ArrayList<>();
    facts(step, done.facts()).forEach(fact -> observed.add(words.labelled(fact)));
    String confirmed =
        switch (step) {
          case Ask ask -> {
            entered(ask, observed);
            yield messages.text("journal.confirmed.entered");
          }
          case Perform _ -> messages.text("journal.confirmed.work");
          case AwaitDevice _ -> messages.text("journal.confirmed.device");
          case Attest _ -> throw new IllegalStateException("never done, but attested: " + done);
        };
    step(step, true, done.person(), observed, confirmed, false, done);
  }

  /** In the order in which they were asked for; what the program finds has none but its name. */
  private static List<Map.Entry<String, String>> facts(Step step, Map<String, String> facts) {
    if (step instanceof Ask ask) {
      return ask.fields().stream()
          .map(field -> field.slot().name())
          .filter(facts::containsKey)
          .map(name -> Map.entry(name, facts.get(name)))
          .toList();
    }
    return List.copyOf(new TreeMap<>(facts).entrySet());
  }

  private void entered(Ask ask, List<Labelled> observed) {
    for (Slot slot : ask.yields()) {
      if (slot instanceof SecretSlot) {
        observed.add(new Labelled(messages.text(slot.label()), messages.text("journal.secret")));
      }
    }
  }

  private void attested(Entry.Attested attested) {
    Attest attest = (Attest) state.agenda().row(attested.step()).step();
    List<Labelled> observed = new ArrayList<>();
    for (Attest.Shown shown : attest.shown()) {
      if (Finding.isCalled(shown.slot().name())) {
        // Told where it was found, in the step before.
        continue;
      }
      String label = messages.text(shown.slot().label());
      observed.add(
          shown instanceof Attest.Shown.Openly(Fact<?> fact)
              ? words.labelled(Map.entry(fact.name(), state.facts().texts().get(fact.name())))
              : new Labelled(label, messages.text("journal.shown")));
    }
    if (!attested.remark().isBlank()) {
      observed.add(new Labelled(messages.text("journal.remark"), attested.remark()));
    }
    String key = attested.agreed() ? "journal.confirmed.yes" : "journal.confirmed.no";
    String confirmed = messages.text(key, attest.sentence());
    step(attest, true, attested.person(), observed, confirmed, !attested.agreed(), attested);
  }

  private void exception(StepId id, String what, String why, Entry entry) {
    Step step = state.agenda().row(id).step();
    List<Labelled> observed = List.of(new Labelled(messages.text(what), why));
    step(step, false, state.person(step.seat()), observed, "", true, entry);
  }

  private void step(
      Step step,
      boolean inFull,
      String person,
      List<Labelled> observed,
      String confirmed,
      boolean exception,
      Entry entry) {
    told.add(
        new Transcript.Step(
            Integer.toString(state.agenda().row(step.id()).number()),
            messages.text(step.title()),
            inFull ? messages.text(step.text()) : "",
            words.who(step.seat(), person),
            person,
            observed,
            confirmed,
            since,
            entry.at(),
            exception));
  }

  private void redone(Entry.Redone redone, CeremonyState after) {
    List<Labelled> observed = new ArrayList<>();
    observed.add(new Labelled(messages.text("journal.reason"), words.reason(redone.reason())));
    after.voided().stream()
        .skip(state.voided().size())
        .forEach(gone ->
            observed.add(
                new Labelled(
                    messages.text("journal.void", words.of(gone.name())),
                    words.value(gone.name(), gone.text()))));
    String section =
        state.agenda().in(redone.section()).getFirst().path().stream()
            .filter(around -> around.id().equals(redone.section()))
            .map(around -> messages.text(around.title()))
            .findFirst()
            .orElseThrow();
    event(messages.text("journal.event.redone", section), "", observed, true, redone);
  }

  private void seated(Entry.Seated seated) {
    Seat seat = Seat.parse(seated.seat()).orElseThrow();
    List<Labelled> observed = new ArrayList<>();
    observed.add(new Labelled(messages.text(seat.title()), seated.person()));
    String before = state.person(seat);
    if (!before.isEmpty()) {
      observed.add(new Labelled(messages.text("journal.instead"), before));
    }
    if (!seated.reason().isBlank()) {
      observed.add(new Labelled(messages.text("journal.reason"), seated.reason()));
    }
    event(messages.text("journal.event.seated"), "", observed, true, seated);
  }

  private void plain(String title, boolean exception, Entry entry) {
    event(messages.text(title), "", List.of(), exception, entry);
  }

  private List<Labelled> only(String label, String value) {
    return value.isBlank() ? List.of() : List.of(new Labelled(messages.text(label), value));
  }

  private void event(
      String title, String who, List<Labelled> observed, boolean exception, Entry entry) {
    told.add(
        new Transcript.Step(
            "", title, "", who, who, observed, "", entry.at(), entry.at(), exception));
  }
}
