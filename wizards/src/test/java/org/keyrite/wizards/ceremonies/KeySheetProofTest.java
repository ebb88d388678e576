// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.paper.KeyCode;

/** The sheet of each key is scanned back before the next is printed. */
class KeySheetProofTest {
  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void enter() throws Exception {
    room = new DeviceRoom(folder, 1);
    room.device(KeyStock.source());
  }

  @AfterEach
  void leave() throws Exception {
    room.close();
  }

  private DeviceStory backup(String keys) {
    return new DeviceStory(room, List.of(), KeyBackup.ID, "keySheets", "yes")
        .answering("keys.chosen", keys);
  }

  private String sheet(CeremonyState state, int number) {
    return KeyCode.sheetOf(Bytes.fromHex(state.facts().get(KeyFacts.sha256(number))));
  }

  private Path saved(String name, Bytes content) throws Exception {
    return Files.write(folder.resolve(name), content.toByteArray());
  }

  @Test
  void eachSheetIsReadBackBeforeTheNext() throws Exception {
    DeviceStory story = backup("1, 3");
    CeremonyState end = story.refuses();
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    List<String> steps =
        end.agenda().rows().stream()
            .map(row -> row.step().id().toString())
            .filter(step -> step.matches(".*(sheet|scanBack|compare)\\[.*"))
            .toList();
    assertEquals(
        List.of(
            "keyBackup.sheet[1]",
            "keyBackup.scanBack[1]",
            "keyBackup.compare[1]",
            "keyBackup.sheet[3]",
            "keyBackup.scanBack[3]",
            "keyBackup.compare[3]"),
        steps);
    assertTrue(story.secrets.size() >= 3, "a PIN and two scans, all wiped by now");
  }

  /** Whoever scans a heap of sheets at once names the same file each time. */
  @Test
  void theSheetsOfOtherKeysMayBeInTheSameScan() throws Exception {
    DeviceStory story = backup("1, 3");
    Path heap = folder.resolve("heap.pdf");
    story.before(
        "keyBackup.scanBack[3]",
        () -> {
          PDFMergerUtility merger = new PDFMergerUtility();
          merger.addSource(room.scan("key-003").toFile());
          merger.addSource(room.scan("key-001").toFile());
          merger.setDestinationFileName(heap.toString());
          merger.mergeDocuments(null);
        });
    story.answering("keySheet[3].typed", heap.toString());
    assertEquals(CeremonyState.Phase.FINISHED, story.refuses().phase());
  }

  @Test
  void theSheetOfAnotherKeyIsNamed() throws Exception {
    DeviceStory story = backup("1, 3");
    story.answering("keySheet[3].typed", folder.resolve("key-001-scan.pdf").toString());
    story.then(DeviceStory::again);
    CeremonyState end = story.refusesA(PaperProblem.KeySheetOfAnotherKey.class);
    assertEquals(
        List.of(new PaperProblem.KeySheetOfAnotherKey(sheet(end, 1), sheet(end, 3))),
        story.refusals);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
  }

  /** Half of a page stands for a page of two that was left out. */
  @Test
  void whatTheScanLeavesOutIsNamedByItsCodes() throws Exception {
    DeviceStory story = backup("1");
    Path half = folder.resolve("half.pdf");
    story.before(
        "keyBackup.scanBack[1]",
        () -> {
          half(half, 210, 632);
          Files.delete(folder.resolve("key-001-scan.pdf"));
        });
    story.answering("keySheet[1].typed", half.toString()).then(DeviceStory::again);
    CeremonyState end = story.refusesA(PaperProblem.KeySheetScannedInPart.class);
    PaperProblem.KeySheetScannedInPart missing =
        (PaperProblem.KeySheetScannedInPart) story.refusals.getFirst();
    assertEquals(sheet(end, 1), missing.sheet());
    assertTrue(missing.missing().startsWith("4"), missing::toString);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
  }

  /** Half of a page in one file and half in another stand for the pictures of two pages. */
  @ParameterizedTest
  @CsvSource({"pdf, true", "tif, false"})
  void thePageThatIsMissingIsFoundBesideTheOther(String ending, boolean found) throws Exception {
    DeviceStory story = backup("1");
    Path upper = folder.resolve("upper.pdf");
    story.before(
        "keyBackup.scanBack[1]",
        () -> {
          half(upper, 210, 632);
          half(folder.resolve("lower." + ending), 0, 240);
          Files.delete(folder.resolve("key-001-scan.pdf"));
          Files.write(folder.resolve("letter.pdf"), new byte[] {1, 2, 3});
        });
    story.answering("keySheet[1].typed", upper.toString());
    CeremonyState end =
        found ? story.refuses() : story.refusesA(PaperProblem.KeySheetScannedInPart.class);
    assertEquals(found, end.phase() == CeremonyState.Phase.FINISHED);
  }

