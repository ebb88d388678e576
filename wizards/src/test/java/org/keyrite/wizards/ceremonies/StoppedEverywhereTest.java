// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.JoinedPassword;
import org.keyrite.core.dkek.PasswordShares;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.preflight.CalmLaptop;

/** The real ceremonies, stopped after a journal entry and before one, and resumed. */
class StoppedEverywhereTest {
  private static final DerivationCost COST = DerivationCost.forTests(1);
  private static final int SECRET_SIZE = 16;

  @TempDir static Path elsewhere;
  @TempDir Path folder;
  private final CountedRandom random = new CountedRandom();
  private final List<String> printed = new ArrayList<>();

  private static Ceremony plan(String id) throws ProblemException {
    return Catalogue.find(id)
        .orElseThrow()
        .plan(Facts.ofTexts(Map.of("name", "Vault 2026")))
        .ceremony();
  }

  private Workplace place() {
    return new Workplace(
        "Keyrite 0.1",
        Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
        folder,
        random,
        COST,
        (name, pdf) -> {
          printed.add(name);
          return name + ".pdf";
        },
        new Devices(new PracticeReaders(List.of())),
        new CalmLaptop(),
        true);
  }

  private void start(Ceremony ceremony, Journal journal, MadeUpPeople people)
      throws ProblemException {
    CeremonyRunner runner =
        CeremonyRunner.start(ceremony, "T-1", Bytes.EMPTY, journal, place(), Runnable::run);
    try (runner) {
      new Walk(runner, people).toTheEnd();
    }
  }

  /** Where a run is stopped; a sample of the places unless all are asked for. */
  record Place(String ceremony, int line, FaultyJournal.Fault fault) {}

  static Stream<Place> places() throws ProblemException {
    int step = System.getProperty("keyrite.test.faults", "").equals("all") ? 1 : 7;
    List<Place> places = new ArrayList<>();
    for (String ceremony : List.of(DkekQuorum.ID, DkekShares.ID)) {
      int lines = lines(ceremony);
      for (int line = 2; line <= lines; line += step) {
        places.add(new Place(ceremony, line, FaultyJournal.Fault.CRASH_BEFORE));
        places.add(new Place(ceremony, line, FaultyJournal.Fault.CRASH_AFTER));
      }
    }
    return places.stream();
  }

  /** How many lines the journal of a run has that nothing disturbs. */
  private static int lines(String ceremony) throws ProblemException {
    StoppedEverywhereTest undisturbed = new StoppedEverywhereTest();
    undisturbed.folder = elsewhere;
    Journal journal = Journal.inMemory();
    undisturbed.start(plan(ceremony), journal, new MadeUpPeople(elsewhere));
    assertTrue(journal.entries().getLast() instanceof Entry.Finished);
    return journal.entries().size();
  }

  @ParameterizedTest
  @MethodSource("places")
  void makesNothingTwiceAndLeavesNoSecret(Place at) throws Exception {
    Ceremony ceremony = plan(at.ceremony());
    Journal kept = Journal.inMemory();
    MadeUpPeople before = new MadeUpPeople(folder);
    assertThrows(
        FaultyJournal.Crash.class,
        () -> start(ceremony, new FaultyJournal(kept, at.line(), at.fault()), before));
    MadeUpPeople after = new MadeUpPeople(folder);
    if (!CeremonyState.after(ceremony, kept.entries()).ended()) {
      try (CeremonyRunner runner = CeremonyRunner.resume(ceremony, kept, place(), Runnable::run)) {
        new Walk(runner, after).toTheEnd();
      }
    }
    assertEquals(List.of(), after.refusals);
    Facts facts = CeremonyState.after(ceremony, kept.entries()).facts();
    assertEquals(
        CeremonyState.Phase.FINISHED, CeremonyState.after(ceremony, kept.entries()).phase());
    assertFilesAreThoseOfTheRecord(facts);
    assertNumbersAreGivenOnce(kept.entries());
    assertEquals(0, random.alive(SECRET_SIZE));
    assertTrue(random.given(SECRET_SIZE) > 0);
    Stream.concat(before.secrets.stream(), after.secrets.stream())
        .forEach(secret -> assertTrue(secret.isWiped()));
    if (at.ceremony().equals(DkekQuorum.ID)) {
      assertOnlyTheLastSetOpensTheFile(before.shares(), after.shares(), facts);
    }
  }

