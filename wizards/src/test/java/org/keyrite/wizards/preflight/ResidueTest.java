// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.LaptopProblem;

class ResidueTest {
  private static final String ID = "7F3A-2C9E";

  @TempDir Path root;
  private Tree tree;
  private Path folder;

  @BeforeEach
  void hasACeremony() {
    tree = new Tree(root);
    folder = tree.folder("home/me/.local/share/keyrite/a ceremony");
    tree.with("home/me/.local/share/keyrite/a ceremony/journal.jsonl", "it is " + ID);
  }

  private Finding look(Place place) {
    return look(place, Instant.EPOCH);
  }

  private Finding look(Place place, Instant since) {
    return Residue.ofLinux(root, tree.at("home/me"), Map.of())
        .look(place, new Search(ID, since, folder));
  }

  private void assertFound(Place place, String file) {
    String named = Finding.whole(tree.at(file).toString());
    assertEquals(Tree.fault(new LaptopProblem.ResidueFound(named)), look(place));
  }

  @ParameterizedTest
  @CsvSource({
    "TEMPORARY, tmp/scan",
    "TEMPORARY, var/tmp/deep/in/it",
    "TEMPORARY, dev/shm/x",
    "SPOOL, var/spool/cups/d00012-001",
    "SPOOL, var/spool/cups-pdf/me/sheet.pdf",
    "KEPT_BY_PROGRAMS, home/me/.cache/viewer/page",
    "KEPT_BY_PROGRAMS, home/me/.local/share/recently-used.xbel",
    "KEPT_BY_PROGRAMS, home/me/.local/share/Trash/files/it.pdf",
    "KEPT_BY_PROGRAMS, home/me/Downloads/it.pdf"
  })
  void findsADocumentWhereverItLies(Place place, String file) {
    tree.with(file, "%PDF something (" + ID + ") something");
    assertFound(place, file);
  }

  @Test
  void doesNotGoIntoWhatTheSystemPretendsToHaveAsFiles() {
    Residue residue =
        new Residue(Map.of(Place.TEMPORARY, List.of(Path.of("/proc/sys/kernel/random"))));
    Finding found = residue.look(Place.TEMPORARY, new Search(ID, Instant.EPOCH, folder));
    assertEquals(new Finding.Fine("0"), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
  void findsTheIdHoweverItIsWritten(String charset) {
    tree.with("tmp/it", ID.getBytes(Charset.forName(charset)));
    assertFound(Place.TEMPORARY, "tmp/it");
  }

  /** Files are read in pieces; the id may lie across the end of one. */
  @Test
  void findsTheIdAcrossPieces() {
    int piece = 1 << 16;
    for (int at = piece - ID.length() - 2; at <= piece + 2; at++) {
      byte[] content = new byte[3 * piece];
      Arrays.fill(content, (byte) '7');
      System.arraycopy(ID.getBytes(StandardCharsets.US_ASCII), 0, content, at + piece, ID.length());
      tree.with("tmp/long", content);
      assertFound(Place.TEMPORARY, "tmp/long");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "share-01-copy-2-set-2PCQ-9G7N.pdf",
        "share-file-01-copy-1-set-2PCQ-9G7N.pdf.png",
        "key-003-copy-1.pdf"
      })
  void findsTheNameOfASheetWhateverIsInIt(String name) {
    tree.with("home/me/.cache/thumbnails/" + name, "drawn");
    assertFound(Place.KEPT_BY_PROGRAMS, "home/me/.cache/thumbnails/" + name);
  }

  /** A list of recent files and a preview hold no document, but say from where it was. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bookmark href=\"file://%s/sheets/share.pdf\"",
        "tEXtThumb::URI file://%s/sheets/a.pdf"
      })
  void findsWhereASheetWasOpened(String content) {
    tree.with(
        "home/me/.cache/thumbnails/1f",
        content.formatted(folder.toUri().getRawPath().replaceFirst("/$", "")));
    assertFound(Place.KEPT_BY_PROGRAMS, "home/me/.cache/thumbnails/1f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7F3A-2C9", "F3A-2C9E", "7F3A 2C9E", ""})
  void anotherTextIsNothing(String content) {
    tree.with("tmp/it", content);
    assertEquals(new Finding.Fine("1"), look(Place.TEMPORARY));
  }

  @Test
  void whatIsOlderThanTheCeremonyIsNotLookedAt() throws Exception {
    tree.with("tmp/old", ID);
    assertEquals(new Finding.Fine("0"), look(Place.TEMPORARY, Instant.now().plusSeconds(3600)));
  }

  @Test
  void aCopyThatKeptAnOldDateIsLookedAt() throws Exception {
    tree.with("tmp/copy", ID);
    Files.setLastModifiedTime(tree.at("tmp/copy"), FileTime.from(Instant.EPOCH));
    assertInstanceOf(Finding.Fault.class, look(Place.TEMPORARY, Instant.now().minusSeconds(3600)));
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    tree.folder("tmp");
    Files.createSymbolicLink(tree.at("tmp/link"), folder.resolve("journal.jsonl"));
    assertEquals(new Finding.Fine("0"), look(Place.TEMPORARY));
  }

  /** People may keep their records wherever they like. */
  @Test
  void theFolderOfTheCeremonyIsNoResidue() {
    folder = tree.folder("home/me/Documents/ceremony");
    tree.with("home/me/Documents/ceremony/journal.jsonl", ID);
    assertEquals(new Finding.Fine("0"), look(Place.KEPT_BY_PROGRAMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"transcript.txt~", "x.tmp", ".~lock.record.pdf#", "y.part", ".z.swp"})
  void namesWhatDoesNotBelongIntoTheFolder(String name) {
    tree.with("home/me/.local/share/keyrite/a ceremony/" + name, "");
    assertFound(Place.FOLDER, "home/me/.local/share/keyrite/a ceremony/" + name);
  }

  @Test
  void theRecordBelongsIntoTheFolder() {
    assertEquals(new Finding.Fine("1"), look(Place.FOLDER));
  }

  @Test
  void saysWhatOnlyAnAdministratorMayLookAt() {
    Residue spool = new Residue(Map.of(Place.SPOOL, List.of(tree.at("closed"))));
    tree.folder("closed/in");
    if (tree.at("closed/in").toFile().setReadable(false)
        && !Files.isReadable(tree.at("closed/in"))) {
      assertEquals(
          "noted 0 1", spool.look(Place.SPOOL, new Search(ID, Instant.EPOCH, folder)).text());
    }
  }

  @Test
  void namesNoMoreThanAFewFiles() {
    for (int i = 1; i <= 9; i++) {
      tree.with("tmp/it" + i, ID);
    }
    Finding.Fault fault = assertInstanceOf(Finding.Fault.class, look(Place.TEMPORARY));
    assertEquals(5, fault.problem().seen().split(",").length);
  }
}
