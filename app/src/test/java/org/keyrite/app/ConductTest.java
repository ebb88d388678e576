// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.CeremonyProblem.JournalChanged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.keyboard.KnownKeyboard;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.view.Laptop;

class ConductTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;

  private Outside outside() {
    return new Outside(
        "Keyrite",
        Optional.empty(),
        new Laptop(Clock.fixed(NOON, ZoneOffset.UTC), ZoneOffset.UTC, () -> true),
        folder.resolve("records"),
        folder.resolve("settings.properties"),
        Language.ENGLISH,
        Optional.empty(),
        new CombinedRandom(List.of(new JvmRandom())),
        DerivationCost.forTests(1),
        Catalogue.ALL,
        People.load(),
        new KnownKeyboard(Optional.of(false), List.of("us")),
        (window, title) -> Optional.empty(),
        new Devices(new PracticeReaders(List.of())),
        new FixedLaptop(),
        List::of,
        Runnable::run);
  }

  private static Ceremony ceremony() throws ProblemException {
    return Catalogue.ALL.stream()
        .filter(kind -> kind.id().equals("dkek-shares"))
        .findFirst()
        .orElseThrow()
        .plan(Facts.ofTexts(Map.of("name", "Vault", "custodians", "1", "output", "save")))
        .ceremony();
  }

  @Test
  void doesNotGoOnWithAValueThatNobodyEntered() throws Exception {
    Conduct conduct = new Conduct(outside(), number -> "reader " + number);
    Conduct.Running begun = conduct.begin(ceremony(), true, Optional.empty(), Progress.NONE);
    CeremonyFolder kept = begun.folder();
    begun.runner().perform(Progress.NONE);
    begun.runner().close();
    begun.plugged().close();
    int lines;
    try (JournalFile journal = JournalFile.open(kept.journal())) {
      journal.append(
          new Entry.Done(
              NOON,
              StepId.of("opening.rollCall"),
              "Ada",
              Map.of(
                  "seat.officer", "Ada",
                  "seat.operator", "Bo",
                  "seat.witness", "Cy",
                  "seat.custodian[1]", "Di")));
      journal.append(
          new Entry.Done(NOON, StepId.of("opening.clock"), "Cy", Map.of("clock.offset", "soon")));
      lines = journal.entries().size();
    }
    String before = Files.readString(kept.journal());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> conduct.resume(kept, conduct.planned(kept), Optional.empty()));
    assertEquals(new JournalChanged(kept.journal().toString(), lines), refused.problem());
    assertEquals(before, Files.readString(kept.journal()));
  }
}
