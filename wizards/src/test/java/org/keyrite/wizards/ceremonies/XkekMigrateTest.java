// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.FaultyJournal;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.device.DeviceIdentity;

/** Keys move from one device of a group to another, whatever happens on the way. */
class XkekMigrateTest {
  private static final int SAMPLES = 20;
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private static DeviceRoom room(Path folder, int readers) throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    return MigrateRoom.fill(new DeviceRoom(folder, readers), devices.source(), devices.target());
  }

  private static DeviceStory story(DeviceRoom room, String... decided) {
    return new DeviceStory(room, List.of(), XkekMigrate.ID, decided)
        .answering("keys.chosen", "all", "all", "all");
  }

  private static DevicePeople people(DeviceRoom room) {
    return new DevicePeople(room, List.of()).answering("keys.chosen", "all", "all", "all");
  }

  private static String status(DeviceRoom room, int d) {
    return room.send(d, "8052000000").toHex();
  }

  /** Three keys on each device, and nothing of the exchange. */
  private static void requireMoved(DeviceRoom room, CeremonyState end) throws Exception {
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(
        List.of("proven", "proven", "proven"),
        end.facts().get(MigrateFacts.MOVED).stream().map(ListedKey::state).toList());
    for (int d = 1; d <= 2; d++) {
      assertTrue(status(room, d).startsWith("ff00" + "00".repeat(8)), status(room, d));
      assertEquals(3, keys(room, d), "keys of device " + d);
    }
  }

  private static int keys(DeviceRoom room, int d) throws Exception {
    room.insert(d);
    return room.devices.use(room.serial(d), (hsm, device) -> KeyList.read(hsm).keys().size());
  }

  @Test
  void theAgendaIsAsAgreed() throws Exception {
    try (DeviceRoom room = room(folder, 1)) {
      assertEquals(Golden.text("xkek-migrate.agenda"), story(room).ceremony().canonical());
    }
  }

  @Test
  void theStepsAreAsAgreed() throws Exception {
    try (DeviceRoom room = room(folder, 1)) {
      StringBuilder steps = new StringBuilder();
      story(room)
          .refuses()
          .agenda()
          .rows()
          .forEach(row -> steps.append(row.step().id()).append('\n'));
      assertEquals(Golden.text("xkek-migrate.steps"), steps.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAnUndisturbedRun(Language language) throws Exception {
    try (DeviceRoom room = room(folder, 1)) {
      assertEquals(
          Golden.text("xkek-migrate." + language.tag() + ".transcript"),
          new Told().transcript(story(room), folder, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStepHasItsWords(Language language) throws Exception {
    try (DeviceRoom room = room(folder, 1)) {
      CeremonyState end = story(room).refuses();
      assertEquals(Set.of(), KeyBackupTest.untold(end, Messages.in(language)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void keysMoveAndBothDevicesForget(int readers) throws Exception {
    try (DeviceRoom room = room(folder, readers)) {
      requireMoved(room, story(room, "readers", String.valueOf(readers)).refuses());
    }
  }

  @Test
  void aPartnerOfAnotherGroupIsRefusedBeforeAnythingIsMade() throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(elsewhere);
    try (DeviceRoom room =
        MigrateRoom.fill(new DeviceRoom(folder, 2), devices.source(), devices.stranger())) {
      story(room, "readers", "2").refusesA(GroupProblem.DomainOfAnotherGroup.class);
      assertEquals(devices.source(), room.hsm(1).state());
      assertEquals(devices.stranger(), room.hsm(2).state());
    }
  }

  private static CeremonyRunner start(DeviceRoom room, int readers, Journal journal)
      throws Exception {
    return CeremonyRunner.start(
        story(room, "readers", String.valueOf(readers)).ceremony(),
        "T-1",
        Bytes.EMPTY,
        journal,
        room.place(() -> NOW, true),
        Runnable::run);
  }

  static List<Integer> lines() throws Exception {
    try (DeviceRoom room = room(elsewhere, 1)) {
      Journal journal = Journal.inMemory();
      try (CeremonyRunner runner = start(room, 1, journal)) {
        new Walk(runner, people(room)).toTheEnd();
      }
      return Pulls.sample(
          IntStream.rangeClosed(2, journal.entries().size()).boxed().toList(), SAMPLES);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theMoveIsCompleteWhereverItWasStopped(int line) throws Exception {
    for (FaultyJournal.Fault fault :
        List.of(FaultyJournal.Fault.CRASH_BEFORE, FaultyJournal.Fault.CRASH_AFTER)) {
      Path own = Files.createDirectories(folder.resolve(fault.name()));
      try (DeviceRoom room = room(own, 1)) {
        Journal kept = Journal.inMemory();
        assertThrows(
            FaultyJournal.Crash.class,
            () -> {
              try (CeremonyRunner runner = start(room, 1, new FaultyJournal(kept, line, fault))) {
                new Walk(runner, people(room)).toTheEnd();
              }
            });
        List.copyOf(room.where.keySet()).forEach(room::remove);
        DevicePeople after = people(room);
        if (!CeremonyState.after(story(room).ceremony(), kept.entries()).ended()) {
          try (CeremonyRunner runner =
              CeremonyRunner.resume(
                  story(room).ceremony(), kept, room.place(() -> NOW, true), Runnable::run)) {
            new Walk(runner, after).toTheEnd();
          }
        }
        assertEquals(List.of(), after.refusals);
        requireMoved(room, CeremonyState.after(story(room).ceremony(), kept.entries()));
      }
    }
  }

  /** Stopped between the two devices, nobody is asked for the one that comes out at once. */
  @Test
  void theNextDeviceThatIsNeededIsAskedForFirst() throws Exception {
    int compared;
    try (DeviceRoom room = room(elsewhere, 1)) {
      Journal journal = Journal.inMemory();
      try (CeremonyRunner runner = start(room, 1, journal)) {
        new Walk(runner, people(room)).toTheEnd();
      }
      List<Entry> entries = journal.entries();
      compared =
          IntStream.rangeClosed(1, entries.size())
              .filter(line ->
                  entries.get(line - 1) instanceof Entry.Done done
                      && done.step().toString().equals("xkekMigrate.compare"))
              .findFirst()
              .orElseThrow();
    }
    try (DeviceRoom room = room(Files.createDirectories(folder.resolve("own")), 1)) {
      Journal kept = Journal.inMemory();
      FaultyJournal faulty = new FaultyJournal(kept, compared, FaultyJournal.Fault.CRASH_AFTER);
      assertThrows(
          FaultyJournal.Crash.class,
          () -> {
            try (CeremonyRunner runner = start(room, 1, faulty)) {
              new Walk(runner, people(room)).toTheEnd();
            }
          });
      List<String> awaited = new ArrayList<>();
      DevicePeople after =
          new DevicePeople(room, List.of()) {
            @Override
            public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
              awaited.add(await.id().toString());
              return super.await(await, state);
            }
          };
      try (CeremonyRunner runner =
          CeremonyRunner.resume(
              story(room).ceremony(), kept, room.place(() -> NOW, true), Runnable::run)) {
        requireMoved(room, new Walk(runner, after).toTheEnd());
      }
      assertEquals(List.of("xkekMigrate.swapSource[4]"), awaited.subList(0, 1));
    }
  }

  @Test
  void anAbortCleansBothDevices() throws Exception {
    try (DeviceRoom room = room(folder, 2)) {
      DeviceStory story = story(room, "readers", "2");
      story
          .before("xkekMigrate.wrap[1]", () -> room.remove(1))
          .then(ways -> {
            room.insert(1);
            return ways.stream()
                .filter(way -> way instanceof Shell.Way.Abort)
                .map(way -> (Shell.Way) new Shell.Way.Abort("enough"))
                .findFirst()
                .orElseThrow();
          });
      assertEquals(
          CeremonyState.Phase.ABORTED, story.refusesA(DeviceProblem.AnotherDevice.class).phase());
      for (int d = 1; d <= 2; d++) {
        assertTrue(status(room, d).startsWith("ff00" + "00".repeat(8)), status(room, d));
      }
      assertEquals(3, keys(room, 1));
      assertEquals(0, keys(room, 2));
    }
  }

  @Test
  void aDeviceThatIsNotCleanIsNamedAndCleanedFirst() throws Exception {
    try (DeviceRoom room = room(folder, 2)) {
      DeviceStory first = story(room, "readers", "2");
      first
          .before("xkekMigrate.wrap[1]", () -> room.remove(1))
          .refusesA(DeviceProblem.AnotherDevice.class);
      assertFalse(status(room, 2).startsWith("ff00" + "00".repeat(8)));
      CeremonyState end = story(room, "readers", "2").refuses();
      assertEquals(MigrateExchange.LEFT, end.facts().get(MigrateFacts.leftover(1)));
      assertEquals(MigrateExchange.LEFT, end.facts().get(MigrateFacts.leftover(2)));
      requireMoved(room, end);
    }
  }
}
