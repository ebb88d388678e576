// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.DeviceProblem.DeviceSubstituted;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Card;
import org.keyrite.core.simulator.CardInFront;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;

/** When a device must prove that it has the key of its certificate. */
class ProofOfDevicesTest {
  private static final LocalDate MADE = LocalDate.of(2026, 11, 22);
  private static final Bytes PROOF = Bytes.fromHex("002241A4");

  private final PracticeReaders readers = new PracticeReaders(List.of("left", "right"));
  private final SimulatedHsm device =
      new SimulatedHsm(
          SimulatedState.create(new Random(1), MADE), StateStore.MEMORY, new Random(2));
  private final Asked asked = new Asked(device);

  /** Counts how often it is asked for the proof. */
  private static final class Asked extends CardInFront {
    private int times;

    Asked(Card card) {
      super(card);
    }

    @Override
    public Bytes transmit(Bytes command) {
      if (command.slice(0, PROOF.size()).equals(PROOF)) {
        times++;
      }
      return super.transmit(command);
    }
  }

  private static void use(Devices devices, DeviceIdentity meant) throws ProblemException {
    devices.use(meant, (hsm, info) -> "used");
  }

  @Test
  void whoIsLookedAtIsAsked() throws ProblemException {
    readers.insert("left", asked);
    readers.insert("right", SeenDevice.copyOf(device, MADE));
    try (Devices devices = new Devices(readers)) {
      List<InReader> found = devices.look();
      assertTrue(found.get(0).device().orElseThrow().identity().proven());
      assertFalse(found.get(1).device().orElseThrow().identity().proven());
      assertEquals(1, asked.times);
    }
  }

  @Test
  void everyUseNeedsAProofWhereDevicesCanBeExchanged() throws ProblemException {
    readers.insert("left", asked);
    try (Devices devices = new Devices(readers, Duration.ZERO)) {
      use(devices, SeenDevice.of(device));
      use(devices, SeenDevice.of(device));
      assertEquals(2, asked.times);
    }
  }

  @Test
  void oneProofIsEnoughForAsLongAsNobodyCanHaveExchangedIt() throws ProblemException {
    readers.insert("left", asked);
    try (Devices devices = new Devices(readers, Duration.ofDays(1))) {
      use(devices, SeenDevice.of(device));
      use(devices, SeenDevice.of(device));
      assertEquals(1, asked.times);
    }
  }

  @Test
  void anotherReaderNeedsAnotherProof() throws ProblemException {
    readers.insert("left", device);
    try (Devices devices = new Devices(readers, Duration.ofDays(1))) {
      use(devices, SeenDevice.of(device));
      readers.remove("left");
      readers.insert("right", SeenDevice.copyOf(device, MADE));
      ProblemException refused =
          assertThrows(ProblemException.class, () -> use(devices, SeenDevice.of(device)));
      assertEquals(new DeviceSubstituted(SeenDevice.of(device).serial()), refused.problem());
    }
  }

  @Test
  void whoNeverProvedItselfIsNotAskedAgain() throws ProblemException {
    readers.insert("left", asked);
    DeviceIdentity proven = SeenDevice.of(device);
    try (Devices devices = new Devices(readers, Duration.ZERO)) {
      use(devices, new DeviceIdentity(proven.serial(), proven.fingerprint(), false));
      assertEquals(0, asked.times);
    }
  }
}
