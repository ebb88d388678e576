// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/** The hash functions that the device knows. */
enum Digest {
  SHA_1("SHA-1", 20),
  SHA_224("SHA-224", 28),
  SHA_256("SHA-256", 32),
  SHA_384("SHA-384", 48),
  SHA_512("SHA-512", 64);

  private final String algorithm;
  private final int size;

  Digest(String algorithm, int size) {
    this.algorithm = algorithm;
    this.size = size;
  }

  /** The function whose hashes have so many bytes. */
  static Optional<Digest> ofSize(int bytes) {
    return Arrays.stream(values()).filter(digest -> digest.size == bytes).findFirst();
  }

  int size() {
    return size;
  }

  Bytes of(Bytes message) {
    try {
      return Bytes.of(MessageDigest.getInstance(algorithm).digest(message.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      // The JDK that this runs on has them all.
      throw new IllegalStateException(e);
    }
  }
}
