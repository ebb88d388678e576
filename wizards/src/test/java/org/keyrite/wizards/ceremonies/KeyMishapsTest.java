// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;

/** What may go wrong with the device in the middle of any ceremony with its keys. */
class KeyMishapsTest {
  private static final String WRONG_PIN = "0020008107" + "39".repeat(7);

  @TempDir Path folder;
  @TempDir Path other;

  /** A ceremony, and the step of it before which something happens. */
  enum Work {
    CREATE(KeyCreate.ID, "keyCreate.generate"),
    BACK_UP(KeyBackup.ID, "keyBackup.wrap[1]"),
    RESTORE(KeyRestore.ID, "keyRestore.restore[1]"),
    DELETE(KeyDelete.ID, "keyDelete.delete[1]"),
    REPAIR(KeyRepair.ID, "keyRepair.describe[1]"),
    CERTIFY(KeyCertify.ID, "keyCertify.write[1]");

    private final String kind;
    private final String step;

    Work(String kind, String step) {
      this.kind = kind;
      this.step = step;
    }

    SimulatedState device() throws Exception {
      return switch (this) {
        case RESTORE -> KeyStock.empty(2, KeyStock.FILLING);
        case REPAIR -> HiddenKeys.device();
        default -> KeyStock.source();
      };
    }

    DeviceStory story(DeviceRoom room, Path elsewhere) throws Exception {
      return switch (this) {
        case CREATE -> new DeviceStory(room, List.of(), kind, "devices", "1", "keyLabel", "New");
        case RESTORE ->
            new DeviceStory(room, List.of(), kind)
                .answering("keys.chosen", "all")
                .answering("backup[1].path", KeyStock.backup(elsewhere).toString());
        case CERTIFY ->
            new DeviceStory(room, List.of(), kind)
                .answering("certificate[1].path", certificate(room, elsewhere).toString());
        default ->
            new DeviceStory(room, List.of(), kind)
                .answering("keys.chosen", "1")
                .answering("key[1].typed", "Root CA")
                .answering("key[1].label", "Found")
                .answering("key[1].newId", "a1");
      };
    }

    private static Path certificate(DeviceRoom room, Path elsewhere) throws Exception {
      return Files.write(
          elsewhere.resolve("certificate.der"),
          MadeUpCertificate.of("CN=Root CA")
              .over(KeyRoom.keys(room, 1).getFirst().requirePublicKey().encode())
              .toByteArray());
    }
  }

  private DeviceRoom room(Work work) throws Exception {
    DeviceRoom room = new DeviceRoom(folder, 1);
    room.device(work.device());
    return room;
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhereThePinIsBlockedInTheMiddleAndChangesNothing(Work work) throws Exception {
    try (DeviceRoom room = room(work)) {
      DeviceStory story = work.story(room, other);
      List<?> before = KeyRoom.keys(room, 1);
      story
          .before(work.step, () -> room.send(1, WRONG_PIN, WRONG_PIN, WRONG_PIN))
          .refuses(new PinProblem.PinBlocked());
      assertEquals(before, KeyRoom.keys(room, 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnotherDeviceBetweenTwoSteps(Work work) throws Exception {
    try (DeviceRoom room = room(work)) {
      DeviceStory story = work.story(room, other);
      room.device(KeyStock.empty(3, KeyStock.FILLING));
      List<?> before = KeyRoom.keys(room, 1);
      story
          .before(work.step, () -> room.insert(2))
          .refuses(new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)));
      assertEquals(List.of(), KeyRoom.keys(room, 2), "the other one is not touched");
      assertEquals(before, KeyRoom.keys(room, 1));
    }
  }

  /** With the device put back, the ceremony goes on. */
  @ParameterizedTest
  @EnumSource
  void goesOnWhenTheRightDeviceIsBack(Work work) throws Exception {
    try (DeviceRoom room = room(work)) {
      DeviceStory story = work.story(room, other);
      room.device(KeyStock.empty(3, KeyStock.FILLING));
      CeremonyState end =
          story
              .before(work.step, () -> room.insert(2))
              .then(ways -> {
                room.insert(1);
                return DeviceStory.again(ways);
              })
              .refuses(new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)));
      assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    }
  }

  @Test
  void saysThatTheDeviceIsFull() throws Exception {
    for (Work work : List.of(Work.CREATE, Work.RESTORE, Work.REPAIR, Work.CERTIFY)) {
      try (DeviceRoom room = room(work)) {
        DeviceStory story = work.story(room, other);
        story
            .before(
                work.step,
                () -> {
                  for (String writing : List.of("0046", "0048", "8074", "00d7")) {
                    room.liar(1).lies(writing, "6a84");
                  }
                })
            .refusesA(DeviceProblem.DeviceFull.class);
        room.liar(1).tellsTheTruth();
        assertFalse(
            KeyRoom.keys(room, 1).stream()
                .anyMatch(key -> key.label().filter("New"::equals).isPresent()),
            work.name());
      }
    }
  }

  /** Firmware 2.5 has no AES keys, and a backup may come to it from a newer device. */
  @Test
  void saysThatTheFirmwareCannotHoldAKey() throws Exception {
    Path list = KeyStock.backup(other);
    try (DeviceRoom room = new DeviceRoom(folder, 1)) {
      int d = room.device(new Firmware(2, 5));
      room.initialised(d, "920101");
      room.send(d, "8052000020" + "%02X".formatted(KeyStock.FILLING).repeat(32));
      DeviceStory story =
          new DeviceStory(room, List.of(), KeyRestore.ID)
              .answering("keys.chosen", "all")
              .answering("backup[1].path", list.toString());
      CeremonyState end = story.refusesA(KeyProblem.WrappedKindNotHeld.class);
      assertEquals("proven ECDSA", end.facts().get(KeyFacts.outcome(1)), "the others are there");
      assertEquals(2, KeyRoom.keys(room, 1).size());
    }
  }
}
