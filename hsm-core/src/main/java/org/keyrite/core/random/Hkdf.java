// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HKDF with SHA-512 (RFC 5869) over arrays that are wiped. The runtime has one, but it keeps its
 * keys in objects that cannot be wiped; the tests compare the two.
 */
final class Hkdf {
  private static final int DIGEST = 64;
  private static final int BLOCK = 128;

  private Hkdf() {}

  /** The pseudorandom key of 64 bytes drawn from all of {@code material}. */
  static byte[] extract(byte[] salt, byte[] material) {
    return hmac(salt, material);
  }

  /** Overwrites {@code into}, at most 16,320 bytes, from a pseudorandom key. */
  static void expand(byte[] key, byte[] info, byte[] into) {
    if (into.length > 255 * DIGEST) {
      throw new IllegalArgumentException(into.length + " bytes in one request");
    }
    byte[] previous = new byte[0];
    for (int from = 0, block = 1; from < into.length; from += DIGEST, block++) {
      byte[] message = Arrays.copyOf(previous, previous.length + info.length + 1);
      System.arraycopy(info, 0, message, previous.length, info.length);
      message[message.length - 1] = (byte) block;
      wipe(previous);
      previous = hmac(key, message);
      wipe(message);
      System.arraycopy(previous, 0, into, from, Math.min(DIGEST, into.length - from));
    }
    wipe(previous);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    if (key.length > BLOCK) {
      throw new IllegalArgumentException("key of " + key.length + " bytes");
    }
    byte[] pad = Arrays.copyOf(key, BLOCK);
    byte[] result = new byte[DIGEST];
    MessageDigest digest = digest("SHA-512");
    try {
      for (int i = 0; i < BLOCK; i++) {
        pad[i] ^= 0x36;
      }
      digest.update(pad);
      digest.update(message);
      digest.digest(result, 0, DIGEST);
      for (int i = 0; i < BLOCK; i++) {
        pad[i] ^= 0x36 ^ 0x5C;
      }
      digest.update(pad);
      digest.update(result);
      digest.digest(result, 0, DIGEST);
      return result;
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    } finally {
      digest.reset();
      wipe(pad);
    }
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void wipe(byte[] bytes) {
    Arrays.fill(bytes, (byte) 0);
  }
}
