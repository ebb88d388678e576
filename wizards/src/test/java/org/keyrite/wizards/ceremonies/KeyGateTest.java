// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.problem.DeviceProblem;

/** No key is made before the key check value of all devices is settled. */
class KeyGateTest {
  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void enter() {
    room = new DeviceRoom(folder, 2);
  }

  @AfterEach
  void leave() {
    room.close();
  }

  private DeviceStory story(String... more) {
    return KeyRoom.story(room, more);
  }

  @Test
  void makesNoKeyWhereTwoDevicesShowTwoCheckValues() throws Exception {
    KeyRoom.fill(room, 1);
    KeyRoom.another(room);
    String one = room.kcv(1);
    String other = room.kcv(2);
    story()
        .refuses(new DeviceProblem.CheckValuesDiffer(room.serial(1), one, room.serial(2), other));
    KeyRoom.noKeys(room);
  }

  @Test
  void makesNoKeyUnderAnotherCheckValueThanPlanned() throws Exception {
    KeyRoom.fill(room, 1);
    story("expectedKcv", "0123456789abcdef")
        .refuses(new DeviceProblem.CheckValueUnexpected("0123456789ABCDEF", room.kcv(1)));
    KeyRoom.noKeys(room);
  }

  @Test
  void makesNoKeyBeforeAllSharesAreThere() throws Exception {
    room.initialised(room.device(), "920102");
    room.send(1, "8052000020" + "5A".repeat(32));
    story().refuses(new DeviceProblem.NoKeyEncryptionKey(0));
    KeyRoom.noKeys(room);
  }

  @Test
  void takesACheckValueOfZerosForNoKey() throws Exception {
    KeyRoom.fill(room, 1);
    room.liar(1).lies("8052000000", "0100" + "00".repeat(8) + "9000");
    story().refuses(new DeviceProblem.CheckValueOfNoKey(room.serial(1)));
  }

  @Test
  void makesNoKeyUnderAKeyOfZeros() throws Exception {
    room.initialised(room.device(), "920101");
    room.send(1, "8052000020" + "00".repeat(32));
    story().refuses(new DeviceProblem.SharesCancelEachOther(room.serial(1)));
    KeyRoom.noKeys(room);
  }

  @ParameterizedTest
  @CsvSource({"'', NoKeyDomains", "970102, NotCreated"})
  void makesNoKeyWhereThereIsNoKeyDomain(String setUp, String what) throws Exception {
    room.initialised(room.device(), setUp);
    story()
        .refuses(
            what.equals("NoKeyDomains")
                ? new DeviceProblem.NoKeyDomains()
                : new DeviceProblem.KeyDomainNotCreated(0));
  }

  @Test
  void makesNoKeyOnADeviceWhoseCheckValueChangedSinceTheWitnessSawIt() throws Exception {
    KeyRoom.fill(room, 1);
    String agreed = room.kcv(1);
    story()
        .before(
            "keyCreate.generate",
            () -> room.liar(1).lies("8052000000", "0100" + "11".repeat(8) + "9000"))
        .refuses(new DeviceProblem.CheckValueUnexpected(agreed, "11".repeat(8)));
    room.liar(1).tellsTheTruth();
    KeyRoom.noKeys(room);
  }

  @Test
  void refusesADeviceThatWasNeverInitialised() throws Exception {
    room.device();
    story().refuses(new DeviceProblem.NotInitialised());
  }
}
