// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.StepId;

/** A share file that changes on the disk between two steps, as no later look would show. */
class ShareFileKeptTest {
  /** In the first encrypted block: the padding stays, the share becomes another. */
  private static final int UNNOTICED = 20;

  @TempDir Path folder;
  private PaperRoom room;

  @BeforeEach
  void enter() {
    room = new PaperRoom(folder);
  }

  private static Ceremony plan(String id, Map<String, String> decided) throws ProblemException {
    Map<String, String> all = new HashMap<>(decided);
    all.put("name", "Vault 2026");
    return Catalogue.find(id).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pbe")).findFirst().orElseThrow();
    }
  }

  private Path flip() throws IOException {
    byte[] content = Files.readAllBytes(file());
    content[UNNOTICED] ^= 1;
    return Files.write(file(), content);
  }

  private void refusesAfterAFlip(CeremonyRunner runner, StepId step) throws Exception {
    room.to(runner, new MadeUpPeople(folder), step);
    Path flipped = flip();
    List<String> before = List.copyOf(room.happened());
    ProblemException refused =
        assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE));
    assertEquals(new FileProblem.ShareFileAltered(flipped.toString()), refused.problem());
    assertEquals(before, room.happened());
    flip();
    runner.perform(Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkekQuorum.prove", "dkekQuorum.fileSheet", "dkekQuorum.fileCompare"})
  void aQuorumIsNeitherProvenNorPrintedWithAnotherFile(String step) throws Exception {
    try (CeremonyRunner runner = room.start(plan(DkekQuorum.ID, Map.of()))) {
      refusesAfterAFlip(runner, StepId.of(step));
    }
  }

  @Test
  void noOtherFileComesBehindTheSheetOfACustodian() throws Exception {
    try (CeremonyRunner runner =
        room.start(plan(DkekQuorum.ID, Map.of("fileOnEverySheet", "yes")))) {
      refusesAfterAFlip(runner, new StepId("dkekQuorum.print", 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkekShares.prove", "dkekShares.print", "dkekShares.compare"})
  void aShareIsNeitherProvenNorPrintedFromAnotherFile(String step) throws Exception {
    try (CeremonyRunner runner = room.start(plan(DkekShares.ID, Map.of("custodians", "1")))) {
      refusesAfterAFlip(runner, new StepId(step, 1));
    }
  }
}
