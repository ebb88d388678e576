// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.hsm.KeyExchange;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.Walk;

/**
 * One of the two devices is pulled before, and after the effect of, every command of a migration;
 * of a sample of them unless all are asked for. People put it in again and go on, or give up.
 */
class MigratePulledTest {
  private static final int SAMPLES = 20;
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final String NOTHING_AGREED = "ff00" + "00".repeat(8);

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  /** Where a device is pulled. */
  record Place(int device, Fault fault, String afterwards) {}

  /** People who are told that a device is gone, and remember at which step that was. */
  private static final class Witnesses extends DevicePeople {
    private static final int PATIENCE = 3;

    private final Place at;
    private final boolean giveUp;
    private Step now;
    private Step pulledAt;

    Witnesses(DeviceRoom room, Place at, boolean giveUp) {
      super(room, List.of());
      this.at = at;
      this.giveUp = giveUp;
      answering("keys.chosen", "all", "all", "all");
      for (int i = 1; i <= 3; i++) {
        answering("key[" + i + "].typed", "Key " + i, "Key " + i, "Key " + i);
      }
    }

    @Override
    public void entering(Agenda.Row row, CeremonyState state) {
      remember();
      now = row.step();
    }

    private void remember() {
      if (pulledAt == null && room.card(at.device()).count() >= at.fault().at()) {
        pulledAt = now;
      }
    }

    @Override
    public Way refused(Problem problem, List<Way> ways) {
      remember();
      refusals.add(problem);
      room.reinsert();
      if (giveUp && refusals.size() == 1) {
        return new Way.Abort("enough");
      }
      return refusals.size() > PATIENCE ? new Way.Stop() : new Way.Again();
    }

    /**
     * They were told once that the device is gone. Only where another device is looked for is it
     * nobody's concern: then they put it in again when it is awaited.
     */
    void requireTold() {
      if (pulledAt.needs().contains(DeviceFacts.serial(at.device()))) {
        assertEquals(1, refusals.size(), "one sentence: " + refusals + " at " + pulledAt.id());
        Problem told = refusals.getFirst();
        assertTrue(
            told instanceof DeviceProblem.DeviceGone || told instanceof DeviceProblem.DeviceNotHere,
            refusals::toString);
      } else {
        assertEquals("xkekMigrate.lookTarget", pulledAt.id().toString());
        assertEquals(1, at.device());
        assertEquals(List.of(), refusals);
      }
    }
  }

