// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.OptionalInt;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.pkcs15.KeyKind;

/**
 * How other programs see a key. They go by its description, and read it as what that says (byte
 * reference, section 2.5 [2+]).
 */
public enum KeySight {
  /** As what it is. */
  SEEN,
  /** Not at all: it has no description. */
  NO_DESCRIPTION,
  /** Not at all: its description is not one. */
  UNREADABLE,
  /** As a key of another kind or size than its public half has. */
  OTHER_KIND,
  /** Without a label. */
  NO_LABEL,
  /** With an ID that another key of the device has too, so that they are mistaken. */
  SAME_ID;

  /**
   * How this key is seen.
   *
   * @param all the keys on its device
   */
  public static KeySight of(StoredKey key, KeyList all) {
    if (key.descriptionFile().isEmpty()) {
      return NO_DESCRIPTION;
    }
    if (key.description().isEmpty()) {
      return UNREADABLE;
    }
    KeyDescription description = key.description().get();
    if (key.publicKey().filter(half -> !describes(description, half.spec())).isPresent()) {
      return OTHER_KIND;
    }
    if (key.label().isEmpty()) {
      return NO_LABEL;
    }
    Bytes id = description.id();
    return all.withId(id).size() > 1 ? SAME_ID : SEEN;
  }

  private static boolean describes(KeyDescription description, KeySpec spec) {
    OptionalInt size = description.size();
    return description.kind() == KeyKind.of(spec)
        && (size.isEmpty() || size.getAsInt() == spec.bits());
  }
}
