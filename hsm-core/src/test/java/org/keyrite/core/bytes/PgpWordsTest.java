// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PgpWordsTest {
  private final PgpWords words = new PgpWords();

  /** The example that everybody quotes: the fingerprint of Zimmermann's own key. */
  @Test
  void saysTheKnownFingerprint() {
    assertEquals(
        List.of(
            "topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa"
                .concat(" afflict bravado chatter revolver Dupont midsummer stopwatch whimsical")
                .concat(" cowbell bottomless")
                .split(" ")),
        words.words(Bytes.fromHex("e58294f2e9a227486e8b061b31cc528fd7fa3f19")));
  }

  @Test
  void readsEveryByteBackAtEitherPlace() {
    byte[] all = new byte[512];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i / 2);
    }
    assertEquals(Optional.of(Bytes.of(all)), words.bytes(words.words(Bytes.of(all))));
  }

  @Test
  void readsWordsInAnyCase() {
    assertEquals(Optional.of(Bytes.fromHex("e582")), words.bytes(List.of("TOPMOST", "istanbul")));
  }

  @Test
  void refusesWordsThatChangedPlaces() {
    assertEquals(Optional.empty(), words.bytes(List.of("Istanbul", "topmost")));
  }

  @Test
  void refusesWordsThatAreNotInTheList() {
    assertEquals(Optional.empty(), words.bytes(List.of("topmost", "Paris")));
  }
}
