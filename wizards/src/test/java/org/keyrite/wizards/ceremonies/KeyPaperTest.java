// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.paper.KeyCode;

/** Keys that go on paper with their backup, and come back from scans of it. */
class KeyPaperTest {
  @TempDir static Path elsewhere;
  @TempDir Path backup;
  @TempDir Path folder;

  private CeremonyState backedUp;
  private Path list;

  private static Path sheet(Path folder, int number) {
    return folder.resolve("sheet-" + number + ".pdf");
  }

  @BeforeEach
  void backUpOnPaper() throws Exception {
    try (DeviceRoom room = new DeviceRoom(backup, 1)) {
      room.device(KeyStock.source());
      backedUp =
          new DeviceStory(room, List.of(), KeyBackup.ID, "keySheets", "yes")
              .answering("keys.chosen", "all")
              .refuses();
      for (int number = 1; number <= 3; number++) {
        Bytes pdf = room.printed.get("key-%03d-copy-1".formatted(number));
        Files.write(sheet(backup, number), pdf.toByteArray());
      }
    }
    list = backup.resolve(KeyManifest.NAME);
  }

  private DeviceRoom room() throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(KeyStock.empty(2, KeyStock.FILLING));
    return room;
  }

  private static DeviceStory restore(DeviceRoom room, Path... files) {
    DeviceStory story =
        new DeviceStory(room, List.of(), KeyRestore.ID, "files", String.valueOf(files.length));
    for (int i = 1; i <= files.length; i++) {
      story.answering("backup[" + i + "].path", files[i - 1].toString());
    }
    return story.answering("keys.chosen", "all");
  }

  private String name(int number) throws Exception {
    String file = backedUp.facts().get(KeyFacts.file(number));
    return KeyCode.of(Bytes.of(Files.readAllBytes(backup.resolve(file)))).getFirst().sheet();
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) {
    assertEquals(Set.of(), KeyBackupTest.untold(backedUp, Messages.in(language)));
    assertEquals("key-001-copy-1.pdf", backedUp.facts().get(KeyFacts.sheet(1)));
  }

  @Test
  void keysComeBackFromScansInAnyOrder() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end =
          restore(room, sheet(backup, 3), sheet(backup, 1), sheet(backup, 2)).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(
          List.of("proven", "proven", "unproven"),
          end.facts().get(KeyRestoreSteps.DONE).stream().map(ListedKey::state).sorted().toList(),
          "nothing on paper tells what an AES key answers");
      Set<Bytes> expected = new java.util.HashSet<>();
      for (KeySource source : KeySource.read(List.of(list))) {
        source.file().certificateFile().ifPresent(expected::add);
      }
      Set<Bytes> found = new java.util.HashSet<>();
      KeyRoom.keys(room, 1)
          .forEach(key -> key.certificate().ifPresent(file -> found.add(file.encode())));
      assertEquals(expected, found);
    }
  }

  @Test
  void filesAndPaperComeTogether() throws Exception {
    try (DeviceRoom room = room()) {
      CeremonyState end =
          restore(room, sheet(backup, 1), backup.resolve("root-ca-2.wky")).refuses();
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      assertEquals(2, KeyRoom.keys(room, 1).size());
    }
  }

  /** The scan is read once; what was on it is in the folder since. */
  @Test
  void aStoppedRestorationGoesOnWithoutTheScans() throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = restore(room, sheet(backup, 1)).answering("pin[1]", "wrong-pin");
      story.refusesA(org.keyrite.core.problem.PinProblem.WrongPin.class);
      Files.delete(sheet(backup, 1));
      story.answering("pin[1]", DevicePeople.pin(1));
      assertEquals(CeremonyState.Phase.FINISHED, story.goesOn().phase());
      assertEquals("Root CA", KeyRoom.keys(room, 1).getFirst().label().orElseThrow());
      assertTrue(Files.exists(folder.resolve("paper-" + name(1) + ".wky")));
    }
  }

  static List<Integer> lines() throws Exception {
    return disturbed().lines(elsewhere);
  }

  private static DisturbedRun disturbed() throws Exception {
    return new DisturbedRun(
        KeyBackup.ID,
        java.util.Map.of("keySheets", "yes"),
        KeyStock.source(),
        people -> people.answering("keys.chosen", "1, 3", "1, 3"),
        (room, end) -> {
          for (int number : List.of(1, 3)) {
            String sheet = end.facts().get(KeyFacts.sheet(number)).replace(".pdf", "");
            assertTrue(room.printed.containsKey(sheet), sheet);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everySheetComesOutWhereverABackupWasStopped(int line) throws Exception {
    disturbed().stopped(folder, line);
  }

  private void refuses(Problem expected, Path... files) throws Exception {
    try (DeviceRoom room = room()) {
      DeviceStory story = restore(room, files);
      story.refuses(expected);
      assertFalse(story.asked.contains("pin[1]"));
    }
  }

  @Test
  void aPictureWithoutACodeIsNamed() throws Exception {
    java.awt.image.BufferedImage white =
        new java.awt.image.BufferedImage(400, 400, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    Path picture = folder.resolve("white.png");
    javax.imageio.ImageIO.write(white, "png", picture.toFile());
    refuses(new PaperProblem.NoCodeFound(picture.toString()), picture);
  }

  @Test
  void theSameKeyFromPaperAndFromAFileIsNamed() throws Exception {
    try (DeviceRoom room = room()) {
      restore(room, sheet(backup, 1), backup.resolve("Root-CA-1.wky"))
          .refusesA(org.keyrite.core.problem.FileProblem.KeyFileRepeated.class);
    }
  }

  @Test
  void aPaperOfAnotherDkekIsNamedAndNotSent() throws Exception {
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      room.device(KeyStock.empty(2, KeyStock.FILLING + 1));
      DeviceStory story = restore(room, sheet(backup, 1));
      CeremonyState end = story.refuses();
      assertEquals(
          List.of("OTHER_KEY"),
          end.facts().get(KeyRestoreSteps.FITTING).stream().map(ListedKey::state).toList());
      assertFalse(story.asked.contains("pin[1]"));
    }
  }
}
