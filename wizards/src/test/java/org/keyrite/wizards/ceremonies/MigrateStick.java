// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

/** The visits of a migration: device 1 has the keys, device 2 gets them, each in its own room. */
final class MigrateStick {
  /**
   * What is there after the visits.
   *
   * @param offer the folder of the first
   * @param waiting the target after it
   * @param send the folder of the second
   */
  record Made(Path offer, SimulatedState waiting, Path send) {}

  private static Made made;

  private MigrateStick() {}

  /** The first two visits, without anything out of the ordinary; made once. */
  static synchronized Made made(Path folder) throws Exception {
    if (made == null || !Files.exists(made.send())) {
      MigrateRoom.Devices devices = MigrateRoom.devices(folder);
      Path offer = Files.createDirectories(folder.resolve("offer"));
      SimulatedState waiting = offer(offer, devices.source(), devices.target());
      Path send = Files.createDirectories(folder.resolve("send"));
      // The record holds the path, and the next visit cites the hash at its end.
      send(send, again(offer, Path.of("target", "stick-offer")), devices.source());
      made = new Made(offer, waiting, send);
    }
    return made;
  }

  /** A visit with the bundle of the one before, whose words the other site reads as they are. */
  static DeviceStory story(DeviceRoom room, String visit, Path came, String... decided)
      throws Exception {
    String words = came == null ? "" : words(came);
    return story(room, visit, came, words, decided);
  }

  static DeviceStory story(
      DeviceRoom room, String visit, Path came, String words, String[] decided) {
    String[] all =
        Stream.concat(Stream.of("visit", visit), Stream.of(decided)).toArray(String[]::new);
    DeviceStory story = new DeviceStory(room, List.of(), XkekMigrate.ID, all);
    answers(story, room, String.valueOf(came), words);
    return story;
  }

  static void answers(DevicePeople people, DeviceRoom room, String came, String words) {
    for (int i = 0; i < 3; i++) {
      people.answering("partner.serial", room.serial(1));
      people.answering("partner.typed", "");
      people.answering("bundle.path", came);
      people.answering("bundle.heard", words);
      people.answering("keys.chosen", "all");
    }
  }

  /** What is read aloud of a bundle. */
  static String words(Path bundle) throws Exception {
    Bytes content = Bytes.of(Files.readAllBytes(bundle.resolve(MigrationManifest.NAME)));
    return String.join(" ", MigrationBundle.spoken(content.sha256()));
  }

  /** A visit at the target; the target after it. */
  static SimulatedState offer(Path folder, SimulatedState source, SimulatedState target)
      throws Exception {
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(folder, 1), source, target)) {
      CeremonyState end = new Told().run(story(room, "offer", null), folder, true);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      return room.hsm(2).state();
    }
  }

  /** A visit at the source; the source after it. */
  static SimulatedState send(Path folder, Path offer, SimulatedState source) throws Exception {
    try (DeviceRoom room = MigrateRoom.fill(new DeviceRoom(folder, 1), source)) {
      CeremonyState end = new Told().run(story(room, "send", offer), folder, true);
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
      return room.hsm(1).state();
    }
  }

  /** Copies a bundle, to be changed. */
  static Path copy(Path bundle, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  /** The same, in the place of what an earlier run of the tests had put there. */
  static Path again(Path bundle, Path to) throws IOException {
    if (Files.isDirectory(to)) {
      try (Stream<Path> files = Files.list(to)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    return copy(bundle, to);
  }

  /** The only file with this ending. */
  static Path file(Path bundle, String ending) throws IOException {
    try (Stream<Path> files = Files.list(bundle)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().findFirst().get();
    }
  }
}
