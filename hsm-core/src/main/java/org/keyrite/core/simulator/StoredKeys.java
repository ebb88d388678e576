// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys that were generated or unwrapped, by their identifiers.
 *
 * @param content from identifier, 1 to 255, to key
 */
public record StoredKeys(SortedMap<Integer, StoredKey> content) {
  /** No key but the device's own. */
  static final StoredKeys NONE = new StoredKeys(Collections.emptySortedMap());

  private static final int LAST = 255;

  /** What a key takes beside its numbers. */
  static final int OVERHEAD = 64;

  /**
   * Keeps its own map.
   *
   * @throws IllegalArgumentException if an identifier is none
   */
  public StoredKeys {
    content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
    if (!content.isEmpty() && (content.firstKey() < 1 || content.lastKey() > LAST)) {
      throw new IllegalArgumentException("keys " + content.keySet());
    }
  }

  Optional<StoredKey> find(int identifier) {
    return Optional.ofNullable(content.get(identifier));
  }

  StoredKeys with(int identifier, StoredKey key) {
    SortedMap<Integer, StoredKey> changed = new TreeMap<>(content);
    changed.put(identifier, key);
    return new StoredKeys(changed);
  }

  StoredKeys without(int identifier) {
    SortedMap<Integer, StoredKey> changed = new TreeMap<>(content);
    changed.remove(identifier);
    return new StoredKeys(changed);
  }

  /** Whether one of them belongs to this key domain. */
  boolean use(int domain) {
    return content.values().stream().anyMatch(key -> key.rules().effectiveDomain() == domain);
  }

  /** Bytes of memory that they take. */
  int size() {
    return content.values().stream().mapToInt(key -> OVERHEAD + key.material().room()).sum();
  }
}
