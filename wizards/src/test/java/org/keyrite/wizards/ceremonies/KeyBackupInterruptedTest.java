// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.wrap.WrappedKeyFile;

/** Whatever happens in a backup, the files are the same, and the keys stay. */
class KeyBackupInterruptedTest {
  private static final Set<String> FILES =
      Set.of("Root-CA-1.wky", "root-ca-2.wky", "Wein-Weib-Gesang.wky", KeyManifest.NAME);

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private static DisturbedRun run(Path folder) throws Exception {
    return new DisturbedRun(
        KeyBackup.ID,
        Map.of(),
        KeyStock.source(),
        people -> people.answering("keys.chosen", "all", "all"),
        (room, end) -> assertComplete(folder));
  }

  static List<Fault> pulls() throws Exception {
    return run(elsewhere).pulls(elsewhere);
  }

  static List<Integer> lines() throws Exception {
    return run(elsewhere).lines(elsewhere);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithAllFilesWhereverTheDeviceWasPulled(Fault fault) throws Exception {
    run(folder).pulled(folder, fault);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void endsWithAllFilesWhereverItsProcessWasKilled(Fault fault) throws Exception {
    KeyStock.Kept keys = KeyStock.kept(KeyStock.source());
    run(folder).killed(folder, fault, keys::requireIn);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsWithAllFilesWhereverItWasStopped(int line) throws Exception {
    run(folder).stopped(folder, line);
  }

  private static void assertComplete(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder);
        Dkek dkek = KeyStock.dkek()) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(FILES), names);
      for (KeyManifest.Backup backup :
          KeyManifestFile.read(folder.resolve(KeyManifest.NAME)).keys()) {
        Path file = folder.resolve(backup.file());
        assertEquals(Bytes.of(Files.readAllBytes(file)).sha256(), backup.sha256());
        WrappedKeyFile.read(file).blob().open(dkek).close();
      }
    }
  }
}
