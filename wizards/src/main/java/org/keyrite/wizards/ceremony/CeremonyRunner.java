// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

// Long because every verb of a ceremony stands here with what it promises.

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.DeviceIdentity;

/**
 * Runs a ceremony: turns what people do into journal entries, does the work of the steps, and owns
 * the secrets. A secret is wiped when nothing that is still to be done needs it, whatever the end.
 *
 * <p>All verbs may be called from any thread. {@link #perform} works without holding up the others,
 * so that a note can be taken and the work be stopped meanwhile; the ceremony itself does not move
 * while a step is at work.
 *
 * <p>Where an entry could not be kept (disk full), a verb throws, and whoever called it looks at
 * the {@link #state} again: it says whether the act itself was kept. {@link #proceed} catches up
 * with what is missing; work that was done is not done twice.
 */
public final class CeremonyRunner implements AutoCloseable {
  /** Reason of a redo or reopening: the secret went with the process that held it. */
  public static final String REASON_LOST = "lost";

  /** Reason of a reopening: nobody knows whether the device is still there. */
  public static final String REASON_AWAY = "away";

  /** Reason of a redo: what a step had brought about does not hold any more. */
  public static final String REASON_CHANGED = "changed";

  /** A note that the program takes itself: nobody sits where people should. */
  public static final String NOTE_UNATTENDED = "unattended";

  /** A note that the program takes itself: people sit there, and a file answers for them too. */
  public static final String NOTE_ANSWERS = "answersFile";

  private final Course course;
  private final Journal journal;
  private final Performance performance;

  private CeremonyRunner(Course course, Journal journal) {
    this.course = course;
    this.journal = journal;
    this.performance = new Performance(course, this);
  }

  /**
   * Starts a ceremony. When it throws, the journal stays the caller's.
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
    Course course = new Course(CeremonyState.before(ceremony), journal, place, background);
    course.enter(
        new Entry.Started(
            course.now(),
            ceremonyId,
            ceremony.kind(),
            place.practice(),
            ceremony.plan().texts(),
            ceremony.agendaHash(),
            place.product(),
            before));
    return new CeremonyRunner(course, journal);
  }

  /**
   * Goes on with a ceremony from its journal. What needs a secret that was lost with the old
   * process is opened again: an ask, or the section that made the secret. When it throws, the
   * journal stays the caller's, who may try again with it.
   *
   * @throws ProblemException if the journal is not one of this ceremony, or could not be written
   */
  public static CeremonyRunner resume(
      Ceremony ceremony, Journal journal, Workplace place, Executor background)
      throws ProblemException {
    CeremonyState state;
    try {
      state = CeremonyState.after(ceremony, journal.entries());
    } catch (RuntimeException e) {
      // Lines that cannot follow each other, and values that no step ever wrote.
      throw new CeremonyProblem.JournalOfAnotherPlan(ceremony.kind()).asException();
    }
    if (state.ended() || state.phase() == CeremonyState.Phase.NOT_STARTED) {
      throw new CeremonyProblem.NothingToResume(ceremony.kind()).asException();
    }
    Course course = new Course(state, journal, place, background);
    course.enter(new Entry.Resumed(course.now(), place.product()));
    return new CeremonyRunner(course, journal);
  }

  /** Where the ceremony stands. */
  public synchronized CeremonyState state() {
    return course.state();
  }

  /** Whether it takes no verb any more. */
  public synchronized boolean isClosed() {
    return course.isClosed();
  }

  /** The entries so far. */
  public List<Entry> entries() {
    return journal.entries();
  }

  /**
   * The step of which people must say whether it took effect, because nothing else can tell. Unlike
   * the state's, never a step that is at work, or whose end only waits to be written.
   */
  public synchronized Optional<Step> doubtful() {
    return performance.isRunning() ? Optional.empty() : course.doubtful();
  }

  /**
   * A person answers the current ask. The answers are the runner's, also when they are refused.
   *
   * @throws ProblemException if a value is refused; then nothing has changed
   */
  public synchronized void answer(Answers answers) throws ProblemException {
    Map<String, Secret> copies = new LinkedHashMap<>();
    try (answers) {
      course.catchUp();
      Ask ask = course.current(Ask.class);
      Facts facts = AnswerCheck.of(ask, answers, state(), course.practice());
      for (Map.Entry<SecretSlot, Secret> given : answers.secrets().entrySet()) {
        copies.put(given.getKey().name(), given.getValue().copy());
      }
      String person = state().person(ask.seat());
      course.keep(new Entry.Done(course.now(), ask.id(), person, facts.texts()), copies);
      copies.clear();
    } finally {
      copies.values().forEach(Secret::close);
    }
    proceed();
  }

  /**
   * The awaited device is there.
   *
   * @throws ProblemException if another is meant, or this one has another part
   */
  public synchronized void present(DeviceIdentity device) throws ProblemException {
    course.catchUp();
    AwaitDevice await = course.current(AwaitDevice.class);
    Optional<Problem> refused = new Presented(state(), await).refuses(device);
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
    Facts seen =
        Facts.NONE
            .with(await.serial(), device.serial())
            .with(await.fingerprint(), device.fingerprint())
            .with(await.proven(), device.proven());
    Map<String, String> facts = await.again() ? Map.of() : seen.texts();
    keep(new Entry.Done(course.now(), await.id(), state().person(await.seat()), facts));
  }

