// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.KeyDomainsChanged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.CeremonyState.Phase;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DeviceIdentity;

class DeviceCheckTest {
  @TempDir private Path folder;
  private DeviceStand stand;

  @BeforeEach
  void plugIn() throws ProblemException {
    stand = new DeviceStand(folder, new CountedRandom(), true);
    stand.setUp();
    stand.meet();
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private static Ceremony ceremony() throws ProblemException {
    return Catalogue.find("device-check")
        .orElseThrow()
        .plan(Facts.ofTexts(Map.of("name", "Yearly check")))
        .ceremony();
  }

  private PeopleWithDevices people() {
    return new PeopleWithDevices(stand, new MadeUpPeople(folder), name -> null);
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    assertEquals(Golden.text("device-check.agenda"), ceremony().canonical());
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    assertEquals(
        Golden.text("device-check." + language.tag() + ".transcript"),
        stand.told(ceremony(), people(), language));
  }

  @ParameterizedTest
  @EnumSource
  void everyStepAfterTheFirstPartHasItsWords(Language language) throws Exception {
    CeremonyState end = stand.run(ceremony(), Journal.inMemory(), people());
    Messages messages = Messages.in(language);
    Set<String> missing = new TreeSet<>();
    for (Agenda.Row row : end.agenda().rows()) {
      Step step = row.step();
      Stream.concat(
              Stream.of(step.title(), step.text(), row.path().getFirst().title()),
              step.yields().stream().map(slot -> slot.label()))
          .map(message -> message.key())
          .filter(key -> !messages.has(key))
          .forEach(missing::add);
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void keepsWhatTheDeviceTells() throws Exception {
    Map<String, String> facts = stand.run(ceremony(), Journal.inMemory(), people()).facts().texts();
    assertEquals(stand.serial(), facts.get("device.serial"));
    assertEquals("SIMULATED", facts.get("device.origin"));
    assertEquals("Root 2026", facts.get("device.label"));
    assertEquals("initialised", facts.get("device.state"));
    assertEquals("5", facts.get("device.userTries"));
    assertEquals("15", facts.get("device.soTries"));
    assertEquals("RESET_RETRY_COUNTER", facts.get("device.options"));
    assertEquals("4", facts.get("device.room"));
    assertEquals("0, 2", facts.get("device.domains"));
    assertEquals("key " + DeviceStand.keyCheckValue() + " 1", facts.get("keyDomain[0]"));
    assertEquals("missing 2 3", facts.get("keyDomain[2]"));
    assertFalse(facts.containsKey("keyDomain[1]"), "it is not set up");
  }

  @Test
  void everyKeyIsToldWithWhetherItCanBeBackedUpAndHowOthersSeeIt() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(HiddenKeys.device());
      KeyStock.unlocked(
          room,
          1,
          (hsm, device) -> {
            KeyStock.create(
                hsm, device, "AES-256", "Counted", 9, List.of(KeyUse.ENCRYPT), OptionalLong.of(7));
            return device;
          });
      SimulatedState before = room.hsm(1).state();
      DeviceStory story =
          new DeviceStory(room, List.of(), DeviceCheck.ID) {
            @Override
            public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
              return room.identity(1);
            }
          };
      Facts facts = story.refuses().facts();
      assertEquals(before, room.hsm(1).state(), "only looked at");
      List<CheckedKey> told = facts.get(CheckedKey.TOLD);
      assertEquals(8, told.size());
      assertEquals("POSSIBLE", told.get(1).key().state());
      assertEquals("Key 2", told.get(1).key().label());
      assertEquals(-1, told.get(1).uses());
      assertEquals("NEVER", told.getLast().key().state());
      assertEquals(7, told.getLast().uses());
      String words =
          Sentences.value(
              Messages.in(Language.ENGLISH), "keys.told", facts.texts().get("keys.told"));
      assertTrue(
          words.endsWith(
              "Counted (AES-256, ID 09), key domain 0, 7 uses left, without a certificate:"
                  + " can never leave this device"),
          words);
      assertTrue(
          words.contains(
              "(secp256r1, ID 02), key domain 0, any number of uses, without a certificate:"
                  + " can be backed up, and moves by that to devices with the same DKEK"),
          words);
      assertEquals(
          List.of(1, 2, 3, 4, 5, 6, 7, 8),
          facts.get(CheckedKey.UNSEEN).stream().map(ListedKey::number).toList());
    }
  }

