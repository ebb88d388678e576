// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decides which keys a device can get in a {@link XkekMigrate}, wherever it is.
 *
 * @param firmware of it
 * @param present the keys that it has
 * @param dkeks check values of the DKEKs that it has
 */
record MigrateTarget(String firmware, List<ListedKey> present, Set<String> dkeks) {
  /** Keeps its own copies. */
  MigrateTarget {
    present = List.copyOf(present);
    dkeks = Set.copyOf(dkeks);
  }

  /**
   * The keys of the source, and whether it can get each.
   *
   * @param other firmware of the source
   * @param inDkek the check value of its DKEK, of each key that is in a key domain with one
   */
  List<ListedKey> movable(List<ListedKey> onSource, String other, Map<Integer, String> inDkek) {
    return beside(onSource, present).stream()
        .map(key -> other.equals(firmware) ? key : MigrateChance.unsure(key))
        .map(key -> MigrateChance.byBackup(key, inDkek, dkeks))
        .toList();
  }

  /** Keys that come, and whether each goes with those that are there. */
  static List<ListedKey> beside(List<ListedKey> coming, List<ListedKey> present) {
    return coming.stream()
        .map(key -> key.in(MigrateChance.of(key, present), key.number()))
        .toList();
  }
}
