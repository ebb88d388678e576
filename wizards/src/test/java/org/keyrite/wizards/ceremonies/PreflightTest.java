// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because every fault is tried at the beginning, on resuming, and while work is done.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Printer;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.CalmLaptop;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.Place;
import org.keyrite.wizards.preflight.Point;

/** Control {@code LAPTOP-FIT}. */
class PreflightTest {
  private static final StepId LOOKED = StepId.of("opening.looked");
  private static final StepId LAPTOP = StepId.of("opening.laptop");

  @TempDir Path folder;
  private final CalmLaptop laptop = new CalmLaptop();
  private final Journal journal = Journal.inMemory();
  private Optional<Needs.Queue> queue = Optional.empty();

  private static Ceremony plan(String id, String... decided) throws ProblemException {
    Map<String, String> all = new HashMap<>(Map.of("name", "Vault", "output", "save"));
    for (int i = 0; i < decided.length; i += 2) {
      all.put(decided[i], decided[i + 1]);
    }
    return Catalogue.find(id).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  private Workplace place(boolean practice) {
    return new Workplace(
        "Keyrite 0.1",
        Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
        folder,
        new CountedRandom(),
        DerivationCost.forTests(1),
        new Office(),
        new Devices(new PracticeReaders(List.of())),
        laptop,
        practice);
  }

  private CeremonyRunner start(Ceremony ceremony, boolean practice) throws ProblemException {
    return start(journal, ceremony, practice);
  }

  private CeremonyRunner start(Journal kept, Ceremony ceremony, boolean practice)
      throws ProblemException {
    return CeremonyRunner.start(ceremony, "T-1", Bytes.EMPTY, kept, place(practice), Runnable::run);
  }

  /** Prints on this queue, if there is one. */
  private final class Office implements Printer {
    @Override
    public String print(String name, Secret pdf) {
      return name;
    }

    @Override
    public Optional<Needs.Queue> queue() {
      return queue;
    }
  }

  private CeremonyRunner resume(Ceremony ceremony, boolean practice) throws ProblemException {
    return CeremonyRunner.resume(ceremony, journal, place(practice), Runnable::run);
  }

  private void to(CeremonyRunner runner, StepId step) throws ProblemException {
    MadeUpPeople people = new MadeUpPeople(folder);
    CeremonyState state = runner.state();
    while (!state.current().orElseThrow().id().equals(step)) {
      switch (state.current().orElseThrow()) {
        case Ask ask -> runner.answer(people.ask(ask, state));
        case Perform _ -> runner.perform(Progress.NONE);
        default -> runner.attest(true, "");
      }
      state = runner.state();
    }
  }

  /** Every fault that there is, at the point where it is found. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Point.NETWORK, new LaptopProblem.NetworkUp("eth0")),
        Arguments.of(Point.RADIO, new LaptopProblem.RadioOn("wlan")),
        Arguments.of(Point.SWAP, new LaptopProblem.SwapOn("/dev/sda2")),
        Arguments.of(Point.DISPLAY, new LaptopProblem.SecondDisplay("HDMI")),
        Arguments.of(Point.CLOCK, new LaptopProblem.ClockBehind("1970")),
        Arguments.of(Point.DISK, new LaptopProblem.DiskNearlyFull("3")),
        Arguments.of(Point.PROGRAM, new LaptopProblem.ProgramChanged("keyrite.jar")),
        Arguments.of(Point.CORE_DUMPS, new LaptopProblem.CoreDumpsOn("core")),
        Arguments.of(Point.NETWORK, new LaptopProblem.NotToBeSeen("/sys")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultStopsWithItsSentenceUntilItIsGone(Point point, LaptopProblem fault) throws Exception {
    laptop.with(point, new Finding.Fault(fault));
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      to(runner, LOOKED);
      ProblemException refused =
          assertThrows(ProblemException.class, () -> runner.attest(true, ""));
      assertEquals(fault, refused.problem());
      assertEquals(LOOKED, runner.state().current().orElseThrow().id());
      runner.redo(LAPTOP, fault.key());
      to(runner, LOOKED);
      assertThrows(ProblemException.class, () -> runner.attest(true, ""), "it is still there");
      laptop.with(point, new Finding.Fine(""));
      runner.redo(LAPTOP, fault.key());
      to(runner, LOOKED);
      runner.attest(true, "");
      assertFalse(runner.state().current().orElseThrow().id().equals(LOOKED));
    }
  }

  /** With devices and a printer in the plan. */
  static Stream<Arguments> faultsOfSome() {
    return Stream.of(
        Arguments.of(Point.PRINTER, new LaptopProblem.PrinterNotReady("office")),
        Arguments.of(Point.READER_SERVICE, new LaptopProblem.ReaderServiceSilent("/run")),
        Arguments.of(Point.READERS, new LaptopProblem.ReadersTooSmall("reader")));
  }

  @ParameterizedTest
  @MethodSource("faultsOfSome")
  void whatOnlySomeCeremoniesNeedStopsNoOther(Point point, LaptopProblem fault) throws Exception {
    laptop.with(point, new Finding.Fault(fault));
    try (CeremonyRunner runner = start(plan("device-check"), false)) {
      to(runner, LOOKED);
      if (point == Point.PRINTER) {
        runner.attest(true, "");
      } else {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> runner.attest(true, ""));
        assertEquals(fault, refused.problem());
      }
    }
    queue = Optional.of(new Needs.Queue("office", false));
    try (CeremonyRunner runner = start(Journal.inMemory(), plan("dkek-quorum"), false)) {
      to(runner, LOOKED);
      if (point == Point.PRINTER) {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> runner.attest(true, ""));
        assertEquals(fault, refused.problem());
      } else {
        runner.attest(true, "");
      }
    }
  }

  @Test
  void allFaultsAreShownAtOnceAndKeptInTheRecord() throws Exception {
    faults()
        .limit(8)
        .forEach(fault ->
            laptop.with((Point) fault.get()[0], new Finding.Fault((LaptopProblem) fault.get()[1])));
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      to(runner, LOOKED);
      Map<String, String> known = runner.state().facts().texts();
      assertEquals("problem.NetworkUp eth0", known.get("laptop.network"));
      assertEquals("problem.CoreDumpsOn core", known.get("laptop.coreDumps"));
      Messages messages = Messages.in(Language.ENGLISH);
      assertEquals(
          messages.text(Sentences.what(new LaptopProblem.SwapOn("/dev/sda2"))),
          Sentences.value(messages, "laptop.swap", known.get("laptop.swap")));
      runner.redo(LAPTOP, "problem.NetworkUp");
      assertTrue(
          runner.state().voided().stream()
              .anyMatch(gone -> gone.text().equals("problem.NetworkUp eth0")));
    }
  }

  @Test
  void aRehearsalGoesOn() throws Exception {
    laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth0")));
    try (CeremonyRunner runner = start(plan("dkek-quorum"), true)) {
      to(runner, LOOKED);
      runner.attest(true, "");
      assertEquals("problem.NetworkUp eth0", runner.state().facts().texts().get("laptop.network"));
    }
  }

  @Test
  void theWitnessMayTakeAFaultDownWhereThePlanSaysSo() throws Exception {
    laptop.with(Point.SWAP, new Finding.Fault(new LaptopProblem.SwapOn("/dev/sda2")));
    Ceremony ceremony = plan("dkek-quorum", "laptopFaults", "witnessed");
    assertTrue(ceremony.canonical().contains("plan laptopFaults=witnessed"));
    try (CeremonyRunner runner = start(ceremony, false)) {
      to(runner, LOOKED);
      runner.attest(true, "");
      assertFalse(runner.state().current().orElseThrow().id().equals(LOOKED));
    }
    Entry.Attested last = assertInstanceOf(Entry.Attested.class, journal.entries().getLast());
    assertEquals("Wilma Witness", last.person());
  }

  /** To the step that makes the first secret. */
  private void toTheSecret(CeremonyRunner runner) throws ProblemException {
    to(runner, LOOKED);
    runner.attest(true, "");
    assertEquals(StepId.of("dkekQuorum.generate"), runner.state().current().orElseThrow().id());
  }

  @ParameterizedTest
  @EnumSource(names = {"NETWORK", "RADIO"})
  void whatIsConnectedLaterStopsWorkWithSecretsUntilItIsGone(Point point) throws Exception {
    LaptopProblem fault =
        point == Point.RADIO
            ? new LaptopProblem.RadioOn("wlan")
            : new LaptopProblem.NetworkUp("eth0");
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      toTheSecret(runner);
      laptop.with(point, new Finding.Fault(fault));
      for (int i = 0; i < 2; i++) {
        ProblemException refused =
            assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
        assertEquals(fault, refused.problem());
        Entry.Failed kept = assertInstanceOf(Entry.Failed.class, journal.entries().getLast());
        assertEquals(fault.key(), kept.problem());
      }
      laptop.with(point, new Finding.Fine(""));
      assertTrue(runner.perform(Progress.NONE));
    }
  }

  @Test
  void whatElseChangesLaterStopsNoWork() throws Exception {
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      toTheSecret(runner);
      laptop.with(Point.DISK, new Finding.Fault(new LaptopProblem.DiskNearlyFull("3")));
      assertTrue(runner.perform(Progress.NONE));
    }
  }

  @Test
  void whatIsConnectedLaterStopsNoRehearsal() throws Exception {
    try (CeremonyRunner runner = start(plan("dkek-quorum"), true)) {
      toTheSecret(runner);
      laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth0")));
      assertTrue(runner.perform(Progress.NONE));
    }
  }

  @Test
  void whatTheWitnessTookDownStopsNoWorkAndAnythingElseDoes() throws Exception {
    laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth0")));
    try (CeremonyRunner runner = start(plan("dkek-quorum", "laptopFaults", "witnessed"), false)) {
      toTheSecret(runner);
      laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth1")));
      assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
      laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("eth0")));
      assertTrue(runner.perform(Progress.NONE));
    }
  }

  @Test
  void whoeverGoesOnHasTheLaptopLookedAtAgain() throws Exception {
    Ceremony ceremony = plan("dkek-quorum");
    StepId show = new StepId("dkekQuorum.show", 1);
    try (CeremonyRunner runner = start(ceremony, false)) {
      to(runner, show);
    }
    laptop.with(Point.NETWORK, new Finding.Fault(new LaptopProblem.NetworkUp("wlan0")));
    try (CeremonyRunner runner = resume(ceremony, false)) {
      to(runner, LOOKED);
      assertThrows(ProblemException.class, () -> runner.attest(true, ""));
      laptop.with(Point.NETWORK, new Finding.Fine(""));
      runner.redo(LAPTOP, "problem.NetworkUp");
      to(runner, LOOKED);
      runner.attest(true, "");
      to(runner, show);
    }
  }

  @Test
  void nobodyIsAskedAgainWhereNothingChanged() throws Exception {
    Ceremony ceremony = plan("dkek-quorum");
    try (CeremonyRunner runner = start(ceremony, false)) {
      to(runner, LOOKED);
      runner.attest(true, "");
    }
    laptop.with(Point.CLOCK, new Finding.Fine("later"));
    try (CeremonyRunner runner = resume(ceremony, false)) {
      assertTrue(runner.state().isDone(LOOKED));
    }
  }

  @Test
  void whatIsLeftIsShownAndStopsNobody() throws Exception {
    laptop.with(Place.TEMPORARY, new Finding.Fault(new LaptopProblem.ResidueFound("/tmp/scan")));
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      CeremonyState end = new Walk(runner, people).toTheEnd();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(
          Set.of(Place.values()),
          Arrays.stream(Place.values())
              .filter(place -> end.facts().texts().containsKey(place.factName()))
              .collect(Collectors.toSet()));
      assertEquals("problem.ResidueFound /tmp/scan", end.facts().texts().get("residue.temporary"));
    }
  }

  @Test
  void aCeremonyThatIsGivenUpIsSearchedForAsWell() throws Exception {
    try (CeremonyRunner runner = start(plan("dkek-quorum"), false)) {
      to(runner, new StepId("dkekQuorum.show", 1));
      runner.abort("fire alarm");
      assertEquals(StepId.of("closing.search"), runner.state().current().orElseThrow().id());
      runner.perform(Progress.NONE);
      assertEquals(CeremonyState.Phase.ABORTED, runner.state().phase());
    }
  }
}
