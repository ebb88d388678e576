// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;

class PrimeFieldTest {
  private static final BigInteger PRIME = new BigInteger("dc33d0c9eaca9743", 16);

  private final Random random = Seed.random(PrimeFieldTest.class);

  private static byte[] padded(BigInteger number, PrimeField field) {
    return PrimeField.toBytes(number, field.width());
  }

  @Test
  void agreesWithBigIntegerForPrimesOfEveryLength() {
    for (int bits = 32; bits <= 248; bits++) {
      BigInteger prime = BigInteger.probablePrime(bits, random);
      PrimeField field = new PrimeField(prime);
      for (int round = 0; round < 10; round++) {
        BigInteger a = edge(prime, round);
        BigInteger b = edge(prime, random.nextInt(10));
        int[] sum = field.read(padded(a, field));
        field.add(sum, field.read(padded(b, field)));
        assertArrayEquals(padded(a.add(b).mod(prime), field), field.write(sum, field.width()));
        int[] product = field.times(field.read(padded(a, field)), b);
        assertArrayEquals(
            padded(a.multiply(b).mod(prime), field), field.write(product, field.width()));
      }
    }
  }

  private BigInteger edge(BigInteger prime, int round) {
    return switch (round) {
      case 0 -> BigInteger.ZERO;
      case 1 -> BigInteger.ONE;
      case 2 -> prime.subtract(BigInteger.ONE);
      default -> new BigInteger(prime.bitLength() + 8, random).mod(prime);
    };
  }

  @Test
  void holdsExactlyTheNumbersBelowThePrime() {
    PrimeField field = new PrimeField(PRIME);
    assertTrue(field.holds(new byte[0]));
    assertTrue(field.holds(new byte[] {1}));
    assertTrue(field.holds(hex("dc33d0c9eaca9742")));
    assertTrue(field.holds(hex("0000dc33d0c9eaca9742")));
    assertFalse(field.holds(hex("dc33d0c9eaca9743")));
    assertFalse(field.holds(hex("ffffffffffffffff")));
    assertFalse(field.holds(hex("010000000000000000")));
    assertFalse(field.holds(hex("80000000000000000000000000")));
  }

  @Test
  void readsShortAndLongFormsOfANumberAlike() {
    PrimeField field = new PrimeField(PRIME);
    assertArrayEquals(field.read(hex("05")), field.read(hex("00000000000000000005")));
    assertThrows(IllegalArgumentException.class, () -> field.read(hex("dc33d0c9eaca9743")));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void drawsAgainWhatIsNotBelowThePrime() throws Exception {
    PrimeField field = new PrimeField(PRIME);
    String[] draws = {"dc33d0c9eaca9743", "ffffffffffffffff", "dc33d0c9eaca9742"};
    int[] asked = {0};
    RandomSource scripted =
        new RandomSource() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public void fill(byte[] into) {
            byte[] next = hex(draws[asked[0]++]);
            System.arraycopy(next, 0, into, 0, into.length);
          }
        };
    int[] drawn = field.draw(scripted);
    assertEquals(3, asked[0]);
    assertArrayEquals(hex(draws[2]), field.write(drawn, 8));
  }

  @Test
  void drawsEveryNumberAlike() throws Exception {
    PrimeField field = new PrimeField(BigInteger.valueOf(5));
    int[] seen = new int[5];
    for (int i = 0; i < 10_000; i++) {
      seen[field.draw(new SeededSource(random))[0]]++;
    }
    for (int count : seen) {
      assertTrue(count > 1_700 && count < 2_300, "seen " + count);
    }
  }
}
