// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.paper.SetId;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/** What happens with the sheets of a quorum while it is made. */
class QuorumPaperTest {
  @TempDir Path folder;
  private PaperRoom room;

  @BeforeEach
  void enter() {
    room = new PaperRoom(folder);
  }

  private static Ceremony plan(Map<String, String> decided) throws ProblemException {
    Map<String, String> all = new HashMap<>(decided);
    all.put("name", "Vault 2026");
    return Catalogue.find(DkekQuorum.ID).orElseThrow().plan(Facts.ofTexts(all)).ceremony();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "yes"})
  void endsWellByHandAlsoWithTheFileBehind(String fileOnEverySheet) throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner =
        room.start(plan(Map.of("byHand", "yes", "fileOnEverySheet", fileOnEverySheet)))) {
      new Walk(runner, people).toTheEnd();
      assertEquals(CeremonyState.Phase.FINISHED, runner.state().phase());
    }
    assertEquals(List.of(), people.refusals);
    assertEquals(3, people.shares().size());
  }

  @Test
  void givesTheEmptySheetBeforeTheLinesToCopy() throws Exception {
    try (CeremonyRunner runner = room.start(plan(Map.of("byHand", "yes")))) {
      room.to(runner, new MadeUpPeople(folder), new StepId("dkekQuorum.compare", 1));
    }
    assertEquals(
        List.of("printed agenda", "printed share-01-copy-1", "shown dkekQuorum.copyOut[1]"),
        room.happened());
  }

  @Test
  void showsTheValueThatStockToolsAskForAsRowC() throws Exception {
    assertEquals(
        List.of("C 0123 4567 89ab cdef", "C 0011 2233 4455 6677"),
        rowC("0123456789abcdef0011223344556677"));
    assertEquals(List.of("C 01 23 45 67", "C 89 ab cd ef"), rowC("0123456789abcdef"));
  }

  @Test
  void numbersTheCopyOfTheFileBehindAShareLikeTheShare() throws Exception {
    try (CeremonyRunner runner = room.start(plan(Map.of("fileOnEverySheet", "yes")))) {
      MadeUpPeople people = new MadeUpPeople(folder);
      room.to(runner, people, new StepId("dkekQuorum.bag", 1));
      runner.redo(new StepId("dkekQuorum.custodian", 1), "The printer smeared the sheet.");
      room.to(runner, people, new StepId("dkekQuorum.typeBack", 1));
    }
    assertEquals(List.of(1, 1), copies("share-01-copy-1"));
    assertEquals(List.of(2, 2), copies("share-01-copy-2"));
  }

  /** The copy numbers in the codes of a printed sheet: of the share, and of the file behind it. */
  private List<Integer> copies(String sheet) throws Exception {
    Path pdf = folder.resolve(sheet + ".pdf");
    Files.write(pdf, room.printed().get(sheet).toByteArray());
    List<Integer> copies = new ArrayList<>();
    for (SheetPayload payload : new SheetReader().read(pdf)) {
      try (payload) {
        copies.add(
            switch (payload) {
              case ShareContent share -> share.copy();
              case ShareFileContent file -> file.copy();
            });
      }
    }
    return copies;
  }

  @Test
  void refusesASheetThatWasMadeAgainSince() throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner = room.start(plan(Map.of()))) {
      room.to(runner, people, new StepId("dkekQuorum.bag", 1));
      List<char[]> voided = people.sheet(1);
      runner.redo(new StepId("dkekQuorum.custodian", 1), "The printer smeared the sheet.");
      room.to(runner, people, new StepId("dkekQuorum.typeBack", 1));
      people.bring(1, voided);
      assertEquals(new PaperProblem.SheetVoided(1, 1, 2), refusal(runner, people));
    }
  }

  @Test
  void refusesASheetOfAnotherSet() throws Exception {
    MadeUpPeople others = new MadeUpPeople(folder);
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner other = room.start(plan(Map.of()));
        CeremonyRunner runner = room.start(plan(Map.of()))) {
      room.to(other, others, new StepId("dkekQuorum.typeBack", 1));
      room.to(runner, people, new StepId("dkekQuorum.typeBack", 1));
      people.bring(1, others.sheet(1));
      String set = other.state().facts().get(SheetFacts.SET);
      assertEquals(new QuorumProblem.ShareOfAnotherSet(1, set), refusal(runner, people));
    }
  }

  private static final StepId FILE_COMPARE = StepId.of("dkekQuorum.fileCompare");

  private List<char[]> fileSheet(CeremonyRunner runner, int copy, Bytes content) throws Exception {
    SetId set = SetId.fromText(runner.state().facts().get(SheetFacts.SET)).orElseThrow();
    try (Secret payload = new ShareFileContent(set, copy, 1, 1, content).encode()) {
      return SheetLines.shown(payload).stream()
          .map(line -> new String(line).replace(" ", "").toCharArray())
          .toList();
    }
  }

  private Bytes file(CeremonyRunner runner) throws Exception {
    String name = runner.state().facts().get(SheetFacts.FILE_NAME);
    return Bytes.of(Files.readAllBytes(folder.resolve(name)));
  }

  @Test
  void theSheetOfTheShareFileIsReadBack() throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner = room.start(plan(Map.of()))) {
      room.to(runner, people, StepId.of("dkekQuorum.fileTypeBack"));
      byte[] smeared = file(runner).toByteArray();
      smeared[20] ^= 1;
      people.bring(0, fileSheet(runner, 1, Bytes.of(smeared)));
      room.to(runner, people, FILE_COMPARE);
      assertEquals(
          new PaperProblem.SheetDiffers(1),
          assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE)).problem());
    }
  }

  @Test
  void aVoidedSheetOfTheShareFileIsNamed() throws Exception {
    MadeUpPeople people = new MadeUpPeople(folder);
    try (CeremonyRunner runner = room.start(plan(Map.of()))) {
      room.to(runner, people, FILE_COMPARE);
      runner.redo(StepId.of("dkekQuorum.file"), "The printer smeared the sheet.");
      room.to(runner, people, StepId.of("dkekQuorum.fileTypeBack"));
      people.bring(0, fileSheet(runner, 1, file(runner)));
      room.to(runner, people, FILE_COMPARE);
      assertEquals(
          new PaperProblem.SheetVoided(1, 1, 2),
          assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE)).problem());
    }
    assertTrue(room.happened().contains("printed share-file-01-copy-2"));
  }

  /** What is said of the sheet that custodian 1 types back. */
  private Problem refusal(CeremonyRunner runner, MadeUpPeople people) throws ProblemException {
    room.to(runner, people, new StepId("dkekQuorum.compare", 1));
    return assertThrows(ProblemException.class, () -> runner.perform(Progress.NONE)).problem();
  }

  private static List<String> rowC(String value) throws ProblemException {
    Bytes prime = Bytes.fromHex("f".repeat(value.length()));
    SetId set = new SetId(Bytes.fromHex("0102030405"));
    Secret secret = Secret.taking(Bytes.fromHex(value).toByteArray());
    try (ShareContent content = new ShareContent(set, 1, 2, 3, 1, prime, secret);
        Secret payload = content.encode()) {
      List<char[]> lines = SheetLines.toCopy(payload);
      assertEquals(content.kind().shape().lines() + 2, lines.size());
      return lines.reversed().subList(0, 2).reversed().stream().map(String::new).toList();
    }
  }
}
