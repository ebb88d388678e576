// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;

final class FaultyCardTest {
  private static final Bytes SELECT = Bytes.fromHex(Talk.SELECT);
  private static final Bytes QUERY = Bytes.fromHex("8052000000");
  private static final Bytes IMPORT = Bytes.fromHex("8052000020" + "00".repeat(32) + "00");
  private static final String MISSING = "010100000000000000009000";
  private static final String COMPLETE = "010066687aadf862bd779000";

  private final SimulatedHsm device = Talk.initialised("920101").device;

  private String afterInsertion(FaultyCard card) {
    assertFalse(card.isPresent());
    assertEquals(Bytes.EMPTY, card.transmit(QUERY));
    card.powerOn();
    assertEquals(Bytes.EMPTY, card.transmit(QUERY));
    card.insert();
    assertTrue(card.isPresent());
    assertEquals("6d00", card.transmit(QUERY).toHex());
    card.transmit(SELECT);
    return card.transmit(QUERY).toHex();
  }

  @Test
  void pulledBeforeNothingHasHappened() {
    FaultyCard card = new FaultyCard(device, List.of(new Fault.PulledBefore(2)));
    card.transmit(SELECT);
    assertEquals(Bytes.EMPTY, card.transmit(IMPORT));
    assertEquals(2, card.count());
    assertEquals(MISSING, afterInsertion(card));
  }

  @Test
  void pulledAfterItHasHappened() {
    FaultyCard card = new FaultyCard(device, List.of(new Fault.PulledAfter(2)));
    card.transmit(SELECT);
    assertEquals(Bytes.EMPTY, card.transmit(IMPORT));
    assertEquals(COMPLETE, afterInsertion(card));
  }

  @Test
  void answersSomethingElse() {
    Bytes wrong = Bytes.fromHex("6F00");
    FaultyCard card = new FaultyCard(device, List.of(new Fault.WrongAnswer(2, wrong)));
    card.transmit(SELECT);
    assertEquals(wrong, card.transmit(IMPORT));
    assertEquals(COMPLETE, card.transmit(QUERY).toHex());
  }

  @Test
  void isPulledByHand() {
    FaultyCard card = new FaultyCard(device, List.of());
    card.transmit(SELECT);
    card.pull();
    assertEquals(MISSING, afterInsertion(card));
  }

  @Test
  void takesTimeBeforeItAnswers() {
    List<Duration> waited = new ArrayList<>();
    SlowCard card = new SlowCard(device, Pace.UNHURRIED, waited::add);
    card.transmit(SELECT);
    card.transmit(Bytes.fromHex("0046010000"));
    card.transmit(Bytes.fromHex(Talk.initialize("0001", "")));
    card.transmit(Bytes.EMPTY);
    assertEquals(
        List.of(
            Duration.ofMillis(20),
            Duration.ofSeconds(15),
            Duration.ofSeconds(1),
            Duration.ofMillis(20)),
        waited);
  }
}
