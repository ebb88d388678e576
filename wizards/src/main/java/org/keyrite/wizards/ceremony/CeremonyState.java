// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a ceremony stands: the fold of its journal. Immutable; {@link #apply} gives the state after
 * one more entry and throws {@link IllegalStateException} for an entry that cannot stand there.
 */
public final class CeremonyState {
  /** How far a ceremony is. */
  public enum Phase {
    NOT_STARTED,
    RUNNING,
    ABORTING,
    ABORTED,
    FINISHED
  }

  /** What this run of the ceremony is called; known to every step. */
  public static final Fact<String> CEREMONY_ID = Fact.text("ceremony.id");

  private final Ceremony ceremony;
  private final List<Part> parts;
  private final Agenda agenda;
  private final Phase phase;
  private final Set<StepId> done;
  private final Optional<StepId> inDoubt;
  private final Facts facts;
  private final List<Voided> voided;
  private final List<StepId> begun;

  private CeremonyState(
      Ceremony ceremony,
      List<Part> parts,
      Phase phase,
      Set<StepId> done,
      Optional<StepId> inDoubt,
      Facts facts,
      List<Voided> voided,
      List<StepId> begun) {
    this.ceremony = ceremony;
    this.parts = List.copyOf(parts);
    this.agenda = Agenda.of(parts);
    this.phase = phase;
    this.done = Set.copyOf(done);
    this.inDoubt = inDoubt;
    this.facts = facts;
    this.voided = List.copyOf(voided);
    this.begun = List.copyOf(begun);
  }

  /** A fact that no longer holds, because the section that made it was done again. */
  public record Voided(String name, String text) {}

  /** The state before the first entry. */
  public static CeremonyState before(Ceremony ceremony) {
    return new CeremonyState(
        ceremony,
        List.of(ceremony.first()),
        Phase.NOT_STARTED,
        Set.of(),
        Optional.empty(),
        ceremony.plan(),
        List.of(),
        List.of());
  }

  /** The state after these entries. */
  public static CeremonyState after(Ceremony ceremony, List<Entry> entries) {
    CeremonyState state = before(ceremony);
    for (Entry entry : entries) {
      state = state.apply(entry);
    }
    return state;
  }

  /** The state after one more entry. */
  public CeremonyState apply(Entry entry) {
    require(phase == Phase.NOT_STARTED == entry instanceof Entry.Started, entry);
    require(!ended(), entry);
    return switch (entry) {
      case Entry.Started started -> {
        require(started.agenda().equals(ceremony.agendaHash()), entry);
        yield in(Phase.RUNNING).with(facts.with(CEREMONY_ID, started.ceremonyId()));
      }
      case Entry.Seated seated ->
          with(facts.with(Facts.ofTexts(Map.of("seat." + seated.seat(), seated.person()))));
      case Entry.Began began -> {
        require(inDoubt.isEmpty() && isCurrent(began.step()), entry);
        List<StepId> more = new ArrayList<>(begun);
        more.add(began.step());
        yield new CeremonyState(
            ceremony, parts, phase, done, Optional.of(began.step()), facts, voided, more);
      }
      case Entry.Done over -> {
        require(isCurrent(over.step()), entry);
        Step step = agenda.row(over.step()).step();
        require(inDoubt.isPresent() == step instanceof Perform, entry);
        require(over.facts().keySet().equals(factNames(step)), entry);
        yield close(over.step(), facts.with(Facts.ofTexts(over.facts())));
      }
      case Entry.Attested attested -> {
        require(isCurrent(attested.step()), entry);
        require(agenda.row(attested.step()).step() instanceof Attest, entry);
        yield close(attested.step(), facts);
      }
      case Entry.Failed failed -> settled(failed.step(), entry);
      case Entry.Cancelled cancelled -> settled(cancelled.step(), entry);
      case Entry.SteppedBack back -> {
        require(backTarget().filter(step -> step.id().equals(back.to())).isPresent(), entry);
        yield reopen(Set.of(back.to()), false);
      }
      case Entry.Reopened reopened -> {
        require(done.contains(reopened.step()), entry);
        yield reopen(Set.of(reopened.step()), false);
      }
      case Entry.Redone redone -> {
        require(!agenda.in(redone.section()).isEmpty(), entry);
        yield reopen(Redo.of(this, redone.section()).steps(), true);
      }
      case Entry.Extended extended -> {
        Part next = parts.getLast().next().next(facts).orElseThrow(() -> refused(entry));
        require(current().isEmpty() && next.hash().equals(extended.part()), entry);
        List<Part> more = new ArrayList<>(parts);
        more.add(next);
        yield new CeremonyState(ceremony, more, phase, done, inDoubt, facts, voided, begun);
      }
      case Entry.Aborting _ -> in(Phase.ABORTING);
      case Entry.Aborted _ -> in(Phase.ABORTED);
      case Entry.Finished _ -> {
        require(phase == Phase.RUNNING && current().isEmpty() && nextPart().isEmpty(), entry);
        yield in(Phase.FINISHED);
      }
      case Entry.Noted _, Entry.Resumed _ -> this;
    };
  }

  private CeremonyState in(Phase next) {
    return new CeremonyState(ceremony, parts, next, done, inDoubt, facts, voided, begun);
  }

  private CeremonyState with(Facts known) {
    return new CeremonyState(ceremony, parts, phase, done, inDoubt, known, voided, begun);
  }

