// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;

class SafePrimeTest {

  @ParameterizedTest
  @EnumSource(QuorumStrength.class)
  void hasTheLengthAndItsHalfIsPrimeToo(QuorumStrength strength) throws Exception {
    SeededSource source = new SeededSource(Seed.random(SafePrimeTest.class));
    BigInteger last = BigInteger.ZERO;
    for (int i = 0; i < 20; i++) {
      BigInteger prime = SafePrime.draw(strength.bits(), source);
      assertEquals(strength.bits(), prime.bitLength());
      assertTrue(prime.testBit(strength.bits() - 2));
      assertTrue(prime.isProbablePrime(200));
      assertTrue(prime.shiftRight(1).isProbablePrime(200));
      assertNotEquals(last, prime);
      last = prime;
    }
  }
}
