// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.journal.Told;
import org.keyrite.wizards.journal.Transcript;
import org.keyrite.wizards.journal.TranscriptText;
import org.keyrite.wizards.paper.RecordSheet;
import org.keyrite.wizards.preflight.CalmLaptop;

/** Whole transcripts of scripted runs, and of one in which much goes out of the ordinary. */
class TranscriptsTest {
  private static final Instant BEGIN = Instant.parse("2030-01-02T03:04:05Z");

  @TempDir Path folder;
  private final CountedRandom random = new CountedRandom();
  private Instant now = BEGIN;
  private DerivationCost cost = DerivationCost.forTests(1);

  private Instant aSecondLater() {
    now = now.plus(Duration.ofSeconds(1));
    return now;
  }

  private Workplace place() {
    InstantSource seconds = this::aSecondLater;
    return new Workplace(
        "Keyrite 0.1 (test)",
        seconds.withZone(ZoneOffset.UTC),
        folder,
        random,
        cost,
        new Office(),
        new Devices(new PracticeReaders(List.of())),
        new CalmLaptop(),
        true);
  }

  private static Ceremony plan(String id) throws ProblemException {
    Map<String, String> decided = new HashMap<>();
    decided.put("name", "Vault 2026");
    decided.put("organisation", "Example & Söhne AG");
    decided.put("place", "Zürich, room 4");
    decided.put("laptop", "ThinkPad 7");
    return Catalogue.find(id).orElseThrow().plan(Facts.ofTexts(decided)).ceremony();
  }

  private Path file() {
    return folder.resolve(JournalFile.NAME);
  }

  private String told(Ceremony ceremony, Language language) throws ProblemException {
    JournalCheck check = JournalCheck.of(file());
    Messages messages = Messages.in(language);
    return TranscriptText.of(
        Transcript.of(ceremony, check.entries(), check.lastHash(), messages), messages);
  }

  /** A queue whose folder only administrators see. */
  private static final class Office implements Printer {
    @Override
    public String print(String name, Secret pdf) {
      return name + ".pdf";
    }

    @Override
    public Cleared clear() {
      return new Cleared("office", "unseen");
    }
  }

