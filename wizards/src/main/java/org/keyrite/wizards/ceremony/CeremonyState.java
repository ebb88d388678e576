// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final Standing standing;

  private CeremonyState(Ceremony ceremony, List<Part> parts, Agenda agenda, Standing standing) {
    this.ceremony = ceremony;
    this.parts = List.copyOf(parts);
    this.agenda = agenda;
    this.standing = standing;
  }

  /** A fact that no longer holds, because the section that made it was done again. */
  public record Voided(String name, String text) {}

  /** The state before the first entry. */
  public static CeremonyState before(Ceremony ceremony) {
    List<Part> parts = List.of(ceremony.first());
    return new CeremonyState(ceremony, parts, Agenda.of(parts), Standing.before(ceremony));
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
    return new Fold(this, standing, entry).next();
  }

  CeremonyState standing(List<Part> nextParts, Standing next) {
    // Made once for each part: a ceremony with many keys has hundreds of steps, and more entries.
    Agenda nextAgenda = nextParts.equals(parts) ? agenda : Agenda.of(nextParts);
    return new CeremonyState(ceremony, nextParts, nextAgenda, next);
  }

  /** The ceremony. */
  public Ceremony ceremony() {
    return ceremony;
  }

  List<Part> parts() {
    return parts;
  }

  /** All steps of the parts so far. */
  public Agenda agenda() {
    return agenda;
  }

  /** Whether steps may follow that cannot be listed yet, since they follow from what comes out. */
  public boolean mayGrow() {
    return parts.getLast().goesOn();
  }

  /** How far the ceremony is. */
  public Phase phase() {
    return standing.phase();
  }

  /** Whether nothing can be added any more. */
  public boolean ended() {
    return phase() == Phase.ABORTED || phase() == Phase.FINISHED;
  }

  /** What is known. */
  public Facts facts() {
    return standing.facts();
  }

  /** What was known and does not hold any more, in order. */
  public List<Voided> voided() {
    return standing.voided();
  }

  /** Whether a step is done. */
  public boolean isDone(StepId step) {
    return standing.done().contains(step);
  }

  /** Whether a step was done, and is open again only for what was lost with a process. */
  boolean isReopened(StepId step) {
    return standing.reopened().contains(step);
  }

  /**
   * The step that began and of which the journal does not say whether it took effect. It may be at
   * work right now; {@link CeremonyRunner#doubtful} tells whether people are to be asked.
   */
  public Optional<StepId> inDoubt() {
    return standing.inDoubt();
  }

  /** The step whose turn it is; while aborting, the next that cleans up. */
  public Optional<Step> current() {
    if (phase() == Phase.ABORTING) {
      return new CleanUp(this).next();
    }
    return agenda.rows().stream()
        .map(Agenda.Row::step)
        .filter(step -> !isDone(step.id()))
        .findFirst();
  }

  /**
   * What is to be entered for an ask: all its fields, or only its secrets where these were lost and
   * everything else is known and stays.
   */
  public List<Field> fields(Ask ask) {
    return isReopened(ask.id())
        ? ask.fields().stream().filter(field -> field.slot() instanceof SecretSlot).toList()
        : ask.fields();
  }

  /** The field in which a fact is entered first. */
  Field field(Fact<?> fact) {
    return agenda.rows().stream()
        .flatMap(row -> row.step() instanceof Ask ask ? ask.fields().stream() : Stream.of())
        .filter(field -> field.slot().equals(fact))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody enters " + fact));
  }

  /** Whether everything public that a step needs is known. */
  public boolean isReady(Step step) {
    return step.needs().stream()
        .allMatch(need -> !(need instanceof Fact<?> fact) || facts().has(fact));
  }

  /** The part that follows the last one, if what is known says so. */
  public Optional<Part> nextPart() {
    return parts.getLast().next().next(facts());
  }

  /** The step that a person may go back to: the one before, in the same part. */
  public Optional<Step> backTarget() {
    if (inDoubt().isPresent() || phase() != Phase.RUNNING || current().isEmpty()) {
      return Optional.empty();
    }
    int before = agenda.row(current().get().id()).number() - 2;
    int earlierParts = agenda.rows().size() - parts.getLast().steps().size();
    if (before < earlierParts) {
      return Optional.empty();
    }
    Step step = agenda.rows().get(before).step();
    return step.undoable() && isDone(step.id()) ? Optional.of(step) : Optional.empty();
  }

  /**
   * The secrets that must be held now: yielded by a step that is done, needed by one that is not.
   */
  public Set<SecretSlot> liveSecrets() {
    Set<SecretSlot> live = new LinkedHashSet<>();
    if (ended()) {
      return live;
    }
    Map<SecretSlot, Boolean> held = new HashMap<>();
    for (Agenda.Row row : agenda.rows()) {
      Step step = row.step();
      if (isDone(step.id()) || phase() == Phase.ABORTING && !new CleanUp(this).isDue(step)) {
        continue;
      }
      for (Slot need : step.needs()) {
        if (need instanceof SecretSlot secret && held.computeIfAbsent(secret, this::isYielded)) {
          live.add(secret);
        }
      }
    }
    return live;
  }

  private boolean isYielded(SecretSlot secret) {
    return agenda.origin(secret).filter(from -> isDone(from.step().id())).isPresent();
  }

  /** The seats of this ceremony: those that a step is for, and those that the roll call fills. */
  public Set<Seat> seats() {
    Set<Seat> seats =
        agenda.rows().stream()
            .map(row -> row.step().seat())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    facts().texts().keySet().stream()
        .filter(name -> name.startsWith(Seat.PREFIX))
        .flatMap(name -> Seat.parse(name.substring(Seat.PREFIX.length())).stream())
        .forEach(seats::add);
    return seats;
  }

  /** The person in a seat, empty before the roll call. */
  public String person(Seat seat) {
    return facts().find(seat.person()).orElse("");
  }

  /** The keys of what work of this step was refused with since it was opened, in order. */
  public List<String> refusals(StepId id) {
    return standing.refused().stream()
        .filter(one -> one.step().equals(id))
        .map(Standing.Refused::problem)
        .toList();
  }

  /** How long the work of this step took, if it is done and no process ended meanwhile. */
  Optional<Duration> took(StepId id) {
    return Optional.ofNullable(standing.times().took().get(id)).filter(took -> isDone(id));
  }

  /** How often this step has begun, voided times included. */
  public int begun(StepId id) {
    return (int) standing.begun().stream().filter(id::equals).count();
  }

  /** How often this step has begun since another one did last. */
  int begunSince(StepId id, StepId other) {
    List<StepId> begun = standing.begun();
    List<StepId> since = begun.subList(begun.lastIndexOf(other) + 1, begun.size());
    return (int) since.stream().filter(id::equals).count();
  }

  /**
   * How many steps with this key have begun, voided ones included. Numbers that must never be given
   * twice, such as those of sheets, count from here.
   */
  public int begun(String key) {
    return (int) standing.begun().stream().filter(id -> id.key().equals(key)).count();
  }
}
