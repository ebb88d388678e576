// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.CalmLaptop;

class CeremonyFolderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T14:32:00Z"), ZoneOffset.UTC);

  /** Below a rule and the name of all such stories. */
  private static final int HEADING = 2;

  @TempDir Path path;

  /** What the story is called of a ceremony that was given up at once. */
  private String heading(Map<String, String> plan, Language otherwise) throws Exception {
    Ask bag =
        Ask.of(
            new StepId("dkekQuorum.bag", 1),
            Seat.OFFICER,
            List.of(1),
            new Field(Fact.text("sheet[1].bag"), new Editor.Text(1, 40)));
    Ceremony ceremony =
        new Ceremony(
            "dkek-quorum",
            List.of(),
            Facts.ofTexts(plan),
            Part.last(Section.of("dkekQuorum.set", bag)));
    CeremonyFolder folder = new CeremonyFolder(path);
    Workplace place =
        new Workplace(
            "Keyrite test",
            CLOCK,
            path,
            new JvmRandom(),
            DerivationCost.forTests(1),
            (name, pdf) -> name,
            new Devices(new PracticeReaders(List.of())),
            new CalmLaptop(),
            false);
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            ceremony,
            "T-1",
            Bytes.EMPTY,
            JournalFile.create(folder.journal()),
            place,
            Runnable::run)) {
      runner.abort("");
      folder.tell(runner.state().ceremony(), Messages.in(otherwise));
    }
    return Files.readAllLines(folder.transcript()).get(HEADING);
  }

  private static String name(Language language) {
    return Messages.in(language).text("kind.dkek-quorum.name");
  }

  @Test
  void theStoryIsToldInTheLanguageOfThePlan() throws Exception {
    assertEquals(name(Language.GERMAN), heading(Map.of("language", "de"), Language.ENGLISH));
  }

  @Test
  void aPlanWithoutALanguageIsToldInThatOfWhoeverTells() throws Exception {
    assertEquals(name(Language.GERMAN), heading(Map.of(), Language.GERMAN));
  }
}
