// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.util.List;
import java.util.stream.Stream;
import org.keyrite.core.key.Curve;
import org.keyrite.core.key.KeySpec;

/** Which kinds of keys a wrapped key can be by its type and the size of its ciphertext. */
final class KindsBySize {
  private static final int LENGTH = 2;
  private static final int EXPONENT = 3;

  /** Sizes of RSA that devices have or had (byte reference, section 7.1 [1]). */
  private static final List<Integer> RSA_SIZES = List.of(1024, 1536, 2048, 3072, 4096);

  private KindsBySize() {}

  static List<KeySpec> of(KeyType type, int ciphertext) {
    return all(type).filter(spec -> padded(content(type, spec)) == ciphertext).toList();
  }

  private static Stream<KeySpec> all(KeyType type) {
    return switch (type) {
      case RSA, RSA_CRT -> RSA_SIZES.stream().map(KeySpec.Rsa::new);
      case EC -> Stream.of(Curve.values()).map(KeySpec.Ec::new);
      case AES -> Stream.of(128, 192, 256).map(KeySpec.Aes::new);
    };
  }

  /** Bytes before the padding, each number of full length. */
  private static int content(KeyType type, KeySpec spec) {
    int bytes = (spec.bits() + 7) / 8;
    return PlainKey.SIZE_END
        + switch (type) {
          case AES -> bytes;
          case RSA -> 3 * LENGTH + 2 * bytes + EXPONENT;
          case RSA_CRT -> 7 * LENGTH + 5 * (bytes / 2) + bytes + EXPONENT;
          // a, b, p, n and d; two points of two coordinates and a byte
          case EC -> 7 * LENGTH + 5 * bytes + 2 * (1 + 2 * bytes);
        };
  }

  private static int padded(int content) {
    return (content / BlobCipher.BLOCK + 1) * BlobCipher.BLOCK;
  }
}
