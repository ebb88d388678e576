// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

// Long because a small ceremony and all that can happen to its devices stand together.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceNotHere;
import org.keyrite.core.problem.DeviceProblem.DeviceSubstituted;
import org.keyrite.core.problem.DeviceProblem.DeviceTwice;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.SeenDevice;
import org.keyrite.wizards.preflight.CalmLaptop;

class DevicesInCeremonyTest {
  private static final Fact<String> ONE = Fact.text("device[1].serial");
  private static final Fact<String> TWO = Fact.text("device[2].serial");
  private static final Fact<Integer> TRIES = Fact.number("tries");
  private static final SecretSlot WORD = new SecretSlot("word");
  private static final SecretSlot KEY = new SecretSlot("key");

  private static final StepId FIRST = new StepId("toy.await", 1);
  private static final StepId SECOND = new StepId("toy.await", 2);
  private static final StepId ENTER = StepId.of("toy.enter");
  private static final StepId DERIVE = StepId.of("toy.derive");
  private static final StepId SWAP = StepId.of("toy.swap");
  private static final StepId USE = StepId.of("toy.use");
  private static final StepId FINISH = StepId.of("toy.finish");

  private static final LocalDate MADE = LocalDate.of(2026, 11, 21);

  private final PracticeReaders readers = new PracticeReaders(List.of("left", "right"));
  private final Devices devices = new Devices(readers, Duration.ZERO);
  private final SimulatedHsm one = device(1);
  private final SimulatedHsm two = device(2);
  private final Journal journal = Journal.inMemory();
  private Perform.Doubt doubt = Perform.Doubt.DO_AGAIN;
  private boolean crash;
  private int derived;
  private CeremonyRunner runner;

