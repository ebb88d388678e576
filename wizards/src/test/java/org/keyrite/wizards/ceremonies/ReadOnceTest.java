// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;

/** What was looked at is what is used, whatever a stick answers the second time. */
class ReadOnceTest {
  @TempDir static Path elsewhere;
  @TempDir Path folder;

  @Test
  void aWrappedKeyIsWhatWasReadFirst() throws Exception {
    Path list = KeyStock.backup(Files.createDirectory(folder.resolve("backup")));
    Path file = Path.of(KeySource.read(List.of(list)).getFirst().seen().path());
    KeyCopies.Chosen chosen = KeyCopies.Chosen.read(file);
    Files.write(file, new byte[] {1});
    KeySource source = KeySource.of(chosen.path(), chosen.content()).getFirst();
    assertEquals(chosen.content().sha256().toHex(), source.seen().sha256());
    assertEquals(chosen.content(), source.file().encode());
  }

  @Test
  void aBundleThatIsCopiedIsTheOneThatWasChecked() throws Exception {
    Path came = MigrateStick.copy(MigrateStick.made(elsewhere).send(), folder.resolve("came"));
    MigrationBundle bundle = MigrationBundle.read(came);
    for (String name : bundle.files().keySet()) {
      Files.write(came.resolve(name), new byte[] {1});
    }
    Path kept = Files.createDirectory(folder.resolve("kept"));
    bundle.copyTo(kept);
    assertEquals(false, bundle.files().isEmpty());
    for (String name : bundle.files().keySet()) {
      assertEquals(bundle.files().get(name), Bytes.of(Files.readAllBytes(kept.resolve(name))));
    }
  }
}
