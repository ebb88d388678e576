// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.DeviceJob;

/**
 * Where the work of one step is done: it hands out what the step needs and takes in what it yields,
 * and nothing else. What was put down belongs to the desk until the runner takes it.
 */
public final class Desk implements AutoCloseable {
  private final Step step;
  private final Workplace place;
  private final Progress progress;
  private final CeremonyState state;
  private final Map<String, Secret> lent;
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private Facts made = Facts.NONE;

  Desk(
      Step step,
      Workplace place,
      Progress progress,
      CeremonyState state,
      Map<String, Secret> lent) {
    this.step = step;
    this.place = place;
    this.progress = progress;
    this.state = state;
    this.lent = lent;
  }

  /** With what to work. */
  public Workplace place() {
    return place;
  }

  /** What the ceremony counts for as far as it has come. */
  public Practice practice() {
    return Practice.of(state, place.practice());
  }

  /** Where to report how far the work is, and to learn that it is to stop. */
  public Progress progress() {
    return progress;
  }

  /** The ceremony that the step belongs to. */
  public Ceremony ceremony() {
    return state.ceremony();
  }

  /** The agenda as far as it is known. */
  public Agenda agenda() {
    return state.agenda();
  }

  /** Whether the ceremony was given up, so that only what cleans up is still done. */
  public boolean isGivenUp() {
    return state.phase() == CeremonyState.Phase.ABORTING;
  }

  /** Refuses work with secrets while the laptop is connected to more than people know. */
  void requireQuiet() throws ProblemException {
    new StillQuiet(step, state, place).require();
  }

  /** A fact that the step needs, one of the plan, or one that the step itself yielded before. */
  public <T> T get(Fact<T> fact) {
    if (!step.yields().contains(fact)) {
      require(step.needs(), fact);
    }
    return state.facts().get(fact);
  }

  /** A secret that the step needs, lent: neither closed nor kept. */
  public Secret get(SecretSlot slot) {
    require(step.needs(), slot);
    Secret secret = lent.get(slot.name());
    if (secret == null) {
      throw new NotHeld(slot);
    }
    return secret;
  }

  /**
   * Does a job with the device whose serial this is, and which has the certificate that it had when
   * it was first presented.
   *
   * @throws ProblemException if it is in no reader, and whatever the job refuses
   */
  public <R> R use(Fact<String> serial, DeviceJob<R> job) throws ProblemException {
    DeviceIdentity presented =
        new DeviceIdentity(
            get(serial),
            state.facts().get(AwaitDevice.fingerprint(serial)),
            state.facts().get(AwaitDevice.proven(serial)));
    return place.devices().use(presented, job);
  }

  /**
   * Whether the device whose serial this is proved, when it was first presented, that it has the
   * key of its certificate.
   */
  public boolean isProven(Fact<String> serial) {
    return state.facts().get(AwaitDevice.proven(serial));
  }

  /** Puts down a fact that the step yields. */
  public <T> void put(Fact<T> fact, T value) {
    requireYield(fact);
    made = made.with(fact, value);
  }

  /** Puts down a secret that the step yields; it is the desk's from now on. */
  public void put(SecretSlot slot, Secret secret) {
    if (!step.yields().contains(slot)) {
      secret.close();
    }
    requireYield(slot);
    Secret before = secrets.put(slot.name(), secret);
    if (before != null) {
      before.close();
    }
  }

  /** How often this step has begun, this time included. */
  public int attempt() {
    return state.begun(step.id()) + (hasBegun() ? 0 : 1);
  }

  /** How often this step has begun since another one did last, this time included. */
  public int attemptsSince(StepId other) {
    return state.begunSince(step.id(), other) + (hasBegun() ? 0 : 1);
  }

  /**
   * The keys of the problems with which earlier attempts at this step ended, since it was opened or
   * opened again.
   */
  public List<String> refusals() {
    return state.refusals(step.id());
  }

  /**
   * How many steps with this step's key have begun, this one included: a number not yet given. Work
   * that starts early has none: what begins before its turn comes is not known yet.
   */
  public int runningNumber() {
    if (!hasBegun()) {
      throw new IllegalStateException(step.id() + " has not begun");
    }
    return state.begun(step.id().key());
  }

  private boolean hasBegun() {
    return state.isDone(step.id()) || state.inDoubt().equals(Optional.of(step.id()));
  }

  /** What this family of facts held before it was voided, in order. */
  public List<String> voided(String family) {
    return state.voided().stream()
        .filter(gone -> Fact.text(gone.name()).family().equals(family))
        .map(CeremonyState.Voided::text)
        .toList();
  }

  /** What this fact was before it was voided, in order. */
  public List<String> voided(Fact<?> fact) {
    return state.voided().stream()
        .filter(gone -> gone.name().equals(fact.name()))
        .map(CeremonyState.Voided::text)
        .toList();
  }

  private void require(Set<Slot> declared, Slot slot) {
    if (!declared.contains(slot) && !state.ceremony().plan().texts().containsKey(slot.name())) {
      throw new IllegalStateException(step.id() + " does not declare " + slot);
    }
  }

  private void requireYield(Slot slot) {
    if (!step.yields().contains(slot)) {
      throw new IllegalStateException(step.id() + " does not declare " + slot);
    }
  }

  Facts made() {
    return made;
  }

  Map<String, Secret> secrets() {
    return Map.copyOf(secrets);
  }

  /** The secrets belong to somebody else now. */
  void handOver() {
    secrets.clear();
  }

  void requireComplete() {
    for (Slot slot : step.yields()) {
      boolean there =
          switch (slot) {
            case Fact<?> fact -> made.has(fact);
            case SecretSlot secret -> secrets.containsKey(secret.name());
          };
      if (!there) {
        throw new IllegalStateException(step.id() + " did not yield " + slot);
      }
    }
  }

  /** A secret that the step declares went with an earlier process. */
  static final class NotHeld extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotHeld(SecretSlot slot) {
      super("no secret in " + slot);
    }
  }

  /** Wipes what nobody took. */
  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
    secrets.clear();
  }
}
