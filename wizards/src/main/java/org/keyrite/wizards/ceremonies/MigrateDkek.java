// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.wizards.ceremony.Codec;

/**
 * Keys of the source that are in a key domain with a DKEK. A device wraps a key under the key
 * encryption key of its own key domain only, and one that takes it in puts it into the key domain
 * with that key encryption key (byte reference, sections 6.1 and 9 [2+]): so what two devices agree
 * on moves none of these, and {@code key-backup} with {@code key-restore} moves those whose DKEK
 * the target has, too.
 */
final class MigrateDkek {
  /** In a key domain with a DKEK, and not made to stay. */
  static final String DKEK = "DKEK";

  /** The same, and the target has this DKEK. */
  static final String SAME_DKEK = "SAME_DKEK";

  /** The same, and the target has another, or none. */
  static final String NO_SAME_DKEK = "NO_SAME_DKEK";

  /** How check values are written: number of the key and value. */
  static final Codec<Map<Integer, String>> VALUES =
      new Codec<>(MigrateDkek::written, MigrateDkek::read);

  private static final String KEY = "KEY";
  private static final int WORDS = 3;

  private MigrateDkek() {}

  private static String written(Map<Integer, String> values) {
    return CodeWords.written(
        new TreeMap<>(values)
            .entrySet().stream()
                .map(value -> List.of(KEY, value.getKey().toString(), value.getValue())));
  }

  private static Map<Integer, String> read(String text) {
    return CodeWords.read(text, WORDS).stream()
        .collect(Collectors.toMap(words -> Integer.valueOf(words.get(1)), words -> words.get(2)));
  }

  /** Of those of these keys that may leave their DKEK domain, the check value of the DKEK. */
  static Map<Integer, String> of(List<StoredKey> keys, KeyDomains domains) {
    Map<Integer, String> values = new HashMap<>();
    for (StoredKey key : keys) {
      if (key.terms().algorithms().allows(Algorithm.WRAP)) {
        at(domains, key.terms().domain().orElse(KeyDomainIndex.FIRST))
            .ifPresent(value -> values.put(key.reference().value(), value));
      }
    }
    return values;
  }

  private static Optional<String> at(KeyDomains domains, KeyDomainIndex index) {
    return index.value() < domains.slots().size()
        ? value(domains.slots().get(index.value()))
        : Optional.empty();
  }

  private static Optional<String> value(KeyDomainSlot slot) {
    return slot instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
            && !status.isExchanged()
            && status.hasKey()
        ? Optional.of(status.keyCheckValue().toText())
        : Optional.empty();
  }

  /** The check values of the DKEKs that a device has. */
  static Set<String> values(KeyDomains domains) {
    return domains.slots().stream()
        .flatMap(slot -> value(slot).stream())
        .collect(Collectors.toSet());
  }

  /** How a key moves that is in a DKEK domain of the source, by the DKEKs of the target. */
  static String onTarget(Optional<String> value, Set<String> onTarget) {
    return value.filter(onTarget::contains).isPresent() ? SAME_DKEK : NO_SAME_DKEK;
  }
}
