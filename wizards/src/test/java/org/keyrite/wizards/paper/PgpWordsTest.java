// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;

class PgpWordsTest {
  private final PgpWords words = new PgpWords();

  @Test
  void saysTheFingerprintOfTheOriginalExample() {
    assertEquals(
        "topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa"
            + " afflict bravado chatter revolver Dupont midsummer stopwatch whimsical cowbell"
            + " bottomless",
        String.join(" ", words.words(Bytes.fromHex("E58294F2E9A227486E8B061B31CC528FD7FA3F19"))));
  }

  @Test
  void hasFiveHundredAndTwelveDifferentWords() {
    Set<String> all = new HashSet<>();
    for (int value = 0; value < 256; value++) {
      all.addAll(words.words(Bytes.of((byte) value, (byte) value)));
    }
    assertEquals(512, all.size());
  }

  @Test
  void beginsAndEndsAsTheListDoes() {
    assertEquals("aardvark adroitness", String.join(" ", words.words(Bytes.fromHex("0000"))));
    assertEquals("Zulu Yucatan", String.join(" ", words.words(Bytes.fromHex("FFFF"))));
  }
}