  private void assertFilesAreThoseOfTheRecord(Facts facts) throws Exception {
    List<String> recorded =
        facts.texts().entrySet().stream()
            .filter(fact -> fact.getKey().matches("shareFile.*\\.name"))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    assertEquals(recorded, files());
    for (Map.Entry<String, String> fact : facts.texts().entrySet()) {
      if (fact.getKey().endsWith(".sha256")) {
        String name = facts.texts().get(fact.getKey().replace(".sha256", ".name"));
        assertEquals(
            fact.getValue(), ShareFile.read(folder.resolve(name)).encode().sha256().toHex());
      }
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Each sheet, voided ones included, has a number of its own. */
  private static void assertNumbersAreGivenOnce(List<Entry> entries) {
    List<String> numbers =
        entries.stream()
            .filter(Entry.Done.class::isInstance)
            .flatMap(entry -> ((Entry.Done) entry).facts().entrySet().stream())
            .filter(fact -> fact.getKey().matches("sheet\\[\\d+]\\.number"))
            .map(Map.Entry::getValue)
            .toList();
    assertTrue(numbers.size() >= 2);
    assertEquals(numbers.stream().distinct().toList(), numbers);
  }

  private void assertOnlyTheLastSetOpensTheFile(
      List<ShareContent> before, List<ShareContent> after, Facts facts) throws ProblemException {
    ShareFile file = ShareFile.read(folder.resolve(facts.get(SheetFacts.FILE_NAME)));
    String set = facts.get(SheetFacts.SET);
    List<ShareContent> all = Stream.concat(before.stream(), after.stream()).toList();
    List<ShareContent> current =
        all.stream().filter(share -> share.set().toText().equals(set)).toList();
    List<ShareContent> voided =
        all.stream().filter(share -> !share.set().toText().equals(set)).toList();
    assertTrue(opens(file, latest(current)), "the new sheets do");
    for (ShareContent one : voided) {
      for (ShareContent other : all) {
        if (other.id() != one.id()) {
          assertFalse(opens(file, List.of(one, other)), "a voided sheet does not");
        }
      }
    }
  }

  private static List<ShareContent> latest(List<ShareContent> shares) {
    List<ShareContent> two = new ArrayList<>();
    for (ShareContent share : shares.reversed()) {
      if (two.size() < 2 && two.stream().noneMatch(other -> other.id() == share.id())) {
        two.add(share);
      }
    }
    return two;
  }

  private static boolean opens(ShareFile file, List<ShareContent> sheets) throws ProblemException {
    ShareContent first = sheets.getFirst();
    BigInteger prime = new BigInteger(1, first.prime().toByteArray());
    try (PasswordShares typed = new PasswordShares(prime, first.threshold(), first.custodians())) {
      for (ShareContent sheet : sheets) {
        typed.add(sheet.id(), sheet.value().copy());
      }
      Optional<QuorumShares> usable = usable(typed);
      if (usable.isEmpty()) {
        return false;
      }
      try (QuorumShares shares = usable.get();
          JoinedPassword password = Quorum.join(shares);
          DkekShare opened = file.openAny(password.candidates(), COST, Progress.NONE)) {
        return !opened.isWiped();
      } catch (ProblemException e) {
        assertTrue(e.problem() instanceof FileProblem.ShareFileNotOpened);
        return false;
      }
    }
  }

  /** A value of one set may be too large for the prime of another. */
  private static Optional<QuorumShares> usable(PasswordShares typed) throws ProblemException {
    return typed.problem().isPresent() ? Optional.empty() : Optional.of(typed.validate());
  }

  @Test
  void keepsNoSecretOfACeremonyThatIsGivenUp() throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    CeremonyRunner runner =
        CeremonyRunner.start(
            plan("dkek-quorum"), "T-1", Bytes.EMPTY, Journal.inMemory(), place(), Runnable::run);
    try (runner) {
      while (random.given(SECRET_SIZE) == 0) {
        CeremonyState state = runner.state();
        switch (state.current().orElseThrow()) {
          case Ask ask -> runner.answer(people.ask(ask, state));
          case Perform _ -> runner.perform(Progress.NONE);
          case Attest _ -> runner.attest(true, "");
          default -> throw new AssertionError(state.current());
        }
      }
      assertTrue(random.alive(SECRET_SIZE) > 0, "held while it runs");
      runner.abort("fire alarm");
      assertEquals(0, random.alive(SECRET_SIZE));
    }
  }
}