  private CeremonyState close(StepId step, Facts known) {
    Set<StepId> more = new HashSet<>(done);
    more.add(step);
    return new CeremonyState(ceremony, parts, phase, more, Optional.empty(), known, voided, begun);
  }

  private CeremonyState settled(StepId step, Entry entry) {
    require(inDoubt.filter(step::equals).isPresent(), entry);
    return new CeremonyState(ceremony, parts, phase, done, Optional.empty(), facts, voided, begun);
  }

  private CeremonyState reopen(Set<StepId> steps, boolean asVoid) {
    Set<StepId> rest = new HashSet<>(done);
    rest.removeAll(steps);
    List<Voided> gone = new ArrayList<>(voided);
    Set<String> names = new LinkedHashSet<>();
    for (Agenda.Row row : agenda.rows()) {
      if (steps.contains(row.step().id()) && done.contains(row.step().id())) {
        names.addAll(factNames(row.step()));
      }
    }
    if (asVoid) {
      names.forEach(name -> gone.add(new Voided(name, facts.texts().get(name))));
    }
    Optional<StepId> doubt = inDoubt.filter(step -> !steps.contains(step));
    return new CeremonyState(
        ceremony, parts, phase, rest, doubt, facts.without(names), gone, begun);
  }

  private static Set<String> factNames(Step step) {
    return step.yields().stream()
        .filter(Fact.class::isInstance)
        .map(Slot::name)
        .collect(Collectors.toSet());
  }

  private boolean isCurrent(StepId id) {
    return current().filter(step -> step.id().equals(id)).isPresent();
  }

  private static void require(boolean possible, Entry entry) {
    if (!possible) {
      throw refused(entry);
    }
  }

  private static IllegalStateException refused(Entry entry) {
    return new IllegalStateException("cannot stand here: " + entry);
  }

  /** The ceremony. */
  public Ceremony ceremony() {
    return ceremony;
  }

  /** All steps of the parts so far. */
  public Agenda agenda() {
    return agenda;
  }

  /** How far the ceremony is. */
  public Phase phase() {
    return phase;
  }

  /** Whether nothing can be added any more. */
  public boolean ended() {
    return phase == Phase.ABORTED || phase == Phase.FINISHED;
  }

  /** What is known. */
  public Facts facts() {
    return facts;
  }

  /** What was known and does not hold any more, in order. */
  public List<Voided> voided() {
    return voided;
  }

  /** Whether a step is done. */
  public boolean isDone(StepId step) {
    return done.contains(step);
  }

  /** The step that began and of which it is not known whether it took effect. */
  public Optional<StepId> inDoubt() {
    return inDoubt;
  }

  /** The step whose turn it is; while aborting, the next that cleans up. */
  public Optional<Step> current() {
    return agenda.rows().stream()
        .map(Agenda.Row::step)
        .filter(step -> !done.contains(step.id()))
        .filter(step -> phase != Phase.ABORTING || cleansUp(step) || servesCleanUp(step))
        .findFirst();
  }

  private boolean cleansUp(Step step) {
    return step.lastly() && isReady(step);
  }

  /** An ask for a secret, such as a PIN, that was lost and without which cleaning up cannot be. */
  private boolean servesCleanUp(Step step) {
    return step instanceof Ask
        && agenda.rows().stream()
            .map(Agenda.Row::step)
            .filter(later -> !done.contains(later.id()) && cleansUp(later))
            .flatMap(later -> later.needs().stream())
            .anyMatch(need -> need instanceof SecretSlot && step.yields().contains(need));
  }

  /** Whether everything public that a step needs is known. */
  public boolean isReady(Step step) {
    return step.needs().stream()
        .allMatch(need -> !(need instanceof Fact<?> fact) || facts.has(fact));
  }

  /** The part that follows the last one, if what is known says so. */
  public Optional<Part> nextPart() {
    return parts.getLast().next().next(facts);
  }

  /** The step that a person may go back to. */
  public Optional<Step> backTarget() {
    if (inDoubt.isPresent() || phase != Phase.RUNNING || current().isEmpty()) {
      return Optional.empty();
    }
    int before = agenda.row(current().get().id()).number() - 2;
    if (before < 0) {
      return Optional.empty();
    }
    Step step = agenda.rows().get(before).step();
    return step.undoable() && done.contains(step.id()) ? Optional.of(step) : Optional.empty();
  }

  /**
   * The secrets that must be held now: yielded by a step that is done, needed by one that is not.
   */
  public Set<SecretSlot> liveSecrets() {
    Set<SecretSlot> live = new LinkedHashSet<>();
    if (ended()) {
      return live;
    }
    for (Agenda.Row row : agenda.rows()) {
      if (phase == Phase.ABORTING && !cleansUp(row.step())) {
        continue;
      }
      for (Slot need : row.step().needs()) {
        if (need instanceof SecretSlot secret
            && !done.contains(row.step().id())
            && agenda.origin(secret).filter(from -> done.contains(from.step().id())).isPresent()) {
          live.add(secret);
        }
      }
    }
    return live;
  }

  /** The person in a seat, empty before the roll call. */
  public String person(Seat seat) {
    return facts.find(seat.person()).orElse("");
  }

  /** How often this step has begun, voided times included. */
  public int begun(StepId id) {
    return (int) begun.stream().filter(id::equals).count();
  }

  /**
   * How many steps with this key have begun, voided ones included. Numbers that must never be given
   * twice, such as those of sheets, count from here.
   */
  public int begun(String key) {
    return (int) begun.stream().filter(id -> id.key().equals(key)).count();
  }
}
