// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * Runs a ceremony: turns what people do into journal entries, does the work of the steps, and owns
 * the secrets. A secret is wiped when nothing that is still to be done needs it, whatever the end.
 *
 * <p>All verbs may be called from any thread. {@link #perform} works without holding up the others,
 * so that a note can be taken and the work be stopped meanwhile. Where an entry could not be kept
 * (disk full), a verb throws and may be called again; work that was done is not done twice.
 */
public final class CeremonyRunner implements AutoCloseable {
  /** Reason of a redo or reopening: the secret went with the process that held it. */
  public static final String REASON_LOST = "lost";

  /** Reason of a redo: what a step had brought about does not hold any more. */
  public static final String REASON_CHANGED = "changed";

  private final Journal journal;
  private final Workplace place;
  private final Executor background;
  private final Vault vault = new Vault();
  private final Map<StepId, EarlyWork> early = new LinkedHashMap<>();
  private CeremonyState state;
  private Optional<Unkept> unkept = Optional.empty();
  private volatile boolean stopAsked;

  private CeremonyRunner(
      CeremonyState state, Journal journal, Workplace place, Executor background) {
    this.state = state;
    this.journal = journal;
    this.place = place;
    this.background = background;
  }

  /** Work that is done and whose entry could not be kept. */
  private record Unkept(Entry entry, Desk desk) {}

  /**
   * Starts a ceremony.
   *
   * @param ceremonyId what this run is called
   * @param before last hash of the visit before, empty where there was none
   * @param background where work that starts early is done; may be the calling thread
   */
  public static CeremonyRunner start(
      Ceremony ceremony,
      String ceremonyId,
      Bytes before,
      Journal journal,
      Workplace place,
      Executor background)
      throws ProblemException {
    CeremonyRunner runner =
        new CeremonyRunner(CeremonyState.before(ceremony), journal, place, background);
    runner.keep(
        new Entry.Started(
            runner.now(),
            ceremonyId,
            ceremony.kind(),
            place.practice(),
            ceremony.plan().texts(),
            ceremony.agendaHash(),
            place.product(),
            before));
    return runner;
  }

  /**
   * Goes on with a ceremony from its journal. What needs a secret that was lost with the old
   * process is opened again: an ask, or the section that made the secret.
   *
   * @throws ProblemException if the journal is not one of this ceremony
   */
  public static CeremonyRunner resume(
      Ceremony ceremony, Journal journal, Workplace place, Executor background)
      throws ProblemException {
    CeremonyState state;
    try {
      state = CeremonyState.after(ceremony, journal.entries());
    } catch (IllegalStateException e) {
      throw new CeremonyProblem.JournalOfAnotherPlan(ceremony.kind()).asException();
    }
    if (state.ended() || state.phase() == CeremonyState.Phase.NOT_STARTED) {
      throw new CeremonyProblem.NothingToResume(ceremony.kind()).asException();
    }
    CeremonyRunner runner = new CeremonyRunner(state, journal, place, background);
    runner.keep(new Entry.Resumed(runner.now(), place.product()));
    runner.restore();
    return runner;
  }

  /** Where the ceremony stands. */
  public synchronized CeremonyState state() {
    return state;
  }

  /** The entries so far. */
  public List<Entry> entries() {
    return journal.entries();
  }

  /**
   * A person answers the current ask. The answers are the runner's, also when they are refused.
   *
   * @throws ProblemException if a value is refused; then nothing has changed
   */
  public synchronized void answer(Answers answers) throws ProblemException {
    boolean taken = false;
    try (answers) {
      Ask ask = current(Ask.class);
      Facts facts = AnswerCheck.of(ask, answers, state.facts());
      Map<String, Secret> secrets = new LinkedHashMap<>();
      for (SecretSlot slot : answers.secrets().keySet()) {
        secrets.put(slot.name(), answers.secrets().get(slot).copy());
      }
      try {
        commit(new Entry.Done(now(), ask.id(), state.person(ask.seat()), facts.texts()), secrets);
        taken = true;
        proceed();
      } finally {
        if (!taken) {
          secrets.values().forEach(Secret::close);
        }
      }
    }
  }

  /** The awaited device is there. */
  public synchronized void present(String serial) throws ProblemException {
    AwaitDevice await = current(AwaitDevice.class);
    keep(
        new Entry.Done(
            now(), await.id(), state.person(await.seat()), Map.of(await.serial().name(), serial)));
  }

  /**
   * The person whose turn it is confirms the current sentence, or does not and says why. Where the
   * ceremony cannot go on without, the remark is noted and the step stays open.
   */
  public synchronized void attest(boolean agreed, String remark) throws ProblemException {
    Attest attest = current(Attest.class);
    String person = state.person(attest.seat());
    if (!agreed && !attest.remarkAllowed()) {
      keep(new Entry.Noted(now(), person, remark));
      throw new CeremonyProblem.NotConfirmed(state.agenda().row(attest.id()).number())
          .asException();
    }
    keep(new Entry.Attested(now(), attest.id(), person, agreed, remark));
  }

  /**
   * Does the work of the current step on the calling thread.
   *
   * @return false if a person stopped it
   * @throws ProblemException if it was refused; the step stays open
   */
  public boolean perform(Progress progress) throws ProblemException {
    Perform step;
    Desk desk;
    EarlyWork ahead;
    synchronized (this) {
      if (unkept.isPresent()) {
        keepWork(unkept.get());
        return true;
      }
      step = current(Perform.class);
      stopAsked = false;
      ahead = early.get(step.id());
      keep(new Entry.Began(now(), step.id()));
      desk = deskFor(step, new Stoppable(progress));
    }
    boolean handedOver = false;
    try {
      if (ahead == null) {
        step.action().on(desk);
      } else {
        desk = ahead.await(new Stoppable(progress));
      }
      desk.requireComplete();
      synchronized (this) {
        early.remove(step.id());
        handedOver = true;
        String person = state.person(step.seat());
        keepWork(new Unkept(new Entry.Done(now(), step.id(), person, desk.made().texts()), desk));
      }
      return true;
    } catch (Cancelled e) {
      dropEarly(step.id());
      keep(new Entry.Cancelled(now(), step.id()));
      return false;
    } catch (ProblemException e) {
      if (!handedOver) {
        dropEarly(step.id());
        keep(failed(step.id(), e.problem()));
      }
      throw e;
    } finally {
      if (!handedOver) {
        desk.close();
      }
    }
  }

  private void keepWork(Unkept work) throws ProblemException {
    unkept = Optional.of(work);
    commit(work.entry(), work.desk().secrets());
    work.desk().handOver();
    unkept = Optional.empty();
    proceed();
  }

  private synchronized void dropEarly(StepId step) {
    EarlyWork ahead = early.remove(step);
    if (ahead != null) {
      ahead.discard();
    }
  }

  /** Asks the work that runs to stop at its next checkpoint. */
  public void cancel() {
    stopAsked = true;
  }

  /** Goes back to the step before, where that is allowed. */
  public synchronized void back() throws ProblemException {
    Step target = state.backTarget().orElseThrow(() -> new IllegalStateException("no way back"));
    keep(new Entry.SteppedBack(now(), target.id()));
  }

  /** Notes an exception: something that was not planned and that the record should tell. */
  public synchronized void note(String by, String text) throws ProblemException {
    keep(new Entry.Noted(now(), by, text));
  }

  /** Seats another person. */
  public synchronized void seat(Seat seat, String person, String reason) throws ProblemException {
    Facts changed = state.facts().with(seat.person(), person);
    Optional<Problem> refused = SeatRules.refuses(changed);
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
    keep(new Entry.Seated(now(), seat.toString(), person, reason));
  }

  /** The sections that can be done again now, from the one around the current step outwards. */
  public synchronized List<Section> redoable() {
    return Redo.offers(state).stream()
        .filter(section ->
            Redo.of(state, section.id()).outsideSecrets().stream().allMatch(vault::holds))
        .toList();
  }

  /** Does a section again; what it had made is void. */
  public synchronized void redo(StepId section, String reason) throws ProblemException {
    if (redoable().stream().noneMatch(offer -> offer.id().equals(section))) {
      throw new IllegalStateException(section + " cannot be done again now");
    }
    keep(new Entry.Redone(now(), section, reason));
  }

  /** People say whether the step in doubt took effect. */
  public synchronized void settle(boolean happened) throws ProblemException {
    StepId doubt =
        state.inDoubt().orElseThrow(() -> new IllegalStateException("nothing is in doubt"));
    Step step = state.agenda().row(doubt).step();
    if (happened && step.yields().isEmpty()) {
      keep(new Entry.Done(now(), doubt, state.person(step.seat()), Map.of()));
    } else {
      keep(failed(doubt, new CeremonyProblem.LeftInDoubt()));
    }
  }

  /** Gives the ceremony up. Steps that clean up are offered first. */
  public synchronized void abort(String reason) throws ProblemException {
    keep(new Entry.Aborting(now(), reason));
  }

  /**
   * The lines of a secret that the current step shows while a key is held. The caller wipes them.
   */
  public synchronized List<char[]> reveal(Attest.Shown.WhileHeld shown) {
    if (!current(Attest.class).shown().contains(shown)) {
      throw new IllegalStateException("not shown now: " + shown.slot());
    }
    return shown.lines().of(vault.lend(Set.of(shown.slot())).get(shown.slot().name()));
  }

  /** Stops for now: wipes all secrets and lets go of the journal, which can be resumed. */
  @Override
  public synchronized void close() {
    stopAsked = true;
    early.values().forEach(EarlyWork::discard);
    early.clear();
    unkept.ifPresent(work -> work.desk().close());
    vault.close();
    journal.close();
  }

  private <S extends Step> S current(Class<S> kind) {
    Step step = state.current().orElseThrow(() -> new IllegalStateException("no step is open"));
    if (!kind.isInstance(step)) {
      throw new IllegalStateException(step.id() + " is no " + kind.getSimpleName());
    }
    return kind.cast(step);
  }

  private Instant now() {
    return place.clock().instant();
  }

  private Desk deskFor(Step step, Progress progress) {
    return new Desk(step, place, progress, state, vault.lend(step.needs()));
  }

  private Entry.Failed failed(StepId step, Problem problem) {
    List<String> arguments = problem.arguments().stream().map(String::valueOf).toList();
    return new Entry.Failed(now(), step, problem.key(), arguments);
  }

  private synchronized void keep(Entry entry) throws ProblemException {
    commit(entry, Map.of());
    proceed();
  }

  private void commit(Entry entry, Map<String, Secret> secrets) throws ProblemException {
    CeremonyState next = state.apply(entry);
    journal.append(entry);
    state = next;
    secrets.forEach(vault::put);
  }

  /**
   * Does what follows from the state by itself: wipes what nobody needs any more, starts early
   * work, enters the next part or the end. Every verb ends with it; it is called again only where
   * an entry could not be kept.
   */
  public synchronized void proceed() throws ProblemException {
    early.values().removeIf(this::isStale);
    vault.keepOnly(state.liveSecrets());
    if (state.ended()) {
      return;
    }
    if (state.phase() == CeremonyState.Phase.ABORTING) {
      if (state.current().isEmpty()) {
        keep(new Entry.Aborted(now()));
      }
      return;
    }
    if (state.current().isEmpty()) {
      Optional<Part> next = state.nextPart();
      keep(
          next.isPresent()
              ? new Entry.Extended(now(), next.get().hash())
              : new Entry.Finished(now()));
      return;
    }
    startEarly();
  }

  private boolean isStale(EarlyWork work) {
    boolean stale = state.isDone(work.step().id()) || !canStart(work.step());
    if (stale) {
      work.discard();
    }
    return stale;
  }

  private void startEarly() {
    for (Agenda.Row row : state.agenda().rows()) {
      if (row.step() instanceof Perform step
          && step.ahead()
          && !state.isDone(step.id())
          && !early.containsKey(step.id())
          && canStart(step)) {
        EarlyWork work = new EarlyWork(step, progress -> deskFor(step, progress));
        early.put(step.id(), work);
        background.execute(work);
      }
    }
  }

  private boolean canStart(Perform step) {
    return state.isReady(step)
        && step.needs().stream()
            .allMatch(need ->
                !(need instanceof SecretSlot secret)
                    || state.liveSecrets().contains(secret) && vault.holds(secret));
  }

  private void restore() throws ProblemException {
    Optional<SecretSlot> lost = lostSecret();
    while (lost.isPresent()) {
      Agenda.Row origin = state.agenda().origin(lost.get()).orElseThrow();
      keep(
          origin.step() instanceof Ask
              ? new Entry.Reopened(now(), origin.step().id(), REASON_LOST)
              : new Entry.Redone(now(), origin.path().getLast().id(), REASON_LOST));
      lost = lostSecret();
    }
    for (Agenda.Row row : state.agenda().rows()) {
      if (row.step() instanceof Perform step
          && state.isDone(step.id())
          && !step.postcondition().holds(deskFor(step, Progress.NONE))) {
        keep(new Entry.Redone(now(), row.path().getLast().id(), REASON_CHANGED));
      }
    }
    if (state.inDoubt().isPresent()) {
      look((Perform) state.agenda().row(state.inDoubt().get()).step());
    }
  }

  private Optional<SecretSlot> lostSecret() {
    // The outermost section first: what it makes again, the inner ones need.
    return state.liveSecrets().stream()
        .filter(slot -> !vault.holds(slot))
        .min(Comparator.comparing(slot -> state.agenda().origin(slot).orElseThrow().path().size()));
  }

  private void look(Perform step) throws ProblemException {
    try (Desk desk = deskFor(step, Progress.NONE)) {
      switch (step.doubt().look(desk)) {
        case HAPPENED -> {
          desk.requireComplete();
          keepWork(
              new Unkept(
                  new Entry.Done(now(), step.id(), state.person(step.seat()), desk.made().texts()),
                  desk));
        }
        case DID_NOT_HAPPEN -> keep(failed(step.id(), new CeremonyProblem.LeftInDoubt()));
        case CANNOT_TELL -> {
          // Stays in doubt until people settle it.
        }
      }
    }
  }

  /** Lets a person stop work that somebody else reports on. */
  private final class Stoppable implements Progress {
    private final Progress watched;

    Stoppable(Progress watched) {
      this.watched = watched;
    }

    @Override
    public void report(long done, long total) {
      watched.report(done, total);
    }

    @Override
    public void checkpoint() {
      if (stopAsked) {
        throw new Cancelled();
      }
      watched.checkpoint();
    }
  }
}
