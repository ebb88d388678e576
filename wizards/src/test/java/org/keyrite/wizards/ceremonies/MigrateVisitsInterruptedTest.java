// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.simulator.Fault;
import org.keyrite.wizards.ceremony.CeremonyState;

/**
 * A device is pulled, or the program stops, anywhere in a visit of a migration: the visit ends with
 * what it was for, no key is lost or there twice, and only what is awaited stays on the device.
 */
class MigrateVisitsInterruptedTest {
  private static final int SAMPLES = 12;
  private static final List<String> VISITS = List.of("offer", "send", "take");
  private static final String NOTHING_AGREED = "ff00" + "00".repeat(8);

  @TempDir static Path elsewhere;
  @TempDir static Path counted;
  @TempDir Path folder;

  /** Where something happens in a visit. */
  record Place(String visit, Fault fault, int line) {}

  private static DisturbedRun run(String visit, Path folder) throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    MigrateStick.Made made = MigrateStick.made(elsewhere);
    Path came = visit.equals("send") ? made.offer() : made.send();
    String words = MigrateStick.words(came);
    int d = visit.equals("send") ? 1 : 2;
    return new DisturbedRun(
        XkekMigrate.ID,
        Map.of("visit", visit),
        List.of(devices.source(), visit.equals("take") ? made.waiting() : devices.target()),
        d,
        people -> MigrateStick.answers(people, people.room, came.toString(), words),
        (room, end) -> {
          List<StoredKey> left = MigrateVisitsTest.exchangeKeys(room, d);
          int own = MigrateVisitsTest.keys(room, d).size() - left.size();
          assertTrue(room.send(d, "8052000000").toHex().startsWith(NOTHING_AGREED));
          switch (visit) {
            case "offer" -> {
              MigrationManifest manifest = MigrationBundle.read(folder).manifest();
              assertEquals(0, own);
              assertEquals(1, left.size());
              assertEquals(manifest.head().migration(), left.getFirst().pkcsId().orElseThrow());
              assertEquals(room.serial(1), manifest.source().serial());
            }
            case "send" -> {
              assertEquals(3, own);
              assertEquals(List.of(), left);
              assertEquals(3, MigrationBundle.read(folder).manifest().wrappedKeys());
            }
            default -> {
              assertEquals(3, own);
              assertEquals(List.of(), left);
              requireProven(end);
            }
          }
        });
  }

  private static void requireProven(CeremonyState end) {
    assertEquals(
        List.of("proven", "proven", "proven"),
        end.facts().get(MigrateFacts.MOVED).stream().map(ListedKey::state).toList());
  }

  static List<Place> pulls() throws Exception {
    List<Place> all = new ArrayList<>();
    for (String visit : VISITS) {
      run(visit, counted).pulls(counted).forEach(fault -> all.add(new Place(visit, fault, 0)));
    }
    return Pulls.sample(all, SAMPLES);
  }

  static List<Place> lines() throws Exception {
    List<Place> all = new ArrayList<>();
    for (String visit : VISITS) {
      run(visit, counted).lines(counted).forEach(line -> all.add(new Place(visit, null, line)));
    }
    return Pulls.sample(all, SAMPLES);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void theVisitIsCompleteWhereverTheDeviceWasPulled(Place at) throws Exception {
    run(at.visit(), folder).pulled(folder, at.fault());
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void theVisitIsCompleteWhereverItsProcessWasKilled(Place at) throws Exception {
    run(at.visit(), folder).killed(folder, at.fault(), room -> {});
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theVisitIsCompleteWhereverItWasStopped(Place at) throws Exception {
    run(at.visit(), folder).stopped(folder, at.line());
  }
}
