// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.SystemProblem.RandomnessStuck;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.CeremonyState.Phase;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.StepId;

/** A device as a source of randomness, in both ceremonies that make shares. */
class RandomDeviceTest {
  private static final int SECRET_SIZE = 16;

  @TempDir private Path folder;
  private final CountedRandom random = new CountedRandom();
  private DeviceStand stand;

  @BeforeEach
  void plugIn() {
    stand = new DeviceStand(folder, random, true);
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Ceremony ceremony(String id) throws ProblemException {
    return Catalogue.find(id)
        .orElseThrow()
        .plan(Facts.ofTexts(Map.of("name", "Vault 2026", "randomDevice", "yes")))
        .ceremony();
  }

  private PeopleWithDevices people() {
    return people(stand);
  }

  private PeopleWithDevices people(DeviceStand there) {
    return new PeopleWithDevices(there, new MadeUpPeople(folder), name -> null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-shares", "dkek-quorum"})
  void theAgendaIsAsAgreed(String id) throws Exception {
    assertEquals(Golden.text(id + "-random-device.agenda"), ceremony(id).canonical());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-shares", "dkek-quorum"})
  void aPlanThatSaysNoIsOneThatSaysNothing(String id) throws Exception {
    Ceremony said =
        Catalogue.find(id)
            .orElseThrow()
            .plan(Facts.ofTexts(Map.of("name", "Vault 2026", "randomDevice", "no")))
            .ceremony();
    assertEquals(Golden.text(id + ".agenda"), said.canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "dkek-quorum, ENGLISH",
    "dkek-quorum, GERMAN",
    "dkek-shares, ENGLISH",
    "dkek-shares, GERMAN"
  })
  void tellsAnUndisturbedRun(String id, Language language) throws Exception {
    assertEquals(
        Golden.text(id + "-random-device." + language.tag() + ".transcript"),
        stand.told(ceremony(id), people(), language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-shares", "dkek-quorum"})
  void theRecordNamesBothSources(String id) throws Exception {
    Facts facts = stand.run(ceremony(id), Journal.inMemory(), people()).facts();
    assertEquals("test, SIMULATED " + stand.serial(), facts.get(SheetFacts.RANDOM_SOURCES));
  }

  /** All that differs is where the device's bytes come from. */
  @Test
  void theSecretDependsOnTheDevice() throws Exception {
    assertNotEquals(quorum(1, Optional.empty()), quorum(2, Optional.empty()));
    assertEquals(quorum(1, Optional.empty()), quorum(1, Optional.empty()));
  }

  /** All that differs is where the laptop's bytes come from. */
  @Test
  void theSecretDependsOnTheLaptopToo() throws Exception {
    assertNotEquals(quorum(1, Optional.empty()), quorum(1, Optional.of(new CountedRandom())));
  }

  private String quorum(int seed, Optional<CountedRandom> spent) throws Exception {
    CountedRandom own = spent.orElseGet(CountedRandom::new);
    if (spent.isPresent()) {
      own.bytes(1);
    }
    Path place = Files.createTempDirectory(folder, "run");
    try (DeviceStand there = new DeviceStand(place, own, true)) {
      there.swap(DeviceStand.device(seed));
      PeopleWithDevices people =
          new PeopleWithDevices(there, new MadeUpPeople(place), name -> null);
      CeremonyState end = there.run(ceremony("dkek-quorum"), Journal.inMemory(), people);
      assertEquals(Phase.FINISHED, end.phase());
      return end.facts().get(SheetFacts.KCV);
    }
  }

  @Test
  void changesNothingOnTheDevice() throws Exception {
    stand.setUp();
    SimulatedState before = stand.device.state();
    stand.run(ceremony("dkek-quorum"), Journal.inMemory(), people());
    assertEquals(before, stand.device.state());
  }

  @ParameterizedTest
  @CsvSource({"dkek-shares, dkekShares.make", "dkek-quorum, dkekQuorum.generate"})
  void makesNothingFromHalfWhenTheDeviceIsPulled(String id, String key) throws Exception {
    StepId step = id.equals("dkek-shares") ? new StepId(key, 1) : StepId.of(key);
    int before = commandsUntil(id, step, false);
    int after = commandsUntil(id, step, true);
    assertTrue(after > before);
    for (Fault fault : Pulls.between(before + 1, after)) {
      stand.meet(fault);
      PeopleWithDevices people = people();
      try (CeremonyRunner runner = stand.start(ceremony(id), Journal.inMemory())) {
        stand.until(runner, people, step);
        refused(DeviceGone.class, runner);
        assertEquals(step, runner.state().current().orElseThrow().id());
        assertFalse(runner.state().facts().has(SheetFacts.KCV));
        assertEquals(List.of(), files());
        assertEquals(0, random.alive(2 * SECRET_SIZE), fault::toString);
        stand.putBack();
        assertTrue(runner.perform(Progress.NONE), fault::toString);
      }
      for (Path file : files()) {
        Files.delete(file);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pbe")).toList();
    }
  }

  private int commandsUntil(String id, StepId step, boolean done) throws Exception {
    stand.meet();
    try (CeremonyRunner runner = stand.start(ceremony(id), Journal.inMemory())) {
      stand.until(runner, people(), step);
      if (done) {
        runner.perform(Progress.NONE);
      }
    }
    for (Path file : files()) {
      Files.delete(file);
    }
    return stand.commands();
  }

  @Test
  void takesNoOtherDeviceInTheMiddle() throws Exception {
    PeopleWithDevices people = people();
    try (CeremonyRunner runner = stand.start(ceremony("dkek-shares"), Journal.inMemory())) {
      stand.until(runner, people, new StepId("dkekShares.make", 2));
      stand.swap(DeviceStand.device(2));
      refused(AnotherDevice.class, runner);
      assertEquals(1, files().size(), "the share of the first custodian");
      stand.swap(stand.device);
      assertTrue(runner.perform(Progress.NONE));
    }
  }

  @Test
  void refusesADeviceThatGivesTheSameAgainAndAgain() throws Exception {
    stand.swap(new Stuck(stand.device));
    try (CeremonyRunner runner = stand.start(ceremony("dkek-quorum"), Journal.inMemory())) {
      stand.until(runner, people(), StepId.of("dkekQuorum.generate"));
      refused(RandomnessStuck.class, runner);
      assertEquals(0, random.alive(SECRET_SIZE));
    }
  }

  /** A device whose random generator is broken. */
  private static final class Stuck extends CardInFront {
    private static final int GET_CHALLENGE = 0x84;

    Stuck(Card device) {
      super(device);
    }

    @Override
    public Bytes transmit(Bytes command) {
      Bytes answer = super.transmit(command);
      return command.at(1) == GET_CHALLENGE
          ? Bytes.of(new byte[answer.size() - 2]).plus(Bytes.fromHex("9000"))
          : answer;
    }
  }

  private static void refused(Class<? extends Problem> expected, CeremonyRunner runner) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
    assertInstanceOf(expected, refusal.problem());
  }

  /** Where a run is stopped. */
  private record Stop(int line, FaultyJournal.Fault fault) {}

  @ParameterizedTest
  @ValueSource(strings = {"dkek-shares", "dkek-quorum"})
  void goesOnAfterEveryEntry(String id) throws Exception {
    Journal whole = Journal.inMemory();
    assertEquals(Phase.FINISHED, stand.run(ceremony(id), whole, people()).phase());
    List<Stop> stops = new ArrayList<>();
    for (int line = 2; line <= whole.entries().size(); line++) {
      stops.add(new Stop(line, FaultyJournal.Fault.CRASH_BEFORE));
      stops.add(new Stop(line, FaultyJournal.Fault.CRASH_AFTER));
    }
    for (Stop stop : Pulls.sample(stops)) {
      for (Path file : files()) {
        Files.delete(file);
      }
      Journal kept = Journal.inMemory();
      FaultyJournal journal = new FaultyJournal(kept, stop.line(), stop.fault());
      assertThrows(FaultyJournal.Crash.class, () -> stand.run(ceremony(id), journal, people()));
      if (!CeremonyState.after(ceremony(id), kept.entries()).ended()) {
        PeopleWithDevices after = people();
        assertEquals(Phase.FINISHED, stand.goOn(ceremony(id), kept, after).phase(), stop::toString);
        assertEquals(List.of(), after.refusals, stop::toString);
      }
      assertEquals(0, random.alive(SECRET_SIZE), stop::toString);
    }
  }
}
