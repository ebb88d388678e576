// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.CeremonyProblem.LeftInDoubt;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.preflight.CalmLaptop;

class DevicesRehearsedTest {
  @TempDir private Path folder;
  private final Journal journal = Journal.inMemory();
  private final List<Problem> refused = new ArrayList<>();

  private static String told(Journal journal) {
    return journal.entries().toString();
  }

  private CeremonyState rehearse(ToyImport toy, boolean resumed) throws ProblemException {
    PretendDevices pretend =
        PretendDevices.of(toy.ceremony(), folder, LocalDate.of(2026, 11, 21), n -> "reader " + n);
    Beforehand before = Beforehand.of(toy.ceremony(), folder);
    Workplace place =
        new Workplace(
            "Keyrite 0.0",
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
            folder,
            new CombinedRandom(List.of(new JvmRandom())),
            DerivationCost.forTests(2),
            (name, pdf) -> name,
            pretend.devices(),
            new CalmLaptop(),
            true);
    if (!resumed) {
      before.make(toy.ceremony(), place, Progress.NONE);
    }
    RehearsalDesk desk =
        new RehearsalDesk(
            new RehearsalDesk.Things(
                People.load(), folder.resolve("sheets"), before, Optional.of(pretend)),
            (row, state) -> {},
            perform -> Progress.NONE,
            refused::add);
    try (pretend;
        CeremonyRunner runner =
            resumed
                ? CeremonyRunner.resume(toy.ceremony(), journal, place, Runnable::run)
                : CeremonyRunner.start(
                    toy.ceremony(), "R-1", Bytes.EMPTY, journal, place, Runnable::run)) {
      return new Walk(runner, desk).toTheEnd();
    }
  }

  @ParameterizedTest
  @CsvSource({"2,2,1,0", "3,1,2,0", "3,2,1,2", "1,2,3,3"})
  void madeUpPeopleBringSharesAndSwapDevices(int devices, int readers, int shares, int quorum)
      throws ProblemException {
    ToyImport toy = new ToyImport(devices, readers, shares, quorum);
    CeremonyState end = rehearse(toy, false);
    assertEquals(List.of(), refused);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    List<String> serials = toy.used.stream().filter(used -> used.startsWith("SIMU")).toList();
    assertEquals(devices, serials.stream().distinct().count());
    assertEquals(serials.subList(0, devices), serials.subList(devices, 2 * devices));
    List<String> files = toy.used.stream().filter(used -> used.endsWith(".pbe")).toList();
    assertEquals(shares, files.stream().distinct().count());
    List<String> sheets = toy.used.stream().filter(used -> used.contains(" of ")).toList();
    assertEquals(quorum, sheets.stream().distinct().count());
    sheets.forEach(sheet -> assertTrue(files.getFirst().contains(sheet.split(" of ")[1]), sheet));
    assertFalse(told(journal).contains("made-up0"), "a PIN");
  }

  @Test
  void whatWasStoppedGoesOnWithTheSameSharesAndDevices() throws ProblemException {
    ToyImport toy = new ToyImport(2, 1, 1, 2);
    toy.refusal = Optional.of(new LeftInDoubt());
    assertFalse(rehearse(toy, false).ended());
    assertEquals(List.of(new LeftInDoubt()), refused);
    List<String> before = List.copyOf(toy.used);
    toy.refusal = Optional.empty();
    assertEquals(CeremonyState.Phase.FINISHED, rehearse(toy, true).phase());
    assertTrue(toy.used.subList(before.size(), toy.used.size()).containsAll(before));
  }

  @Test
  void whoeverWantsToTryOtherToolsFindsThePins() throws ProblemException, IOException {
    CeremonyState end = rehearse(new ToyImport(2, 2, 1, 0), false);
    RehearsalSecrets.write(new CeremonyFolder(folder), end.facts());
    String secrets = Files.readString(folder.resolve(RehearsalSecrets.NAME));
    assertTrue(
        secrets.matches(
            "devices: \\[\\{serial: \"SIMU\\w+\", userPin: \"made-up01\", soPin:"
                + " \"0123456789ABCD01\"}, \\{serial: \"SIMU\\w+\", userPin: \"made-up02\", soPin:"
                + " \"0123456789ABCD02\"}]\n"),
        secrets);
    String passwords =
        Files.readString(folder.resolve("shares/passwords").resolve(RehearsalSecrets.NAME));
    assertTrue(passwords.contains("password: \"made up for seat 01 only\""), passwords);
  }

  @Test
  void aCeremonyThatOpensNoFileNeedsNoShares() throws ProblemException {
    assertEquals(Optional.empty(), MadeUpShares.of(new ToyImport(1, 1, 0, 0).ceremony(), folder));
  }
}
