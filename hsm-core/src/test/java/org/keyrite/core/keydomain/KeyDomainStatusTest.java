// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.keyrite.core.testing.Problems.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

class KeyDomainStatusTest {

  @ParameterizedTest
  @CsvSource({
    "0100 ECC92C62E3F6189E, 1, 0, true",
    "0101 0000000000000000, 1, 1, false",
    "0201 3E8A4F63ADC0F81B, 2, 1, false",
    "0100 0000000000000000, 1, 0, false",
    "0000 ECC92C62E3F6189E, 0, 0, true",
    "FFFF 0000000000000000, 255, 255, false",
  })
  void hasAKeyOnlyWhenNothingIsMissingAndTheCheckValueIsNotZero(
      String answer, int shares, int outstanding, boolean hasKey) throws ProblemException {
    KeyDomainStatus status = KeyDomainStatus.parse(Bytes.fromHex(answer.replace(" ", "")));
    assertEquals(shares, status.shares());
    assertEquals(outstanding, status.outstanding());
    assertEquals(hasKey, status.hasKey());
    assertEquals(false, status.isExchanged());
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 64})
  void readsTheNameOfAnExchangedKey(int size) throws ProblemException {
    Bytes uid = Bytes.fromHex("a5".repeat(size));
    KeyDomainStatus status = KeyDomainStatus.parse(Bytes.fromHex("FF00D47A6D9FB0C162CA").plus(uid));
    assertEquals(uid, status.uid().orElseThrow());
    assertEquals(true, status.hasKey());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 11, 41, 43, 73, 75, 200})
  void refusesOtherLengths(int size) {
    assertRefused(
        new Malformed("key domain status", "length", size),
        () -> KeyDomainStatus.parse(Bytes.of(new byte[size])));
  }

  @Test
  void indexesGoFrom0To254() {
    assertEquals("254", new KeyDomainIndex(254).toString());
    assertThrows(IllegalArgumentException.class, () -> new KeyDomainIndex(255));
    assertThrows(IllegalArgumentException.class, () -> new KeyDomainIndex(-1));
  }
}
