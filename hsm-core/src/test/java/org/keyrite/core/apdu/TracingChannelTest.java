// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;

class TracingChannelTest {
  private final List<Exchange> seen = new ArrayList<>();

  @Test
  void tellsHeaderAndLengthsAndNothingElse() throws ProblemException {
    byte[] command = Bytes.fromHex("0020008106363438323139").toByteArray();
    TracingChannel channel =
        new TracingChannel(
            sent -> {
              Arrays.fill(sent, (byte) 0);
              return Bytes.fromHex("aabb9000").toByteArray();
            },
            seen::add);
    assertEquals("aabb9000", Bytes.of(channel.transmit(command)).toHex());
    assertEquals(
        List.of(
            new Exchange(Bytes.fromHex("00200081"), 11, 2, Optional.of(new StatusWord(0x9000)))),
        seen);
  }

  @Test
  void tellsOfCommandsThatGotNoAnswer() {
    TracingChannel channel =
        new TracingChannel(
            sent -> {
              throw new DeviceGone("r").asException();
            },
            seen::add);
    assertRefused(new DeviceGone("r"), () -> channel.transmit(new byte[] {0, 1, 2, 3, 4}));
    assertEquals(List.of(new Exchange(Bytes.fromHex("00010203"), 5, 0, Optional.empty())), seen);
  }

  @Test
  void tellsOfAnswersWithoutAStatus() throws ProblemException {
    new TracingChannel(sent -> new byte[1], seen::add).transmit(new byte[] {0, 1, 2, 3});
    assertEquals(List.of(new Exchange(Bytes.fromHex("00010203"), 4, 0, Optional.empty())), seen);
  }
}