  private static SimulatedHsm device(int seed) {
    SimulatedState state = SimulatedState.create(new Random(seed), MADE);
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(seed));
  }

  private static String serial(SimulatedHsm device) {
    return device.state().identity().serial();
  }

  @BeforeEach
  void start() throws ProblemException {
    runner = CeremonyRunner.start(ceremony(), "T-1", Bytes.EMPTY, journal, place(), Runnable::run);
  }

  @AfterEach
  void close() {
    runner.close();
    devices.close();
  }

  private Workplace place() {
    return new Workplace(
        "Keyrite 0.0",
        Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
        Path.of("nowhere"),
        null,
        DerivationCost.forTests(1),
        (name, pdf) -> name,
        devices,
        new CalmLaptop(),
        true);
  }

  private Ceremony ceremony() {
    AwaitDevice first = AwaitDevice.first(FIRST, Seat.OPERATOR, List.of(), "device[1]", ONE);
    AwaitDevice second = AwaitDevice.first(SECOND, Seat.OPERATOR, List.of(), "device[2]", TWO);
    return new Ceremony(
        "toy",
        List.of(),
        Facts.NONE,
        Part.last(
            Section.of(
                "toy.devices",
                first,
                second,
                Ask.of(
                    ENTER, Seat.OPERATOR, List.of(), new Field(WORD, new Editor.KnownPassphrase())),
                new Perform(
                    DERIVE,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(WORD),
                    Set.of(KEY),
                    this::derive,
                    Perform.Trait.REPEATABLE),
                first.again(SWAP, Seat.OPERATOR, List.of()),
                new Perform(
                        USE, Seat.OPERATOR, List.of(), Set.of(ONE, KEY), Set.of(TRIES), this::use)
                    .inDoubt(desk -> doubt.look(desk)),
                new Perform(
                    FINISH,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(TWO),
                    Set.of(),
                    desk -> desk.use(TWO, (hsm, info) -> hsm.pins())))));
  }

  private void derive(Desk desk) {
    derived++;
    desk.put(KEY, desk.get(WORD).copy());
  }

  private void use(Desk desk) throws ProblemException {
    if (crash) {
      throw new IllegalStateException("the process ends here");
    }
    desk.put(TRIES, desk.use(ONE, (hsm, info) -> desk.get(KEY).size()));
  }

  private StepId current() {
    return runner.state().current().orElseThrow().id();
  }

  private void refused(Problem expected, Attempt attempt) {
    assertEquals(expected, assertThrows(ProblemException.class, attempt::make).problem());
  }

  private interface Attempt {
    void make() throws ProblemException;
  }

  private void enter() throws ProblemException {
    Secret word = Secret.taking(new byte[] {'w', 'o', 'r', 'd'});
    runner.answer(new Answers(Facts.NONE, Map.of(WORD, word)));
  }

  private void untilUse() throws ProblemException {
    readers.insert("left", one);
    readers.insert("right", two);
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    enter();
    runner.perform(Progress.NONE);
    runner.present(SeenDevice.of(one));
  }

  private void stopAndResume() throws ProblemException {
    runner.close();
    runner = CeremonyRunner.resume(ceremony(), journal, place(), Runnable::run);
  }

  @Test
  void usesEachDeviceWhereverItIs() throws ProblemException {
    untilUse();
    readers.remove("left");
    readers.remove("right");
    readers.insert("right", one);
    runner.perform(Progress.NONE);
    readers.insert("left", two);
    runner.perform(Progress.NONE);
    assertEquals(CeremonyState.Phase.FINISHED, runner.state().phase());
    assertEquals(4, runner.state().facts().get(TRIES));
  }

  @Test
  void refusesOneDeviceForTwoParts() throws ProblemException {
    runner.present(SeenDevice.of(one));
    refused(new DeviceTwice(serial(one)), () -> runner.present(SeenDevice.of(one)));
    assertEquals(SECOND, current());
  }

  @Test
  void refusesAnotherDeviceAfterASwap() throws ProblemException {
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    enter();
    runner.perform(Progress.NONE);
    refused(new AnotherDevice(serial(one), serial(two)), () -> runner.present(SeenDevice.of(two)));
    assertEquals(SWAP, current());
  }

  @Test
  void refusesADeviceWithTheSameSerialAndAnotherCertificateAfterASwap() throws ProblemException {
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    enter();
    runner.perform(Progress.NONE);
    refused(
        new DeviceSubstituted(serial(one)),
        () -> runner.present(SeenDevice.of(SeenDevice.substituteOf(one, MADE))));
    assertEquals(SWAP, current());
    runner.present(SeenDevice.of(one));
    assertEquals(USE, current());
  }

  @Test
  void worksOnNoDeviceWithTheSameSerialAndAnotherCertificate() throws ProblemException {
    untilUse();
    readers.remove("left");
    readers.insert("left", SeenDevice.substituteOf(one, MADE));
    refused(new DeviceSubstituted(serial(one)), () -> runner.perform(Progress.NONE));
    assertTrue(runner.state().facts().find(TRIES).isEmpty(), "it was not even asked");
    readers.remove("left");
    readers.insert("left", one);
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void worksOnNoDeviceThatOnlyShowsTheCertificatesOfTheOneThatIsMeant() throws ProblemException {
    untilUse();
    readers.remove("left");
    readers.insert("left", SeenDevice.copyOf(one, MADE));
    refused(new DeviceSubstituted(serial(one)), () -> runner.perform(Progress.NONE));
    assertTrue(runner.state().facts().find(TRIES).isEmpty(), "it was not even asked");
    readers.remove("left");
    readers.insert("left", one);
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void aDeviceThatProvedItselfMustDoSoAfterASwap() throws ProblemException {
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    enter();
    runner.perform(Progress.NONE);
    DeviceIdentity proven = SeenDevice.of(one);
    DeviceIdentity silent = new DeviceIdentity(proven.serial(), proven.fingerprint(), false);
    refused(new DeviceSubstituted(serial(one)), () -> runner.present(silent));
    runner.present(proven);
    assertEquals(USE, current());
  }

  @Test
  void aDeviceThatNeverProvedItselfIsUsedAndMayDoSoLater() throws ProblemException {
    readers.insert("left", one);
    DeviceIdentity proven = SeenDevice.of(one);
    runner.present(new DeviceIdentity(proven.serial(), proven.fingerprint(), false));
    runner.present(SeenDevice.of(two));
    enter();
    runner.perform(Progress.NONE);
    runner.present(proven);
    assertEquals(USE, current());
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void findsTheDeviceThatIsMeantBesideOneWithTheSameSerial() throws ProblemException {
    untilUse();
    readers.remove("right");
    readers.insert("right", SeenDevice.substituteOf(one, MADE));
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void findsTheDeviceThatIsMeantBehindOneWithTheSameSerial() throws ProblemException {
    untilUse();
    readers.remove("left");
    readers.remove("right");
    readers.insert("left", SeenDevice.substituteOf(one, MADE));
    readers.insert("right", one);
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void refusesASubstituteWhenItIsResumed() throws ProblemException {
    untilUse();
    stopAndResume();
    refused(
        new DeviceSubstituted(serial(one)),
        () -> runner.present(SeenDevice.of(SeenDevice.substituteOf(one, MADE))));
    runner.present(SeenDevice.of(one));
    assertEquals(ENTER, current());
  }

  @Test
  void worksOnNoOtherDeviceThanTheOneThatIsMeant() throws ProblemException {
    untilUse();
    readers.remove("left");
    refused(new AnotherDevice(serial(one), serial(two)), () -> runner.perform(Progress.NONE));
    readers.remove("right");
    refused(new DeviceNotHere(serial(one)), () -> runner.perform(Progress.NONE));
    assertEquals(USE, current());
    readers.insert("left", one);
    assertTrue(runner.perform(Progress.NONE));
  }

  @Test
  void awaitsTheDeviceAgainWhenItIsResumed() throws ProblemException {
    untilUse();
    stopAndResume();
    assertEquals(SWAP, current());
    refused(new AnotherDevice(serial(one), serial(two)), () -> runner.present(SeenDevice.of(two)));
    runner.present(SeenDevice.of(one));
    assertEquals(ENTER, current(), "the word was lost");
    enter();
    assertEquals(DERIVE, current(), "what was made of it, too");
    runner.perform(Progress.NONE);
    runner.perform(Progress.NONE);
    assertEquals(2, derived);
    assertEquals(FINISH, current());
  }

  @Test
  void awaitsADeviceWhoseSerialIsKnownFromTheFirstTimeOn() throws ProblemException {
    readers.insert("left", one);
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    stopAndResume();
    assertEquals(SECOND, current());
    refused(new AnotherDevice(serial(two), serial(one)), () -> runner.present(SeenDevice.of(one)));
    runner.present(SeenDevice.of(two));
    assertEquals(ENTER, current());
  }

  @Test
  void looksWhatBecameOfWorkWhenTheDeviceIsThereAgain() throws ProblemException {
    untilUse();
    crash = true;
    doubt =
        desk ->
            desk.use(
                ONE,
                (hsm, info) -> {
                  desk.put(TRIES, 9);
                  return Perform.Doubt.Finding.HAPPENED;
                });
    assertThrows(IllegalStateException.class, () -> runner.perform(Progress.NONE));
    readers.remove("left");
    stopAndResume();
    assertEquals(SWAP, current());
    assertTrue(runner.doubtful().isEmpty(), "nobody is asked before the device could tell");
    refused(new AnotherDevice(serial(one), serial(two)), () -> runner.present(SeenDevice.of(one)));
    readers.insert("left", one);
    runner.proceed();
    assertEquals(FINISH, current());
    assertEquals(9, runner.state().facts().get(TRIES));
    assertInstanceOf(Entry.Done.class, journal.entries().getLast());
  }
}
