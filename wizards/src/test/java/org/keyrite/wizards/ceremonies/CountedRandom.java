// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.random.RandomSource;

/**
 * Bytes that are the same in every run: hashes of a counter. Remembers every array that it filled,
 * to see later that it was wiped.
 */
final class CountedRandom implements RandomSource {
  private final List<byte[]> filled = new ArrayList<>();
  private int counter;

  @Override
  public String name() {
    return "test";
  }

  /** Public bytes by their nature, so nobody wipes them. */
  @Override
  public Bytes bytes(int size) {
    byte[] bytes = new byte[size];
    fill(bytes);
    filled.removeLast();
    return Bytes.of(bytes);
  }

  @Override
  public void fill(byte[] into) {
    for (int at = 0; at < into.length; at += 32) {
      byte[] block = next();
      System.arraycopy(block, 0, into, at, Math.min(32, into.length - at));
    }
    filled.add(into);
  }

  private byte[] next() {
    try {
      counter++;
      return MessageDigest.getInstance("SHA-256")
          .digest(("block " + counter).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many arrays of at least this size there were. */
  long given(int size) {
    return filled.stream().filter(bytes -> bytes.length >= size).count();
  }

  /** How many arrays of at least this size still hold something. */
  long alive(int size) {
    return filled.stream().filter(bytes -> bytes.length >= size && !isZero(bytes)).count();
  }

  private static boolean isZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
