// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.journal.JournalFile;

/**
 * How much time of the processor the program itself takes for each key that moves between two
 * devices, beside what the simulated devices take, with its journal on the disk; how long it all
 * takes on this disk; and how many commands are sent for each key. Every other key is AES-128, the
 * others are on secp256r1. Ends with 1 if a key takes more than it may, or if later keys take much
 * more than earlier ones.
 */
public final class MigrateBench {
  private static final double MOST_MILLIS = 5;
  private static final double STEEPEST = 2;
  private static final List<Integer> COUNTS = List.of(10, 100, 200);
  private static final double MILLI = 1e6;

  private MigrateBench() {}

  /**
   * What a move took.
   *
   * @param host milliseconds of the processor for the program
   * @param devices milliseconds of the processor for both devices
   * @param whole milliseconds by the clock
   * @param commands how many were sent to both
   */
  record Taken(int keys, double host, double devices, double whole, int commands) {
    double hostOfKey(Taken fewer) {
      return (host - fewer.host) / (keys - fewer.keys);
    }

    double commandsOfKey(Taken fewer) {
      return (double) (commands - fewer.commands) / (keys - fewer.keys);
    }
  }

  /** Prints the table. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("migrate");
    measure(folder, COUNTS.getLast());
    List<Taken> all = new ArrayList<>();
    for (int count : COUNTS) {
      Taken taken = better(measure(folder, count), measure(folder, count));
      all.add(taken);
      System.out.printf(
          "%3d keys: %5.0f ms of ours, %5.0f ms of the devices, %6.0f ms by the clock, %5d commands%n",
          count, taken.host(), taken.devices(), taken.whole(), taken.commands());
    }
    double first = all.get(1).hostOfKey(all.get(0));
    double last = all.get(2).hostOfKey(all.get(1));
    System.out.printf(
        "a key: %.2f ms up to 100, %.2f ms from there to 200 (at most %.0f), %.1f commands%n",
        first, last, MOST_MILLIS, all.get(2).commandsOfKey(all.get(1)));
    System.exit(last > MOST_MILLIS || last > STEEPEST * first ? 1 : 0);
  }

  /** What else the machine did counts less in one of them. */
  private static Taken better(Taken one, Taken other) {
    return one.host() < other.host() ? one : other;
  }

  static Taken measure(Path folder, int count) throws Exception {
    MigrateRoom.Devices devices = MigrateRoom.devices(folder);
    Path own = Files.createTempDirectory(folder, "keys-" + count);
    try (DeviceRoom room =
        MigrateRoom.fill(
            new DeviceRoom(own, 2, Devices.EXCHANGE), devices.source(), devices.target())) {
      fill(room, count);
      long busy = room.liar(1).busy() + room.liar(2).busy();
      int sent = room.card(1).count() + room.card(2).count();
      DeviceStory story =
          new DeviceStory(room, List.of(), XkekMigrate.ID, "readers", "2")
              .answering("keys.chosen", "all");
      long start = System.nanoTime();
      long processor = processor();
      try (CeremonyRunner runner =
          CeremonyRunner.start(
              story.ceremony(),
              "T-1",
              Bytes.EMPTY,
              JournalFile.create(own.resolve(JournalFile.NAME)),
              room.place(Clock.systemUTC(), true),
              Runnable::run)) {
        CeremonyState end = new Walk(runner, story).toTheEnd();
        if (end.facts().get(MigrateFacts.MOVED).size() != count) {
          throw new IllegalStateException("moved " + end.facts().get(MigrateFacts.MOVED));
        }
      }
      double all = (processor() - processor) / MILLI;
      double whole = (System.nanoTime() - start) / MILLI;
      double ofDevices = (room.liar(1).busy() + room.liar(2).busy() - busy) / MILLI;
      return new Taken(
          count,
          all - ofDevices,
          ofDevices,
          whole,
          room.card(1).count() + room.card(2).count() - sent);
    }
  }

  /** Of all threads of the program; the compiler of the JVM is none of them. */
  private static long processor() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getAllThreadIds())
        .map(threads::getThreadCpuTime)
        .filter(time -> time > 0)
        .sum();
  }

  private static void fill(DeviceRoom room, int count) throws Exception {
    KeyStock.unlocked(
        room,
        1,
        (hsm, device) -> {
          for (StoredKey key : KeyList.read(hsm).keys()) {
            KeyDeletion.delete(hsm, key.reference());
          }
          KeyList present = KeyList.read(hsm);
          for (int i = 1; i <= count; i++) {
            KeySpec kind = KeySpec.fromText(i % 2 == 0 ? "secp256r1" : "AES-128").orElseThrow();
            KeyTerms terms =
                new KeyTerms(
                    AllowedAlgorithms.forUses(kind, EnumSet.copyOf(KeyUse.of(kind))),
                    Optional.empty(),
                    OptionalLong.empty());
            NewKey key =
                new NewKey(kind, terms, KeyLabel.of("Key " + i), PkcsId.of(Bytes.of((byte) i)));
            present = present.with(new KeyCreation(hsm, device).create(present, key));
          }
          return device;
        });
  }
}
