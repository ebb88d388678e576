// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import java.util.Set;
import java.util.TreeSet;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.KeyUse;

/**
 * The usage flags of a description: a BIT STRING whose bit 0 is the most significant of its first
 * byte (byte reference, section 2.7 [2+]).
 */
final class Usage {
  private static final int ENCRYPT = 0;
  private static final int DECRYPT = 1;
  private static final int SIGN = 2;
  private static final int SIGN_RECOVER = 3;
  private static final int UNWRAP = 5;
  private static final int DERIVE = 8;

  private Usage() {}

  /** What a key with this list can do, as CardContact's tools write it for keys without a list. */
  static Bytes of(KeySpec spec, AllowedAlgorithms algorithms) {
    boolean isRsa = spec instanceof KeySpec.Rsa;
    TreeSet<Integer> bits = new TreeSet<>();
    for (KeyUse use : KeyUse.of(spec)) {
      if (algorithms.allows(use, spec)) {
        bits.addAll(
            switch (use) {
              case SIGN -> isRsa ? Set.of(SIGN, SIGN_RECOVER) : Set.of(SIGN);
              case DECRYPT -> isRsa ? Set.of(DECRYPT, UNWRAP) : Set.of(DECRYPT);
              case ENCRYPT -> Set.of(ENCRYPT);
              case AUTHENTICATE -> Set.of(SIGN);
              case DERIVE -> Set.of(DERIVE);
              case BACK_UP -> Set.of();
            });
      }
    }
    return bitString(bits);
  }

  /** DER: the count of unused bits, then no more bytes than needed. */
  private static Bytes bitString(TreeSet<Integer> bits) {
    if (bits.isEmpty()) {
      return Bytes.of((byte) 0);
    }
    int last = bits.last();
    byte[] content = new byte[2 + last / 8];
    content[0] = (byte) (7 - last % 8);
    for (int bit : bits) {
      content[1 + bit / 8] |= (byte) (0x80 >> bit % 8);
    }
    return Bytes.of(content);
  }
}
