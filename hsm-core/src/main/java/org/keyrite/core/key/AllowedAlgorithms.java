// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.util.Set;
import org.keyrite.core.bytes.Bytes;

/**
 * What a key may be used for: the content of tag 91, and the list in a wrapped key (byte reference,
 * sections 6.2 and 7.3 [2+]). Kept as found, since firmware has numbers of its own.
 *
 * @param ids one byte an algorithm, at most 16; none allows everything
 */
public record AllowedAlgorithms(Bytes ids) {
  /** No list: everything is allowed. */
  public static final AllowedAlgorithms ALL = new AllowedAlgorithms(Bytes.EMPTY);

  /** The most that a device takes. */
  public static final int MOST = 16;

  /** What AES keys get that nobody chose anything for (section 7.5 [2+]). */
  public static final AllowedAlgorithms USUAL_OF_AES =
      new AllowedAlgorithms(Bytes.of((byte) 0x10, (byte) 0x11, (byte) 0x18, (byte) 0x99));

  /**
   * A list of these numbers.
   *
   * @throws IllegalArgumentException if there are more than 16
   */
  public AllowedAlgorithms {
    if (ids.size() > MOST) {
      throw new IllegalArgumentException(ids.size() + " algorithms");
    }
  }

  /**
   * What a key of this kind needs for these uses, in the order of {@link KeyUse}.
   *
   * @throws IllegalArgumentException if a use is none of this kind's, or none is given: an empty
   *     list would allow everything
   */
  public static AllowedAlgorithms forUses(KeySpec spec, Set<KeyUse> uses) {
    if (uses.isEmpty() || !KeyUse.of(spec).containsAll(uses)) {
      throw new IllegalArgumentException(uses + " of " + spec.text());
    }
    Bytes ids = Bytes.EMPTY;
    for (KeyUse use : KeyUse.values()) {
      if (uses.contains(use)) {
        for (Algorithm algorithm : use.algorithms(spec)) {
          ids = ids.plus(Bytes.of((byte) algorithm.id()));
        }
      }
    }
    return new AllowedAlgorithms(ids);
  }

  /** Whether there is no list. */
  public boolean isUnrestricted() {
    return ids.size() == 0;
  }

  /** Whether the key may be used so. */
  public boolean allows(Algorithm algorithm) {
    boolean found = isUnrestricted();
    for (int i = 0; i < ids.size(); i++) {
      found |= ids.at(i) == algorithm.id();
    }
    return found;
  }

  /** Whether the key has at least one algorithm for this use. */
  public boolean allows(KeyUse use, KeySpec spec) {
    return use.algorithms(spec).stream().anyMatch(this::allows);
  }
}
