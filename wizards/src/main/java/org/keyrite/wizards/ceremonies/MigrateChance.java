// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;

/**
 * Whether a key can move in a {@link XkekMigrate}: the states of {@link ListedKey}s there, and of
 * what they follow. Each is told before anything is made.
 */
final class MigrateChance {
  /** The key is in another key domain than that of the group. */
  static final String OTHER_DOMAIN = "OTHER_DOMAIN";

  /** Its list leaves wrapping out: it was made to stay. */
  static final String STAYS = "STAYS";

  /** Its use counter does not travel with it. */
  static final String COUNTED = "COUNTED";

  /** Its use counter is spent: what would come to the other device could be used again. */
  static final String USED_UP = "USED_UP";

  /** Not every firmware takes keys of this kind, and that of the target is another. */
  static final String UNSURE = "UNSURE";

  /** The states of keys that people may choose. */
  static final Set<String> GOING = Set.of(KeyRestoreWork.READY, COUNTED, UNSURE);

  // "The two large ones need newer firmware", which is not told (byte reference, section 7.1 [1]).
  private static final Set<String> LARGE = Set.of("RSA-3072", "RSA-4096");

  private MigrateChance() {}

  /** Whether a key that is in the key domain of the group may leave. */
  static String ofLeaving(StoredKey key) {
    if (!key.terms().algorithms().allows(Algorithm.WRAP)) {
      return STAYS;
    }
    OptionalLong uses = key.terms().uses();
    return uses.isEmpty() ? KeyRestoreWork.READY : uses.getAsLong() == 0 ? USED_UP : COUNTED;
  }

  /** The same, once it is known which keys the target has. */
  static String of(ListedKey key, List<ListedKey> present) {
    if (!GOING.contains(key.state())) {
      return key.state();
    }
    boolean isThere =
        !key.fingerprint().isEmpty()
            && present.stream().anyMatch(other -> other.fingerprint().equals(key.fingerprint()));
    if (isThere) {
      return KeyRestoreWork.PRESENT;
    }
    return present.stream().noneMatch(other -> other.id().equals(key.id()))
        ? key.state()
        : KeyRestoreWork.ID_IN_USE;
  }

  /** A key of which the other firmware may not take the kind, named as such. */
  static ListedKey unsure(ListedKey key) {
    return key.state().equals(KeyRestoreWork.READY) && LARGE.contains(key.algorithm())
        ? key.in(UNSURE, key.number())
        : key;
  }

  /** A key that is in a DKEK domain, once the DKEKs of the target are known. */
  static ListedKey byBackup(ListedKey key, Map<Integer, String> dkeks, Set<String> onTarget) {
    return key.state().equals(MigrateDkek.DKEK)
        ? key.in(
            MigrateDkek.onTarget(Optional.ofNullable(dkeks.get(key.number())), onTarget),
            key.number())
        : key;
  }
}
