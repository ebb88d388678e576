// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;

class FolderPrinterTest {
  private static final byte[] CONTENT = "%PDF-1.7 a sheet".getBytes();

  @TempDir private Path folder;

  private static Secret pdf() {
    return Secret.taking(CONTENT.clone());
  }

  private static Problem refusal(PaperSink sink, Secret pdf) {
    return assertThrows(ProblemException.class, () -> sink.send("sheet-2", pdf, Progress.NONE))
        .problem();
  }

  @Test
  void savesForTheOwnerAlone() throws Exception {
    Path target = folder.resolve("new").resolve("sheets");
    try (Secret pdf = pdf()) {
      Printed printed = new FolderPrinter(target).send("sheet-2", pdf, Progress.NONE);
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
          IllegalArgumentException.class,
          () -> new FolderPrinter(folder).send("../out", pdf, Progress.NONE));
    }
  }

  @Test
  void keepsWhatItSaved() {
    assertEquals(Left.SAVED, new FolderPrinter(folder).clear());
  }
}