  private void half(Path file, float from, float height) throws Exception {
    try (PDDocument sheet = Loader.loadPDF(room.scan("key-001").toFile())) {
      PDRectangle whole = sheet.getPage(0).getMediaBox();
      sheet.getPage(0).setCropBox(new PDRectangle(0, from, whole.getWidth(), height));
      sheet.save(file.toFile());
    }
  }

  @Test
  void anAgendaIsNoSheetOfAKey() throws Exception {
    DeviceStory story = backup("1");
    Path text = folder.resolve("letter.pdf");
    story.before(
        "keyBackup.scanBack[1]", () -> Files.write(text, room.printed.get("agenda").toByteArray()));
    story.answering("keySheet[1].typed", text.toString());
    story.refuses(new PaperProblem.NoCodeFound(text.toString()));
  }

  /** What is compared is the file as it lies there, not what was printed from it. */
  @Test
  void aFileThatChangedAfterItWasPrintedIsNamed() throws Exception {
    DeviceStory story = backup("1");
    story.before(
        "keyBackup.compare[1]",
        () -> Files.write(folder.resolve("Root-CA.wky"), new byte[] {1, 2, 3}));
    story.refuses(new FileProblem.KeyFileChanged(folder.resolve("Root-CA.wky").toString()));
  }

  @Test
  void aSheetThatIsMadeAgainIsTheNextCopy() throws Exception {
    DeviceStory story = backup("1");
    Path other = saved("empty.pdf", Bytes.EMPTY);
    story.answering("keySheet[1].typed", other.toString());
    story.then(DeviceStory.redo("keyBackup.paper[1]"));
    CeremonyState end = story.refusesA(PaperProblem.PictureUnreadable.class);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals("key-001-copy-2.pdf", end.facts().get(KeyFacts.sheet(1)));
  }

  @Test
  void aScanThatWasLostWithTheProgramIsAskedForAgain() throws Exception {
    DeviceStory story = backup("1");
    story.before("keyBackup.compare[1]", () -> Files.delete(folder.resolve("Root-CA.wky")));
    Problem gone = new FileProblem.FileMissing(folder.resolve("Root-CA.wky").toString());
    story.refuses(gone);
    story.asked.clear();
    Files.write(folder.resolve("Root-CA.wky"), content(story));
    assertEquals(CeremonyState.Phase.FINISHED, story.goesOn().phase());
    assertTrue(story.asked.contains("keySheet[1].typed"), story.asked::toString);
    assertFalse(room.printed.containsKey("key-001-copy-2"));
  }

  private byte[] content(DeviceStory story) throws Exception {
    return new org.keyrite.wizards.paper.SheetReader()
        .keys(room.scan("key-001")).stream()
            .sorted(java.util.Comparator.comparingInt(KeyCode::index))
            .map(KeyCode::part)
            .reduce(Bytes.EMPTY, Bytes::plus)
            .toByteArray();
  }

  @Test
  void aKeyThatDoesNotFitHasNoSheetAndIsNamed() {
    ListedKey small = new ListedKey("backedUp", 1, "Small", "AES-128", "01", "");
    ListedKey large = new ListedKey("backedUp", 2, "Large", "RSA-4096", "02", "");
    List<ListedKey> judged =
        List.of(
            KeyPaperSteps.judged(small, Bytes.of(new byte[2700])),
            KeyPaperSteps.judged(large, Bytes.of(new byte[2701])));
    Facts known =
        Facts.ofTexts(
            Map.of(
                "keys.onPaper",
                KeyPaperSteps.ON_PAPER.codec().encode().apply(judged),
                "keyFile[1].sha256",
                "00".repeat(32)));
    List<Section> sections = new KeyPaperSteps(Facts.ofTexts(Map.of())).sections(known);
    assertEquals(
        List.of("keyBackup.paper[1]"),
        sections.stream().map(section -> section.id().toString()).toList());
  }
}
