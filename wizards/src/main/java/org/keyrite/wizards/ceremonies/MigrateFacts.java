// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;

/** What becomes known while keys move from one device to another. */
final class MigrateFacts {
  /** The number of the device that has the keys. */
  static final int SOURCE = 1;

  /** The number of the device that gets them. */
  static final int TARGET = 2;

  /** The keys of the source when it was looked at. */
  static final Fact<List<ListedKey>> ON_SOURCE = new Fact<>("keys.onSource", ListedKey.LIST);

  /** The same, and whether each can move to the target. */
  static final Fact<List<ListedKey>> MOVABLE = new Fact<>("keys.movable", ListedKey.LIST);

  /** The keys that the target had before. */
  static final Fact<List<ListedKey>> ON_TARGET = new Fact<>("keys.onTarget", ListedKey.LIST);

  /** What became of the keys that were chosen. */
  static final Fact<List<ListedKey>> MOVED = new Fact<>("keys.moved", ListedKey.LIST);

  /** The least that each key of the source takes, in bytes. */
  static final Fact<Map<Integer, Long>> SIZES = new Fact<>("moving.sizes", MigrateFit.SIZES);

  /** The check value of its DKEK, of each key that is in a key domain with one. */
  static final Fact<Map<Integer, String>> DKEKS = new Fact<>("moving.dkeks", MigrateDkek.VALUES);

  /** How many numbers of keys are free on the target. */
  static final Fact<Integer> PLACES = Fact.number("target.places");

  /** How many bytes are free on the target, or {@link KeyFacts#NONE} if it does not tell. */
  static final Fact<String> MEMORY = Fact.text("target.memory");

  private MigrateFacts() {}

  /** The keys that can move. */
  static List<ListedKey> possible(Facts known) {
    return known.get(MOVABLE).stream()
        .filter(key -> MigrateChance.GOING.contains(key.state()))
        .toList();
  }

  /** What an earlier exchange left on a device: {@code clean} or {@code left}. */
  static Fact<String> leftover(int d) {
    return Fact.text("exchange[" + d + "].before");
  }

  /** The number of the exchange key. */
  static Fact<Integer> key(int d) {
    return Fact.number("exchange[" + d + "].key");
  }

  /** The file with its request. */
  static Fact<String> file(int d) {
    return Fact.text("exchange[" + d + "].file");
  }

  static Fact<Bytes> hash(int d) {
    return new Fact<>("exchange[" + d + "].sha256", Codec.HEX);
  }

  /** What is left on a device at the end: {@code clean}. */
  static Fact<String> cleaned(int d) {
    return Fact.text("exchange[" + d + "].after");
  }
}
