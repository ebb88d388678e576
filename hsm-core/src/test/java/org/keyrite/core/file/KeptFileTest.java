// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

class KeptFileTest {
  private static final byte[] OLD = {1, 2, 3};
  private static final byte[] NEW = {4};

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void isThereWholeForItsOwnerAlone() throws Exception {
    Path file = folder.resolve("file");
    new KeptFile(file).create(OLD);
    assertArrayEquals(OLD, Files.readAllBytes(file));
    assertEquals("rw-------", rights(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void neverOverwritesWhatMustBeNew() throws Exception {
    Path file = Files.write(folder.resolve("file"), OLD);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> new KeptFile(file).create(NEW));
    assertEquals(new FileProblem.FileExists(file.toString()), refused.problem());
    assertArrayEquals(OLD, Files.readAllBytes(file));
  }

  @Test
  void takesThePlaceOfAFileThatOthersCouldRead() throws Exception {
    Path file = Files.write(folder.resolve("file"), OLD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.write(folder.resolve("file.unfinished"), OLD);
    new KeptFile(file).replace(NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals("rw-------", rights(file));
    assertEquals(List.of("file"), names());
  }

  @Test
  void whatWasThereIsUnharmedWhereItCannotBeWritten() throws Exception {
    Path file = Files.write(folder.resolve("file"), OLD);
    Files.write(Files.createDirectory(folder.resolve("file.unfinished")).resolve("x"), OLD);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> new KeptFile(file).replace(NEW));
    assertEquals(FileProblem.FileNotWritten.class, refused.problem().getClass());
    assertArrayEquals(OLD, Files.readAllBytes(file));
  }

  @Test
  void aFolderIsNarrowedToItsOwner() throws Exception {
    Path wide = Files.createDirectory(folder.resolve("wide"));
    Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwxr-xr-x"));
    OwnerOnly.narrow(wide);
    assertEquals("rwx------", rights(wide));
  }

  /** Tests run as anybody, to whom the first process does not belong, or as its owner. */
  @Test
  void aFolderOfSomebodyElseIsRefused() throws Exception {
    Path other = Path.of("/proc/1");
    String owner = Files.getOwner(other).getName();
    if (owner.equals(ProcessHandle.current().info().user().orElseThrow())) {
      Path given = Files.createDirectory(folder.resolve("given"));
      Files.setOwner(
          given,
          given.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
      other = given;
    }
    Path folderOfOthers = other;
    ProblemException refused =
        assertThrows(ProblemException.class, () -> OwnerOnly.narrow(folderOfOthers));
    assertEquals(new FileProblem.FolderOfOthers(folderOfOthers.toString()), refused.problem());
  }
}
