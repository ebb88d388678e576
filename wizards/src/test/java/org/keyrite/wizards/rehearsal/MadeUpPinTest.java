// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.wizards.ceremony.Pin;

class MadeUpPinTest {
  @ParameterizedTest
  @EnumSource
  void isTheSameForOneDeviceOnly(Pin which) {
    try (Secret first = MadeUpPin.of(which, 1);
        Secret again = MadeUpPin.of(which, 1);
        Secret eleventh = MadeUpPin.of(which, 11)) {
      assertTrue(first.matches(again));
      assertFalse(first.matches(eleventh));
    }
  }

  @Test
  void isOneThatADeviceTakesWithAllItsTries() {
    assertEquals(Optional.empty(), Pin.USER.refusesNew(typed(MadeUpPin.of(Pin.USER, 9)), 8));
    assertEquals(Optional.empty(), Pin.SO.refusesNew(typed(MadeUpPin.of(Pin.SO, 9)), 0));
  }

  private static Passphrase typed(Secret pin) {
    try (pin) {
      return Passphrase.taking(
          pin.use(bytes -> new String(bytes, StandardCharsets.US_ASCII).toCharArray()));
    }
  }
}