  private static String golden(String name) throws Exception {
    try (InputStream in = TranscriptsTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dkek-quorum, ENGLISH",
    "dkek-quorum, GERMAN",
    "dkek-shares, ENGLISH",
    "dkek-shares, GERMAN"
  })
  void tellsAnUndisturbedRun(String id, Language language) throws Exception {
    Ceremony ceremony = plan(id);
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, JournalFile.create(file()), place(), Runnable::run)) {
      new Walk(runner, new MadeUpPeople(folder)).toTheEnd();
    }
    assertEquals(golden(id + "." + language.tag() + ".transcript"), told(ceremony, language));
  }

  @ParameterizedTest
  @CsvSource({
    "device-setup, SET_UP_WITH_SHEETS, ENGLISH",
    "device-setup, SET_UP_WITH_SHEETS, GERMAN",
    "dkek-import, IMPORT_INSTEAD, ENGLISH",
    "dkek-import, IMPORT_INSTEAD, GERMAN",
    "key-create, NEW_PAIR, ENGLISH",
    "key-create, NEW_PAIR, GERMAN"
  })
  void tellsAnUndisturbedRunWithDevices(String id, DeviceScenario scenario, Language language)
      throws Exception {
    // The record holds the path, and the hash at its end goes over it.
    runWithDevices(scenario, Files.createDirectories(Path.of("target", "stick")), true);
    assertEquals(
        golden(id + "." + language.tag() + ".transcript"), told(scenario.ceremony(), language));
  }

  private void runWithDevices(DeviceScenario scenario, Path stick, boolean practice)
      throws Exception {
    try (DeviceRoom room = scenario.room(stick)) {
      DevicePeople people = new DevicePeople(room, scenario.prepare(room));
      Workplace place = room.place(this::aSecondLater, practice);
      try (CeremonyRunner runner =
          CeremonyRunner.start(
              scenario.ceremony(),
              "T-1",
              Bytes.EMPTY,
              JournalFile.create(file()),
              place,
              Runnable::run)) {
        new Walk(runner, people).toTheEnd();
      }
    }
  }

  @Test
  void aRealCeremonyWithASimulatedDeviceIsToldAsPractice() throws Exception {
    DeviceScenario scenario = DeviceScenario.NEW_PAIR;
    runWithDevices(scenario, folder, false);
    String told = told(scenario.ceremony(), Language.ENGLISH);
    assertTrue(told.contains("P R A C T I C E") && told.contains("a simulated device"), told);
    Told record =
        Told.of(scenario.ceremony(), JournalCheck.of(file()), Messages.in(Language.ENGLISH));
    assertTrue(((RecordSheet) record.papers().get("record")).frame().rehearsal(), "watermark");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH", "GERMAN"})
  void tellsWhatWasOutOfTheOrdinary(Language language) throws Exception {
    Ceremony ceremony = plan("dkek-quorum");
    eventfulRun(ceremony);
    String told = told(ceremony, language);
    assertEquals(golden("dkek-quorum-eventful." + language.tag() + ".transcript"), told);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH", "GERMAN"})
  void tellsACeremonyThatWasGivenUp(Language language) throws Exception {
    cost = DerivationCost.forTests(1_000_000);
    Ceremony ceremony = plan("dkek-shares");
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, JournalFile.create(file()), place(), Runnable::run)) {
      to(runner, people, new StepId("dkekShares.make", 1));
      assertFalse(runner.perform(stoppedBy(runner)));
      String open = told(ceremony, language);
      assertTrue(open.contains(Messages.in(language).text("journal.notEnded")));
      runner.abort("The fire alarm rang.");
      new Walk(runner, people).toTheEnd();
    }
    assertEquals(
        golden("dkek-shares-given-up." + language.tag() + ".transcript"), told(ceremony, language));
  }

  private static Progress stoppedBy(CeremonyRunner runner) {
    return new Progress() {
      @Override
      public void report(long done, long total) {
        runner.cancel();
      }

      @Override
      public void checkpoint() {
        runner.cancel();
        throw new Cancelled();
      }
    };
  }

  @Test
  void hasNoLineThatIsTooWide() throws Exception {
    Ceremony ceremony = plan("dkek-quorum");
    eventfulRun(ceremony);
    for (Language language : Language.values()) {
      told(ceremony, language)
          .lines()
          .forEach(line ->
              assertTrue(
                  line.codePointCount(0, line.length()) <= TranscriptText.WIDTH
                      && line.equals(line.stripTrailing()),
                  line));
    }
  }

  @Test
  void tellsNoSecret() throws Exception {
    Ceremony ceremony = plan("dkek-shares");
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, JournalFile.create(file()), place(), Runnable::run)) {
      new Walk(runner, new MadeUpPeople(folder)).toTheEnd();
    }
    assertFalse(told(ceremony, Language.ENGLISH).contains("correct horse"));
  }

  /** Notes, another person, a step back, a section again, a restart, a remark at the end. */
  private void eventfulRun(Ceremony ceremony) throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, JournalFile.create(file()), place(), Runnable::run)) {
      to(runner, people, StepId.of("opening.clock"));
      runner.back();
      to(runner, people, new StepId("dkekQuorum.show", 1));
      runner.note("Wilma Witness", "The light went out for a moment.");
      runner.seat(Seat.custodian(2), "Cecil Late", "Carl Two missed his train.");
      to(runner, people, new StepId("dkekQuorum.bag", 1));
      runner.redo(new StepId("dkekQuorum.custodian", 1), "The printer smeared the sheet.");
      to(runner, people, new StepId("dkekQuorum.typeBack", 2));
    }
    try (CeremonyRunner runner =
        CeremonyRunner.resume(ceremony, JournalFile.open(file()), place(), Runnable::run)) {
      to(runner, people, new StepId("dkekQuorum.typeBack", 2));
      people.swapSheets(1, 2);
      to(runner, people, new StepId("dkekQuorum.compare", 2));
      assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
      people.swapSheets(1, 2);
      runner.redo(new StepId("dkekQuorum.custodian", 2), "problem.SheetOfAnotherCustodian");
      to(runner, people, new StepId("closing.conducted", 1));
      runner.attest(false, "The room was cold.");
      new Walk(runner, people).toTheEnd();
    }
  }

  private static void to(CeremonyRunner runner, MadeUpPeople people, StepId step)
      throws ProblemException {
    CeremonyState state = runner.state();
    while (!state.current().orElseThrow().id().equals(step)) {
      switch (state.current().orElseThrow()) {
        case Ask ask -> runner.answer(people.ask(ask, state));
        case Attest attest -> {
          people.attest(attest, state, runner::reveal);
          runner.attest(true, "");
        }
        case Perform _ -> runner.perform(Progress.NONE);
        case AwaitDevice await -> throw new IllegalStateException("no devices: " + await);
      }
      state = runner.state();
    }
  }
}