  @Test
  void aDeviceThatWasNeverInitialisedIsCheckedToo() throws Exception {
    try (DeviceStand fresh = new DeviceStand(folder, new CountedRandom(), true)) {
      PeopleWithDevices all = new PeopleWithDevices(fresh, new MadeUpPeople(folder), name -> null);
      CeremonyState end = fresh.run(ceremony(), Journal.inMemory(), all);
      assertEquals(Phase.FINISHED, end.phase());
      assertEquals("never", end.facts().texts().get("device.state"));
      assertEquals("absent", end.facts().texts().get("device.userTries"));
      assertEquals("none", end.facts().texts().get("device.domains"));
    }
  }

  @Test
  void changesNothingAndCostsNoTry() throws Exception {
    SimulatedState before = stand.device.state();
    assertEquals(Phase.FINISHED, stand.run(ceremony(), Journal.inMemory(), people()).phase());
    assertEquals(before, stand.device.state());
    assertTrue(stand.commands() > 10);
  }

  @Test
  void refusesADeviceThatIsSetUpAnewInBetween() throws Exception {
    PeopleWithDevices people = people();
    try (CeremonyRunner runner = stand.start(ceremony(), Journal.inMemory())) {
      stand.until(runner, people, StepId.of("deviceCheck.read"));
      stand.initialise(Set.of(), new KeyDomainSetup.None());
      ProblemException refused =
          assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
      assertEquals(new KeyDomainsChanged(stand.serial()), refused.problem());
      assertEquals("deviceCheck.read", runner.state().current().orElseThrow().id().key());
    }
  }

  /** Every place is cheap enough to be looked at always. */
  @Test
  void goesOnWhereverTheDeviceIsPulled() throws Exception {
    SimulatedState before = stand.device.state();
    CeremonyState calm = stand.run(ceremony(), Journal.inMemory(), people());
    int commands = stand.commands();
    for (Fault fault : pulls(commands)) {
      stand.meet(fault);
      PeopleWithDevices people = people();
      CeremonyState end = stand.run(ceremony(), Journal.inMemory(), people);
      assertEquals(Phase.FINISHED, end.phase(), fault::toString);
      assertEquals(1, people.refusals.size(), fault::toString);
      assertInstanceOf(DeviceGone.class, people.refusals.getFirst());
      assertEquals(calm.facts(), end.facts(), fault::toString);
      assertEquals(before, stand.device.state(), fault::toString);
    }
  }

  private static List<Fault> pulls(int commands) {
    return IntStream.rangeClosed(1, commands)
        .boxed()
        .<Fault>flatMap(at -> Stream.of(new Fault.PulledBefore(at), new Fault.PulledAfter(at)))
        .toList();
  }

  @Test
  void goesOnAfterEveryEntry() throws Exception {
    Journal whole = Journal.inMemory();
    CeremonyState calm = stand.run(ceremony(), whole, people());
    List<Entry> entries = whole.entries();
    assertInstanceOf(Entry.Finished.class, entries.getLast());
    for (int line = 2; line < entries.size(); line++) {
      for (FaultyJournal.Fault fault :
          List.of(FaultyJournal.Fault.CRASH_BEFORE, FaultyJournal.Fault.CRASH_AFTER)) {
        Journal kept = Journal.inMemory();
        FaultyJournal journal = new FaultyJournal(kept, line, fault);
        assertThrows(FaultyJournal.Crash.class, () -> stand.run(ceremony(), journal, people()));
        PeopleWithDevices after = people();
        CeremonyState end = stand.goOn(ceremony(), kept, after);
        assertEquals(Phase.FINISHED, end.phase(), line + " " + fault);
        assertEquals(List.of(), new ArrayList<>(after.refusals));
        assertEquals(calm.facts(), end.facts(), line + " " + fault);
      }
    }
  }
}