  private static DeviceRoom room(Path folder, Place... at) throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    DeviceRoom room = new DeviceRoom(folder, 2);
    for (Place place : at) {
      room.happensTo(place.device(), place.fault());
    }
    return MigrateRoom.fill(room, devices.source(), devices.target());
  }

  private static CeremonyState walk(DeviceRoom room, Witnesses people) throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            new DeviceStory(
                    room,
                    List.of(),
                    XkekMigrate.ID,
                    "readers",
                    "2",
                    "afterwards",
                    people.at.afterwards())
                .ceremony(),
            "T-1",
            Bytes.EMPTY,
            Journal.inMemory(),
            room.place(() -> NOW, true),
            Runnable::run)) {
      return new Walk(runner, people).toTheEnd();
    } finally {
      assertTrue(people.secrets.stream().allMatch(Secret::isWiped));
    }
  }

  private static Witnesses undisturbed(DeviceRoom room, String afterwards) {
    Fault never = new Fault.PulledBefore(Integer.MAX_VALUE);
    return new Witnesses(room, new Place(1, never, afterwards), false);
  }

  static List<Place> pulls() throws Exception {
    List<Place> all = new ArrayList<>();
    int[] kept = new int[3];
    for (String afterwards : List.of(XkekMigrate.KEEP, XkekMigrate.DELETE)) {
      try (DeviceRoom room = room(elsewhere)) {
        CeremonyState end = walk(room, undisturbed(room, afterwards));
        assertEquals(CeremonyState.Phase.FINISHED, end.phase());
        for (int d = 1; d <= 2; d++) {
          // Up to the deletion both are alike.
          for (int k = kept[d] + 1; k <= room.card(d).count(); k++) {
            all.add(new Place(d, new Fault.PulledBefore(k), afterwards));
            all.add(new Place(d, new Fault.PulledAfter(k), afterwards));
          }
          kept[d] = room.card(d).count();
        }
      }
      clear(elsewhere);
    }
    return Pulls.sample(all, SAMPLES);
  }

  private static void clear(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<StoredKey> keys(DeviceRoom room, int d) throws Exception {
    KeyList list = KeyRoom.list(room, d);
    assertEquals(Set.of(), list.leftovers(), "leftovers of device " + d);
    return list.keys();
  }

  private static List<StoredKey> before(int d) throws Exception {
    try (DeviceRoom room = room(elsewhere)) {
      return keys(room, d);
    }
  }

  /** Nothing of an exchange is on either device. */
  private static void requireClean(DeviceRoom room) throws Exception {
    for (int d = 1; d <= 2; d++) {
      String status = room.send(d, "8052000000").toHex();
      assertTrue(status.startsWith(NOTHING_AGREED), status);
      KeyList list = KeyRoom.list(room, d);
      assertEquals(List.of(), KeyExchange.find(list, KeyDomainIndex.FIRST), "of device " + d);
    }
  }

  private static void requireMoved(DeviceRoom room, CeremonyState end, boolean isDeleting)
      throws Exception {
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(
        List.of("proven", "proven", "proven"),
        end.facts().get(MigrateFacts.MOVED).stream().map(ListedKey::state).toList());
    assertEquals(isDeleting ? List.of() : before(1), keys(room, 1));
    assertEquals(
        before(1).stream().map(StoredKey::label).toList(),
        keys(room, 2).stream().map(StoredKey::label).toList());
    requireClean(room);
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void noKeyIsLostOrDoubledWhereverADeviceWasPulled(Place at) throws Exception {
    try (DeviceRoom room = room(folder, at)) {
      Witnesses people = new Witnesses(room, at, false);
      CeremonyState end = walk(room, people);
      people.requireTold();
      requireMoved(room, end, at.afterwards().equals(XkekMigrate.DELETE));
    }
  }

  @ParameterizedTest
  @MethodSource("pulls")
  void bothDevicesAreCleanWhereverPeopleGaveUp(Place at) throws Exception {
    try (DeviceRoom room = room(folder, at)) {
      Witnesses people = new Witnesses(room, at, true);
      CeremonyState end = walk(room, people);
      people.requireTold();
      if (people.refusals.isEmpty()) {
        requireMoved(room, end, at.afterwards().equals(XkekMigrate.DELETE));
        return;
      }
      assertEquals(CeremonyState.Phase.ABORTED, end.phase());
      requireClean(room);
      requireNoneIsLost(room, end);
      Set<Integer> named = new HashSet<>();
      before(1).stream()
          .map(key -> KeyFacts.reference(key.reference().value()))
          .flatMap(place -> end.facts().find(place).stream())
          .forEach(named::add);
      for (StoredKey there : keys(room, 2)) {
        assertTrue(named.contains(there.reference().value()), there + " is not among " + named);
      }
    }
  }

  /** What is not on the first device any more is proven on the second. */
  private static void requireNoneIsLost(DeviceRoom room, CeremonyState end) throws Exception {
    List<StoredKey> left = KeyRoom.keys(room, 1);
    for (StoredKey key : before(1)) {
      if (!left.contains(key)) {
        int place = end.facts().get(KeyFacts.reference(key.reference().value()));
        assertTrue(end.facts().has(MigrateFacts.MOVED), "proven before anything is deleted");
        assertEquals(
            key.label(), KeyRoom.list(room, 2).get(new KeyId(place)).label(), "key " + key);
      }
    }
  }

  @Test
  void anExchangeKeyThatNobodyHeardOfIsFoundToo() throws Exception {
    try (DeviceRoom made = room(elsewhere)) {
      walk(made, undisturbed(made, XkekMigrate.KEEP));
      clear(elsewhere);
      int generating = made.liar(2).numberOf("0046");
      Place at = new Place(2, new Fault.PulledAfter(generating), XkekMigrate.KEEP);
      try (DeviceRoom room = room(folder, at)) {
        Witnesses people = new Witnesses(room, at, true);
        CeremonyState end = walk(room, people);
        assertEquals("xkekMigrate.makeTarget", people.pulledAt.id().toString());
        assertFalse(end.facts().has(MigrateFacts.key(2)));
        requireClean(room);
      }
    }
  }
}
