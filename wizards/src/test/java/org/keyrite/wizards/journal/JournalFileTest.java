// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;

class JournalFileTest {
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

  private static Problem refusal(Attempt attempt) {
    return assertThrows(ProblemException.class, attempt::run).problem();
  }

  private interface Attempt {
    void run() throws ProblemException, IOException;
  }

  @Test
  void readsBackWhatItWrote() throws ProblemException {
    write(ENTRIES);
    JournalCheck check = JournalCheck.of(file);
    assertEquals(ENTRIES, check.entries());
    assertFalse(check.torn());
    try (JournalFile journal = JournalFile.open(file)) {
      assertEquals(ENTRIES, journal.entries());
      assertEquals(check.lastHash(), journal.lastHash());
    }
  }

  @Test
  void goesOnWhereItEnded() throws ProblemException {
    write(ENTRIES.subList(0, 5));
    try (JournalFile journal = JournalFile.open(file)) {
      journal.append(ENTRIES.get(5));
    }
    assertEquals(ENTRIES.subList(0, 6), JournalCheck.of(file).entries());
  }

  @Test
  void hasALineOnTheDiskWhenAppendReturns() throws ProblemException {
    try (JournalFile journal = JournalFile.create(file)) {
      for (int i = 0; i < ENTRIES.size(); i++) {
        journal.append(ENTRIES.get(i));
        assertEquals(i + 1, JournalCheck.of(file).entries().size());
      }
    }
  }

  @Test
  void cutsOffALineThatWasBeingWritten() throws ProblemException, IOException {
    write(ENTRIES);
    byte[] whole = Files.readAllBytes(file);
    for (int torn : List.of(1, 10, 100)) {
      byte[] half = Arrays.copyOf(whole, whole.length + torn);
      Arrays.fill(half, whole.length, half.length, (byte) '{');
      Files.write(file, half);
      assertTrue(JournalCheck.of(file).torn());
      try (JournalFile journal = JournalFile.open(file)) {
        assertEquals(ENTRIES, journal.entries());
      }
      assertArrayEquals(whole, Files.readAllBytes(file));
    }
  }

