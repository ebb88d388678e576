// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;

/** A record that somebody made up names files of its own choice. */
class KeyFolderTest {
  @TempDir Path around;
  private Path folder;
  private Path precious;

  @BeforeEach
  void lay() throws IOException {
    folder = Files.createDirectories(around.resolve("ceremony"));
    Files.createDirectories(folder.resolve("dkek-"));
    precious = Files.writeString(around.resolve("precious.pbe"), "of somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../precious.pbe", "dkek-/../../precious.pbe", "dkek-/x", "/", "..", "."})
  void nothingOutsideOfAFolderIsReadWrittenOrRemoved(String name) throws Exception {
    FileProblem.FileUnknown refusal = new FileProblem.FileUnknown(name);
    KeyFolder keys = new KeyFolder(folder);
    ShareFolder shares = new ShareFolder(folder);
    Bytes content = Bytes.of((byte) 1);
    assertEquals(
        refusal, assertThrows(ProblemException.class, () -> shares.remove(name)).problem());
    assertEquals(
        refusal, assertThrows(ProblemException.class, () -> shares.read(name, content)).problem());
    assertEquals(
        refusal,
        assertThrows(ProblemException.class, () -> keys.write(name, content, true)).problem());
    assertEquals(
        refusal, assertThrows(ProblemException.class, () -> keys.require(name, content)).problem());
    assertEquals("of somebody else", Files.readString(precious));
  }

  @Test
  void aFileOfTheFolderIsRemoved() throws Exception {
    Path mine = Files.writeString(folder.resolve("dkek-1.pbe"), "voided");
    new ShareFolder(folder).remove("dkek-1.pbe");
    assertTrue(Files.notExists(mine));
  }
}
