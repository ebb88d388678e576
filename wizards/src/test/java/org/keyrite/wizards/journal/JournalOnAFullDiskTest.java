// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;

class JournalOnAFullDiskTest {
  private static final List<Entry> ENTRIES = new Entries(7).oneOfEach();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve(JournalFile.NAME);
  }

  private void write(List<Entry> entries) throws ProblemException {
    try (JournalFile journal = JournalFile.create(file)) {
      for (Entry entry : entries) {
        journal.append(entry);
      }
    }
  }

  private static void assertNotWritten(JournalFile journal, Entry entry) {
    assertInstanceOf(
        FileProblem.FileNotWritten.class,
        assertThrows(ProblemException.class, () -> journal.append(entry)).problem());
  }

  @Test
  void isAsBeforeWhenTheDiskIsFull() throws ProblemException, IOException {
    int longest =
        new EntryLine(4, JournalCheck.NO_LINE, ENTRIES.get(0))
            .toText()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    for (int room = longest; room >= 0; room -= 9) {
      Files.deleteIfExists(file);
      write(ENTRIES.subList(0, 3));
      byte[] before = Files.readAllBytes(file);
      byte[] tip = Files.readAllBytes(Tip.beside(file));
      FullChannel disk = new FullChannel(FileChannel.open(file, StandardOpenOption.WRITE), room);
      try (JournalFile journal =
          new JournalFile(file, disk, JournalLock.of(file), JournalCheck.of(file))) {
        assertNotWritten(journal, ENTRIES.get(0));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertArrayEquals(tip, Files.readAllBytes(Tip.beside(file)));
        assertEquals(3, journal.entries().size());
        disk.makeRoom();
        journal.append(ENTRIES.get(5));
      }
      assertEquals(ENTRIES.get(5), JournalCheck.of(file).entries().getLast());
    }
  }

  @Test
  void coversUpWhatCouldNotBeTakenBack() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 3));
    FullChannel disk = new FullChannel(FileChannel.open(file, StandardOpenOption.WRITE), 200);
    try (JournalFile journal =
        new JournalFile(file, disk, JournalLock.of(file), JournalCheck.of(file))) {
      disk.refuseToShrink = true;
      assertNotWritten(journal, ENTRIES.get(0));
      assertTrue(JournalCheck.of(file).torn());
      disk.refuseToShrink = false;
      disk.makeRoom();
      journal.append(ENTRIES.get(14));
    }
    JournalCheck check = JournalCheck.of(file);
    assertFalse(check.torn());
    assertEquals(4, check.entries().size());
  }

  @Test
  void takesTheLineBackWhenItsTipCannotBeWritten() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 3));
    byte[] before = Files.readAllBytes(file);
    Path inTheWay = folder.resolve(JournalFile.NAME + ".tip.unfinished");
    Path full = Files.writeString(Files.createDirectory(inTheWay).resolve("file"), "in the way");
    try (JournalFile journal = JournalFile.open(file)) {
      assertNotWritten(journal, ENTRIES.get(3));
      assertArrayEquals(before, Files.readAllBytes(file));
      Files.delete(full);
      Files.delete(inTheWay);
      journal.append(ENTRIES.get(3));
    }
    assertEquals(ENTRIES.subList(0, 4), JournalCheck.of(file).entries());
  }
}
