// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class PaperSinkTest {
  private static final byte[] CONTENT = "%PDF-1.7 a sheet".getBytes();

  @TempDir private Path folder;

  private static Secret pdf() {
    return Secret.taking(CONTENT.clone());
  }

  private static Problem refusal(PaperSink sink, Secret pdf) {
    return assertThrows(ProblemException.class, () -> sink.send("sheet-2", pdf)).problem();
  }

  /** A stand-in for a program of CUPS. */
  private void program(String name, String script) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void savesForTheOwnerAlone() throws Exception {
    Path target = folder.resolve("new").resolve("sheets");
    try (Secret pdf = pdf()) {
      Printed printed = new FolderPrinter(target).send("sheet-2", pdf);
      Path file = target.resolve("sheet-2.pdf");
      assertEquals(new Printed.ToFile(file), printed);
      assertArrayEquals(CONTENT, Files.readAllBytes(file));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void neverOverwrites() throws Exception {
    Path file = Files.writeString(folder.resolve("sheet-2.pdf"), "mine");
    try (Secret pdf = pdf()) {
      assertEquals(
          new FileProblem.FileExists(file.toString()), refusal(new FolderPrinter(folder), pdf));
      assertEquals("mine", Files.readString(file));
    }
  }

  @Test
  void saysWhenAFolderCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (Secret pdf = pdf()) {
      assertInstanceOf(
          FileProblem.FileNotWritten.class, refusal(new FolderPrinter(file.resolve("in")), pdf));
    }
  }

  @Test
  void keepsSheetsInTheirFolder() {
    try (Secret pdf = pdf()) {
      assertThrows(
          IllegalArgumentException.class, () -> new FolderPrinter(folder).send("../out", pdf));
    }
  }

  @Test
  void handsASheetToTheQueueThroughAPipe() throws Exception {
    program("cancel", "true");
    program("lpstat", "cat \"$(dirname $0)/jobs\" 2>/dev/null; true");
    program(
        "lp",
        "cd \"$(dirname $0)\"; cat >got; echo \"$@\" >args; echo 'office-7 me 1' >jobs;"
            + " echo 'request id is office-7 (1 file(s))'");
    try (Secret pdf = pdf()) {
      Printed printed = new PrintQueue("office", List.of(folder)).send("sheet-2", pdf);
      assertEquals(new Printed.ToQueue("office", "office-7", 0, 1), printed);
      assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("got")));
      assertEquals("-d office -t sheet-2 -\n", Files.readString(folder.resolve("args")));
    }
  }

  @Test
  void hasTheQueueDeleteWhatItKept() throws Exception {
    program("lp", "true");
    program("lpstat", "true");
    program("cancel", "echo \"$@\" >\"$(dirname $0)/cleared\"");
    new PrintQueue("office", List.of(folder)).clear();
    assertEquals("-a -x office\n", Files.readString(folder.resolve("cleared")));
  }

  @Test
  void saysWhatTheQueueAnsweredWhenItRefuses() throws Exception {
    program("cancel", "true");
    program("lpstat", "true");
    program("lp", "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1");
    try (Secret pdf = Secret.taking(new byte[1 << 20])) {
      assertEquals(
          new PaperProblem.PrinterRefused(
              "nowhere", "lp: Error - The printer or class does not exist."),
          refusal(new PrintQueue("nowhere", List.of(folder)), pdf));
    }
  }

  @Test
  void namesThePackageWhenNothingCanPrint() {
    Problem problem =
        assertThrows(ProblemException.class, () -> new PrintQueue("office", List.of(folder)))
            .problem();
    assertEquals(new PaperProblem.PrintingMissing("lp", "cups-client"), problem);
  }
}
