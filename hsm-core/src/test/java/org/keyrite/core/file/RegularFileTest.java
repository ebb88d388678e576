// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class RegularFileTest {
  private static final Problem TOO_LARGE = new FileProblem.FileUnknown("large");

  @TempDir Path folder;

  private static Problem refused(Path path) {
    return assertThrows(ProblemException.class, () -> RegularFile.at(path)).problem();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null"})
  void refusesADeviceThatMayNeverEnd(String device) {
    assertEquals(new FileProblem.FileNotRegular(device), refused(Path.of(device)));
  }

  @Test
  void refusesADeviceBehindALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/zero"));
    assertEquals(new FileProblem.FileNotRegular(link.toString()), refused(link));
  }

  @Test
  void refusesAPipeWithoutWaitingForItsOtherEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(new FileProblem.FileNotRegular(pipe.toString()), refused(pipe));
  }

  @Test
  void refusesAFolderAndWhatIsNotThere() {
    assertEquals(new FileProblem.FileIsFolder(folder.toString()), refused(folder));
    Path missing = folder.resolve("missing");
    assertEquals(new FileProblem.FileMissing(missing.toString()), refused(missing));
  }

  @Test
  void readsUpToTheLimitAndNotAByteMore() throws Exception {
    RegularFile file = RegularFile.at(Files.write(folder.resolve("file"), new byte[] {1, 2, 3}));
    assertEquals(Bytes.of(new byte[] {1, 2, 3}), file.read(3, TOO_LARGE));
    assertArrayEquals(new byte[] {1, 2}, file.begin(2));
    ProblemException refused = assertThrows(ProblemException.class, () -> file.read(2, TOO_LARGE));
    assertEquals(TOO_LARGE, refused.problem());
  }
}
