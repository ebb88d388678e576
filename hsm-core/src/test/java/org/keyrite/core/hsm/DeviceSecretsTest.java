// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.Done;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.ResetRetryCounter;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.PinProblem.WrongPin;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.ScriptedChannel;

/** What a secret leaves behind on its way to a device and back. */
class DeviceSecretsTest {

  private final ScriptedChannel channel = new ScriptedChannel();
  private final SmartCardHsm hsm = new SmartCardHsm(channel);

  @AfterEach
  void everythingThatWasExpectedWasSent() {
    channel.assertFinished();
  }

  @Test
  void everySecretThatWasSentIsWiped() throws Exception {
    channel
        .then("0020008106 363438323139", "63C2")
        .then("002C0081 0E 3537363231383830 363438323139", "9000")
        .then("8052000020" + "07".repeat(32) + "00", new DeviceGone("r"))
        .then("0084000020", "08".repeat(32) + "9000");
    try (UserPin pin = Pins.user("648219");
        SoPin so = Pins.so("57621880");
        DkekShare share = DkekShare.taking(Secret.taking(sevens()))) {
      assertRefused(new WrongPin(2), () -> hsm.send(new VerifyPin(pin)));
      assertEquals(Done.DONE, hsm.send(new ResetRetryCounter(so, Optional.of(pin))));
      assertRefused(
          new DeviceGone("r"), () -> hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share)));
      byte[] random = new byte[32];
      new DeviceRandom(hsm, new DeviceSerial("X")).fill(random);
      assertEquals("08".repeat(32), Bytes.of(random).toHex());
      assertEquals("07".repeat(32), share.use(Bytes::of).toHex());
    }
    assertEquals(7, channel.arrays().size());
    channel.arrays().forEach(array -> assertArrayEquals(new byte[array.length], array));
  }

  private static byte[] sevens() {
    return Bytes.fromHex("07".repeat(32)).toByteArray();
  }

  @Test
  void longRandomnessComesInShortBlocks() throws ProblemException {
    channel
        .then("0084000000", "0A".repeat(256) + "9000")
        .then("0084000000", "0B".repeat(256) + "9000")
        .then("0084000001", "0C 9000");
    byte[] random = new byte[513];
    DeviceRandom source = new DeviceRandom(hsm, new DeviceSerial("DENK0404144"));
    source.fill(random);
    assertEquals("0a".repeat(256) + "0b".repeat(256) + "0c", Bytes.of(random).toHex());
    assertEquals("device.DENK0404144", source.name());
  }
}
