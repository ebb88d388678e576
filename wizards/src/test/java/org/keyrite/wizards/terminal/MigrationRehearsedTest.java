// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.DerivationCost;

/** Keys move from one pretend device to another. */
class MigrationRehearsedTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keysOfEveryKindMoveAndBothDevicesForget(int readers) throws Exception {
    Path out = folder.resolve("out");
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .run(
                "rehearse",
                "xkek-migrate",
                "--with",
                "readers=" + readers,
                "--out",
                out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    for (String kind :
        new String[] {"AES-256", "RSA-2048", "secp256r1", "brainpoolP256r1", "secp256k1"}) {
      assertTrue(journal.contains(kind), kind);
    }
    assertEquals(5, journal.split("].outcome\":\"proven ", -1).length - 1, journal);
    assertTrue(journal.contains("\"exchange[1].after\":\"clean\""), journal);
    assertTrue(journal.contains("\"exchange[2].after\":\"clean\""), journal);
  }
}
