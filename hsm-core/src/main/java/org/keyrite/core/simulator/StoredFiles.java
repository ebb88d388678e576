// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keyrite.core.bytes.Bytes;

/**
 * The elementary files that commands have written, by their two-byte identifiers. What the device
 * has by itself (its certificates, its key) is not among them.
 *
 * @param content from identifier to content
 */
public record StoredFiles(SortedMap<Integer, Bytes> content) {
  /** Neither label nor objects. */
  static final StoredFiles NONE = new StoredFiles(Collections.emptySortedMap());

  /** A device of this kind has 76 to 145 kilobytes for files and keys. */
  static final int ROOM = 100_000;

  /** What one file may take. */
  static final int LARGEST = 0x7FFF;

  /** Keeps its own map. */
  public StoredFiles {
    content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
  }

  Optional<Bytes> find(int identifier) {
    return Optional.ofNullable(content.get(identifier));
  }

  StoredFiles with(int identifier, Bytes bytes) {
    SortedMap<Integer, Bytes> changed = new TreeMap<>(content);
    changed.put(identifier, bytes);
    return new StoredFiles(changed);
  }

  StoredFiles without(int identifier) {
    SortedMap<Integer, Bytes> changed = new TreeMap<>(content);
    changed.remove(identifier);
    return new StoredFiles(changed);
  }

  /** Whether each of them can be. */
  boolean fits() {
    return content.values().stream().allMatch(file -> file.size() <= LARGEST);
  }

  /** Bytes of memory that they take. */
  int size() {
    return content.values().stream().mapToInt(file -> 2 + file.size()).sum();
  }
}
