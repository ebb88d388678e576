// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.simulator.Fault;

/** Whatever happens in a restoration, each key is there, once, beside the one that was there. */
class KeyRestoreInterruptedTest {
  @TempDir static Path elsewhere;
  @TempDir static Path backup;
  @TempDir Path folder;

  private static Path list;

  @BeforeAll
  static void backUp() throws Exception {
    if (list == null) {
      list = KeyStock.backup(backup);
    }
  }

  private static DisturbedRun run() throws Exception {
    backUp();
    return new DisturbedRun(
        KeyRestore.ID,
        Map.of(),
        KeyStock.withOldKey(2),
        people ->
            people
                .answering("keys.chosen", "all", "all")
                .answering("backup[1].path", list.toString(), list.toString()),
        (room, end) -> {
          KeyList keys = KeyStock.keys(room, 1);
          assertEquals(4, keys.keys().size(), "none twice");
          assertEquals(Set.of(), keys.leftovers());
          KeyRestoreTest.assertThere(room, list, 2, 3, 4);
        });
  }

  static List<Fault> pulls() throws Exception {
    return run().pulls(elsewhere);
  }

  static List<Integer> lines() throws Exception {
    return run().lines(elsewhere);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithEveryKeyOnceWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    run().pulled(folder, fault);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithEveryKeyOnceWhereverItsProcessWasKilled(Fault fault) throws Exception {
    KeyStock.Kept old = KeyStock.kept(KeyStock.withOldKey(2));
    run().killed(folder, fault, old::requireIn);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithEveryKeyOnceWhereverItWasStopped(int line) throws Exception {
    run().stopped(folder, line);
  }
}