  /**
   * The person whose turn it is confirms the current sentence, or does not and says why. Where the
   * ceremony cannot go on without, the remark is noted and the step stays open.
   */
  public synchronized void attest(boolean agreed, String remark) throws ProblemException {
    course.catchUp();
    Attest attest = course.current(Attest.class);
    String person = state().person(attest.seat());
    if (!agreed && remark.isBlank()) {
      throw new PlanProblem.ValueMissing().asException();
    }
    if (!agreed && !attest.remarkAllowed()) {
      keep(new Entry.Noted(course.now(), person, remark));
      throw new CeremonyProblem.NotConfirmed(state().agenda().row(attest.id()).number())
          .asException();
    }
    Optional<Problem> refused = agreed ? barred() : Optional.empty();
    if (agreed
        && refused.isEmpty()
        && EditorLimits.refuses(attest.seat().person(), Attest.REASON, remark).isPresent()) {
      refused = doubted();
    }
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
    keep(new Entry.Attested(course.now(), attest.id(), person, agreed, remark));
  }

  /** What the current sentence can be confirmed with a reason only for, if there is anything. */
  public synchronized Optional<Problem> doubted() {
    return state()
        .current()
        .filter(Attest.class::isInstance)
        .flatMap(step -> ((Attest) step).doubt().refuses(state().facts(), course.practice()));
  }

  /** What keeps people from confirming the current sentence, if it is one and anything does. */
  public synchronized Optional<Problem> barred() {
    return state()
        .current()
        .filter(Attest.class::isInstance)
        .flatMap(step -> ((Attest) step).bar().refuses(state().facts(), course.practice()));
  }

  /**
   * Does the work of the current step, or waits for it where it started early.
   *
   * @return false if it was stopped
   * @throws ProblemException if it was refused; the step stays open
   */
  public boolean perform(Progress progress) throws ProblemException {
    return performance.perform(progress);
  }

  /** Asks the work that runs to stop at its next checkpoint, if it is work that may be stopped. */
  public void cancel() {
    performance.cancel();
  }

  /** Goes back to the step before, where that is allowed. */
  public synchronized void back() throws ProblemException {
    course.catchUp();
    Step target = state().backTarget().orElseThrow(() -> new IllegalStateException("no way back"));
    keep(new Entry.SteppedBack(course.now(), target.id()));
  }

  /** Notes an exception: something that was not planned and that the record should tell. */
  public synchronized void note(String by, String text) throws ProblemException {
    course.catchUp();
    if (text.isBlank()) {
      throw new PlanProblem.ValueMissing().asException();
    }
    keep(new Entry.Noted(course.now(), by, text));
  }

  /** Seats another person. */
  public synchronized void seat(Seat seat, String person, String reason) throws ProblemException {
    course.catchUp();
    if (!state().seats().contains(seat)) {
      throw new IllegalStateException("no seat " + seat);
    }
    Facts facts = state().facts().with(seat.person(), person);
    Optional<Problem> refused =
        state().field(seat.person()).refuses(person).or(() -> SeatRules.refuses(facts));
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
    keep(new Entry.Seated(course.now(), seat.toString(), person.strip(), reason));
  }

  /**
   * The sections that can be done again now, from the one around the current step outwards; none
   * while a step is at work or in doubt.
   */
  public synchronized List<Section> redoable() {
    return Redo.offers(state()).stream()
        .filter(section ->
            Redo.of(state(), section.id()).outsideSecrets().stream()
                .allMatch(course.vault()::holds))
        .toList();
  }

  /** Does a section again; what it had made is void. */
  public synchronized void redo(StepId section, String reason) throws ProblemException {
    performance.requireIdle();
    course.catchUp();
    if (redoable().stream().noneMatch(offer -> offer.id().equals(section))) {
      throw new IllegalStateException(section + " cannot be done again now");
    }
    keep(new Entry.Redone(course.now(), section, reason));
  }

  /** People say whether the step in doubt took effect. */
  public synchronized void settle(boolean happened) throws ProblemException {
    performance.requireIdle();
    course.catchUp();
    Step step = doubtful().orElseThrow(() -> new IllegalStateException("nothing is in doubt"));
    keep(
        happened && step.yields().isEmpty()
            ? new Entry.Done(course.now(), step.id(), state().person(step.seat()), Map.of())
            : Entry.Failed.of(course.now(), step.id(), new CeremonyProblem.LeftInDoubt()));
  }

  /**
   * Gives the ceremony up. Steps that clean up are offered first; giving up once more leaves out
   * what of them is still to be done.
   */
  public synchronized void abort(String reason) throws ProblemException {
    performance.requireIdle();
    course.catchUp();
    boolean again = state().phase() == CeremonyState.Phase.ABORTING;
    course.keep(new Entry.Aborting(course.now(), reason));
    if (again) {
      course.keep(new Entry.Aborted(course.now()));
    }
    proceed();
  }

  /** The lines of a secret that the current step shows while a key is held, for you to wipe. */
  public synchronized List<char[]> reveal(Attest.Shown.WhileHeld shown) {
    if (!course.current(Attest.class).shown().contains(shown)) {
      throw new IllegalStateException("not shown now: " + shown.slot());
    }
    return shown.lines().of(course.vault().get(shown.slot()));
  }

  /**
   * Does what follows by itself: keeps what could not be kept before, wipes what nobody needs any
   * more, starts early work, enters the next part or the end. Every verb ends with it; it is called
   * again only where an entry could not be kept.
   */
  public synchronized void proceed() throws ProblemException {
    course.proceed();
  }

  /**
   * Stops for now: wipes all secrets and lets go of the journal, which can be resumed. What work
   * that is under way still does is not recorded.
   */
  @Override
  public synchronized void close() {
    performance.close();
    course.close();
    journal.close();
  }

  private void keep(Entry entry) throws ProblemException {
    course.keep(entry);
    course.proceed();
  }
}
