// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

// Long because a print service has many ways to go wrong, and each is tried here.

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/** Printing through a real print service, and all that goes wrong with one. */
class PrintQueueTest {
  private static final byte[] CONTENT = "%PDF-1.7 a sheet".getBytes();

  private static PrivateCups cups;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    cups = PrivateCups.start();
  }

  @AfterAll
  static void stop() throws IOException {
    cups.close();
  }

  private static PrintQueue queue(String name) throws ProblemException {
    return new PrintQueue(cups.programs(), name, Duration.ofMillis(500), Duration.ofMillis(2_500));
  }

  private static Secret pdf() {
    return Secret.taking(CONTENT.clone());
  }

  private static Printed send(PrintQueue queue, String name) throws ProblemException {
    try (Secret pdf = pdf()) {
      return queue.send(name, pdf, Progress.NONE);
    }
  }

  private static Problem refusal(PrintQueue queue, String name) {
    return assertThrows(ProblemException.class, () -> send(queue, name)).problem();
  }

  private static void assertNothingWaits(String queue) throws ProblemException {
    assertEquals(List.of(), cups.programs().waiting(queue));
  }

  @Test
  void comesBackWhenTheSheetIsOutAndTheQueueEmpty() throws Exception {
    String name = cups.queue("whole", "keep");
    Printed printed = send(queue(name), "sheet-1");
    assertTrue(assertInstanceOf(Printed.OnPaper.class, printed).job().startsWith("whole-"));
    assertArrayEquals(CONTENT, Files.readAllBytes(cups.kept("sheet-1")));
    assertNothingWaits(name);
  }

  @Test
  void printsOneCopyWhateverTheQueueOrTheUserIsSetTo() throws Exception {
    String name = cups.queue("twice", "keep", "copies-default=2", "number-up-default=2");
    send(queue(name), "sheet-once");
    String asked = cups.asked("sheet-once");
    assertTrue(asked.startsWith("1 "), asked);
    assertTrue(asked.contains("number-up=1"), asked);
    assertTrue(asked.contains("sides=one-sided"), asked);
  }

  @Test
  void handsASheetOverThroughAPipe() throws Exception {
    program("cancel", "true");
    program("lpstat", "[ \"$1\" = -v ] && echo 'device for office: usb://a'; true");
    program(
        "lp",
        "cd \"$(dirname $0)\"; readlink /proc/self/fd/0 >input; cat >got; echo \"$@\" >args;"
            + " echo 'request id is office-7 (1 file(s))'");
    PrintQueue queue = new PrintQueue(Cups.of(folder, folder), "office");
    assertEquals(new Printed.OnPaper("office-7"), send(queue, "sheet-2"));
    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("got")));
    String arguments = Files.readString(folder.resolve("args"));
    assertTrue(arguments.startsWith("-d office -t sheet-2 -n 1 "), arguments);
    assertTrue(arguments.endsWith(" -\n"), arguments);
    assertTrue(Files.readString(folder.resolve("input")).startsWith("pipe:"));
  }

  /** A stand-in for a program of CUPS. */
  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void emptiesTheQueueAndSeesThatNoDocumentIsLeft() throws Exception {
    PrintQueue queue = queue(cups.queue("emptied", "keep"));
    send(queue, "sheet-2");
    assertTrue(documents() > 0, "CUPS keeps what it printed");
    for (Queue other : cups.programs().queues()) {
      cups.programs().empty(other.name());
    }
    assertEquals(Left.NOTHING, queue.clear());
    assertEquals(0, documents());
    assertEquals("", cups.run("lpstat", "-W", "all", "-o", "emptied"));
  }

  private static long documents() throws IOException {
    try (Stream<Path> files = Files.list(cups.spool())) {
      return files.filter(file -> file.getFileName().toString().startsWith("d")).count();
    }
  }

  @Test
  void saysWhenTheQueueDoesNotLetItselfBeEmptied() throws Exception {
    assertEquals(Left.REFUSED, queue("nowhere").clear());
  }

  @Test
  void refusesAQueueThatIsNotThere() throws Exception {
    assertEquals(new PaperProblem.QueueUnknown("nowhere"), refusal(queue("nowhere"), "sheet"));
  }

  @Test
  void refusesAStoppedQueueBeforeAnythingIsGiven() throws Exception {
    String name = cups.queue("stopped", "keep");
    cups.run("cupsdisable", "-r", "out of order", name);
    assertEquals(new PaperProblem.QueueStopped(name, "out of order"), refusal(queue(name), "s"));
    assertNothingWaits(name);
    cups.run("cupsenable", name);
    assertInstanceOf(Printed.OnPaper.class, send(queue(name), "s"));
  }

  @Test
  void refusesAQueueThatTakesNoJobs() throws Exception {
    String name = cups.queue("rejecting", "keep");
    cups.run("cupsreject", "-r", "closed today", name);
    assertEquals(new PaperProblem.QueueRejects(name, "closed today"), refusal(queue(name), "s"));
  }

  @Test
  void refusesAQueueInWhichSomebodyElsesJobWaits() throws Exception {
    String name = cups.queue("busy", "keep");
    assertTrue(queue(name).isReady());
    cups.run("sh", "-c", "echo hello | lp -d " + name + " -H hold -");
    assertEquals(new PaperProblem.QueueBusy(name, 1), refusal(queue(name), "s"));
    assertFalse(queue(name).isReady());
    assertFalse(queue("nowhere").isReady());
  }

  @Test
  void takesASheetBackThatIsHeld() throws Exception {
    String name = cups.queue("holding", "keep", "job-hold-until-default=indefinite");
    assertInstanceOf(PaperProblem.JobHeld.class, refusal(queue(name), "sheet"));
    assertNothingWaits(name);
  }

  @Test
  void saysThatTheQueueGaveTheSheetUp() throws Exception {
    String name = cups.queue("dying", "dies", "printer-error-policy=abort-job");
    assertEquals(new PaperProblem.JobGivenUp(name, "no toner"), refusal(queue(name), "sheet"));
    assertNothingWaits(name);
  }

  @Test
  void takesASheetBackWhenThePrinterStopsTheQueue() throws Exception {
    String name = cups.queue("stopping", "dies", "printer-error-policy=stop-printer");
    assertEquals(
        new PaperProblem.QueueStoppedAtWork(name, "no toner"), refusal(queue(name), "sheet"));
    assertNothingWaits(name);
  }

  @Test
  void takesASheetBackWhenPaperIsJammed() throws Exception {
    String name = cups.queue("jamming", "jams");
    assertEquals(
        new PaperProblem.PrinterWaits(name, "media-jam-error"), refusal(queue(name), "sheet"));
    assertNothingWaits(name);
  }

  @Test
  void takesASheetBackWhenThePrinterSaysNothing() throws Exception {
    String name = cups.queue("sleeping", "sleeps");
    assertEquals(new PaperProblem.PrinterSilent(name, 2), refusal(queue(name), "sheet"));
    assertNothingWaits(name);
  }

  @Test
  void saysThatSomebodyTookTheSheetOut() throws Exception {
    String name = cups.queue("robbed", "sleeps");
    Progress robber =
        new Progress() {
          @Override
          public void report(long done, long total) {
            cups.run("cancel", "-a", name);
          }

          @Override
          public void checkpoint() {}
        };
    try (Secret pdf = pdf()) {
      Problem problem =
          assertThrows(ProblemException.class, () -> queue(name).send("s", pdf, robber)).problem();
      assertInstanceOf(PaperProblem.JobCancelled.class, problem);
    }
  }

  @Test
  void takesASheetBackWhenThePersonStops() throws Exception {
    String name = cups.queue("leaving", "sleeps");
    Progress stopping =
        new Progress() {
          private boolean seen;

          @Override
          public void report(long done, long total) {
            seen = true;
          }

          @Override
          public void checkpoint() {
            if (seen) {
              throw new Cancelled();
            }
          }
        };
    try (Secret pdf = pdf()) {
      assertThrows(Cancelled.class, () -> queue(name).send("s", pdf, stopping));
    }
    assertNothingWaits(name);
  }

  @Test
  void neverGivesTheSameCopyTwice() throws Exception {
    PrintQueue queue = queue(cups.queue("twice", "dies", "printer-error-policy=abort-job"));
    assertInstanceOf(PaperProblem.JobGivenUp.class, refusal(queue, "share-02-copy-1"));
    assertEquals(
        new PaperProblem.SheetAlreadyGiven("share-02-copy-1"), refusal(queue, "share-02-copy-1"));
    assertInstanceOf(PaperProblem.JobGivenUp.class, refusal(queue, "share-02-copy-2"));
    assertInstanceOf(PaperProblem.JobGivenUp.class, refusal(queue, "agenda"));
    assertInstanceOf(PaperProblem.JobGivenUp.class, refusal(queue, "agenda"));
  }

  @Test
  void tellsWhereThePaperOfAQueueComesOut() throws Exception {
    cups.queueTo("cable", "serial:/dev/ttyS0");
    cups.queueTo("office", "ipp://printer.office.example:631/ipp/print");
    cups.queueTo("bridge", "ipp://localhost:60000/ipp/print");
    cups.queueTo("files", "cups-pdf:/");
    List<Queue> queues = cups.programs().queues();
    assertEquals(Queue.Reach.CABLE, named(queues, "cable").reach());
    assertEquals(Queue.Reach.NETWORK, named(queues, "office").reach());
    assertEquals("printer.office.example", named(queues, "office").host());
    assertEquals(Queue.Reach.CABLE, named(queues, "bridge").reach());
    assertEquals(Queue.Reach.FILE, named(queues, "files").reach());
    assertEquals(new Queue.State.Ready(), named(queues, "cable").state());
  }

  @Test
  void neverShowsAPasswordInADevice() {
    Queue queue =
        new Queue("files", "smb://anna:s3cret@server.example:445/x", new Queue.State.Ready());
    assertEquals("server.example", queue.host());
    assertEquals(Queue.Reach.NETWORK, queue.reach());
    assertEquals(
        Queue.Reach.UNKNOWN, new Queue("x", "odd:/thing", new Queue.State.Ready()).reach());
    assertEquals(
        Queue.Reach.CABLE, new Queue("x", "usb://HP/LaserJet", new Queue.State.Ready()).reach());
  }

  private static Queue named(List<Queue> queues, String name) {
    return queues.stream().filter(queue -> queue.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void saysThatThePrintServiceDoesNotAnswer() throws Exception {
    Cups nobody = Cups.at(folder.resolve("socket"), folder);
    assertInstanceOf(
        PaperProblem.PrintServiceSilent.class, refusal(new PrintQueue(nobody, "office"), "sheet"));
  }

  @Test
  void namesThePackageWhenNothingCanPrint() {
    Problem problem = assertThrows(ProblemException.class, () -> Cups.of(folder, folder)).problem();
    assertEquals(new PaperProblem.PrintingMissing("lp", "cups-client"), problem);
  }

  @Test
  void saysWhetherTheFolderOfTheServiceCouldBeLookedAt() throws Exception {
    assertEquals(Left.UNSEEN, new Spool(folder.resolve("none")).look());
    assertEquals(Left.NOTHING, new Spool(folder).look());
    Files.createFile(folder.resolve("d00007-001"));
    assertEquals(Left.KEPT, new Spool(folder).look());
  }
}
