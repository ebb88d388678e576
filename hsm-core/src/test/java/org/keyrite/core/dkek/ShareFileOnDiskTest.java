// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.FileIsFolder;
import org.keyrite.core.problem.FileProblem.FileMissing;
import org.keyrite.core.problem.FileProblem.FileUnreadable;
import org.keyrite.core.problem.FileProblem.ShareFileNotSalted;
import org.keyrite.core.problem.FileProblem.ShareFileSize;
import org.keyrite.core.testing.Vector;

class ShareFileOnDiskTest {
  @TempDir private Path folder;

  private static Bytes real() throws IOException {
    return Vector.file("/vectors/pbe.json").list("vectors").getFirst().bytes("file");
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.pbe"), content);
  }

  @Test
  void readsAFileAndItsText() throws Exception {
    Path path = file(real().toByteArray());
    ShareFile read = ShareFile.read(path);
    assertEquals(new ShareFile(path.toString(), real()), read);
    Path text = Files.writeString(folder.resolve("a.txt"), read.toText());
    assertEquals(real(), ShareFile.read(text).encode());
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path path = folder.resolve("none.pbe");
    assertRefused(new FileMissing(path.toString()), () -> ShareFile.read(path));
  }

  @Test
  void namesAFolder() {
    assertRefused(new FileIsFolder(folder.toString()), () -> ShareFile.read(folder));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 65, 128, 129, 1000})
  void namesAFileOfAnotherSize(int size) throws IOException {
    Path path = file(new byte[size]);
    assertRefused(new ShareFileSize(path.toString(), size), () -> ShareFile.read(path));
  }

  @Test
  void readsOnlyTheBeginningOfALargeFile() throws IOException {
    Path path = folder.resolve("large");
    long size = 1L << 40;
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.setLength(size);
    }
    assertRefused(new ShareFileSize(path.toString(), size), () -> ShareFile.read(path));
  }

  @Test
  void namesAFileThatIsNotSalted() throws IOException {
    Path path = file(new byte[64]);
    assertRefused(new ShareFileNotSalted(path.toString()), () -> ShareFile.read(path));
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    Path path = unreadable();
    assertRefused(new FileUnreadable(path.toString()), () -> ShareFile.read(path));
  }

  /** A file without permission; for somebody who may read all, one that the system refuses. */
  private Path unreadable() throws IOException {
    Path path = file(real().toByteArray());
    boolean refused = path.toFile().setReadable(false) && !Files.isReadable(path);
    return refused ? path : Path.of("/proc/self/mem");
  }
}