  @Test
  void goesOnAfterALineWhoseTipWasNotWritten() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 5));
    byte[] tip = Files.readAllBytes(Tip.beside(file));
    try (JournalFile journal = JournalFile.open(file)) {
      journal.append(ENTRIES.get(5));
    }
    Files.write(Tip.beside(file), tip);
    assertEquals(ENTRIES.subList(0, 6), JournalCheck.of(file).entries());
  }

  @Test
  void refusesATipThatStayedBehind() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 5));
    byte[] tip = Files.readAllBytes(Tip.beside(file));
    try (JournalFile journal = JournalFile.open(file)) {
      journal.append(ENTRIES.get(5));
      journal.append(ENTRIES.get(6));
    }
    Files.write(Tip.beside(file), tip);
    assertEquals(
        new CeremonyProblem.JournalChanged(Tip.beside(file).toString(), 1),
        refusal(() -> JournalCheck.of(file)));
  }

  @Test
  void readsARecordThatWasPassedOnWithoutItsTip() throws ProblemException, IOException {
    write(ENTRIES);
    Files.delete(Tip.beside(file));
    assertEquals(ENTRIES, JournalCheck.of(file).entries());
  }

  @Test
  void refusesASecondWriterInTheSameProcess() throws ProblemException {
    write(ENTRIES.subList(0, 1));
    try (JournalFile journal = JournalFile.open(file)) {
      Problem refused = refusal(() -> JournalFile.open(file));
      assertEquals(new CeremonyProblem.JournalInUse(file.toString()), refused);
      journal.append(ENTRIES.get(1));
    }
    JournalFile.open(file).close();
  }

  @Test
  void leavesNoLockBehind() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 1));
    assertFalse(Files.exists(JournalLock.beside(file)));
    Files.createFile(JournalLock.beside(file));
    JournalFile.open(file).close();
    assertFalse(Files.exists(JournalLock.beside(file)), "nor one of a process that was killed");
  }

  /** Many at once, again and again: at no time have two of them the lock. */
  @Test
  void isHeldByOneAtATime() throws Exception {
    write(ENTRIES.subList(0, 1));
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        threads.submit(() -> {
          try (JournalLock lock = JournalLock.of(file)) {
            most.accumulateAndGet(holders.incrementAndGet(), Math::max);
            taken.addAndGet(lock == null ? 0 : 1);
            holders.decrementAndGet();
          }
          return null;
        });
      }
    }
    assertEquals(1, most.get());
    assertTrue(taken.get() > 0);
  }

  @Test
  void refusesASecondWriterByAnotherWay() throws ProblemException, IOException {
    write(ENTRIES.subList(0, 1));
    Path link = folder.resolveSibling(folder.getFileName() + "-link");
    Files.createSymbolicLink(link, folder);
    try (JournalFile journal = JournalFile.open(file)) {
      assertInstanceOf(
          CeremonyProblem.JournalInUse.class,
          refusal(() -> JournalFile.open(link.resolve(JournalFile.NAME))));
      assertEquals(1, journal.entries().size());
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void refusesAJournalThatAnotherProcessHasOpen() throws Exception {
    write(ENTRIES.subList(0, 1));
    Process other = holder();
    try (BufferedReader said = other.inputReader()) {
      assertEquals("held", said.readLine());
      assertInstanceOf(CeremonyProblem.JournalInUse.class, refusal(() -> JournalFile.open(file)));
      assertEquals(1, JournalCheck.of(file).entries().size(), "reading is free");
    } finally {
      other.destroyForcibly().waitFor();
    }
    JournalFile.open(file).close();
  }

  @Test
  void staysLockedWhenItIsReadOrAskedForMeanwhile() throws Exception {
    write(ENTRIES.subList(0, 1));
    try (JournalFile journal = JournalFile.open(file)) {
      JournalCheck.of(file);
      refusal(() -> JournalFile.open(file));
      Process other = holder();
      try (BufferedReader said = other.inputReader()) {
        assertEquals("JournalInUse", said.readLine());
      } finally {
        other.destroyForcibly().waitFor();
      }
      assertEquals(1, journal.entries().size());
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            JournalHolder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void createsNoJournalOverAnotherAndLeavesThatAlone() throws ProblemException, IOException {
    write(ENTRIES);
    byte[] before = Files.readAllBytes(file);
    assertEquals(
        new FileProblem.FileExists(file.toString()), refusal(() -> JournalFile.create(file)));
    assertArrayEquals(before, Files.readAllBytes(file));
    assertEquals(ENTRIES, JournalCheck.of(file).entries());
    assertTrue(Files.exists(Tip.beside(file)));
    JournalFile.open(file).close();
  }

  @Test
  void isNotMisledByTheTipOfAJournalThatIsGone() throws ProblemException, IOException {
    write(ENTRIES);
    Files.delete(file);
    write(ENTRIES.subList(0, 2));
    assertEquals(ENTRIES.subList(0, 2), JournalCheck.of(file).entries());
  }

  @Test
  void refusesAFolder() throws IOException {
    Files.createDirectory(file);
    Problem expected = new FileProblem.FileIsFolder(file.toString());
    assertEquals(expected, refusal(() -> JournalCheck.of(file)));
    assertEquals(expected, refusal(() -> JournalFile.open(file)));
  }

  @Test
  void refusesAJournalThatIsNotThere() {
    Problem expected = new FileProblem.FileMissing(file.toString());
    assertEquals(expected, refusal(() -> JournalCheck.of(file)));
    assertEquals(expected, refusal(() -> JournalFile.open(file)));
    assertFalse(Files.exists(JournalLock.beside(file)), "nothing is left behind");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere").resolve(JournalFile.NAME);
    assertInstanceOf(FileProblem.FileMissing.class, refusal(() -> JournalFile.create(nowhere)));
  }

  @Test
  void readsAnEmptyJournalAsOneThatWasNotBegun() throws ProblemException {
    write(List.of());
    JournalCheck check = JournalCheck.of(file);
    assertEquals(List.of(), check.entries());
    assertEquals(JournalCheck.NO_LINE, check.lastHash());
  }
}
