// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/**
 * A device key encryption key, 32 bytes, the XOR of all shares in any order. Its owner closes it.
 *
 * <pre>
 * key check value    = first 8 bytes of SHA-256(DKEK)
 * encryption key     = SHA-256(DKEK | 00000001)    AES-256
 * authentication key = SHA-256(DKEK | 00000002)    AES-256, CMAC
 * </pre>
 */
public final class Dkek implements AutoCloseable {
  private static final int SIZE = DkekShare.SIZE;

  private final Secret content;

  private Dkek(Secret content) {
    this.content = content;
  }

  /**
   * The key that these shares make. They stay the caller's. The same share twice cancels itself:
   * find that with {@link DkekShare#matches} first.
   *
   * @throws IllegalArgumentException if there is no share
   */
  public static Dkek of(List<DkekShare> shares) {
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("no shares");
    }
    byte[] sum = new byte[SIZE];
    Dkek dkek = new Dkek(Secret.taking(sum));
    for (DkekShare share : shares) {
      share.use(bytes -> {
        for (int i = 0; i < SIZE; i++) {
          sum[i] ^= bytes[i];
        }
        return null;
      });
    }
    return dkek;
  }

  /** What devices with this key show. */
  public KeyCheckValue keyCheckValue() {
    try (Secret digest = sha256()) {
      return digest.use(
          bytes -> new KeyCheckValue(Bytes.of(Arrays.copyOf(bytes, KeyCheckValue.SIZE))));
    }
  }

  /** The AES-256 key that wrapped keys are encrypted with; the caller owns it. */
  public Secret encryptionKey() {
    return sha256((byte) 0, (byte) 0, (byte) 0, (byte) 1);
  }

  /** The AES-256 key of the CMAC over wrapped keys; the caller owns it. */
  public Secret authenticationKey() {
    return sha256((byte) 0, (byte) 0, (byte) 0, (byte) 2);
  }

  private Secret sha256(byte... suffix) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] result = new byte[SIZE];
      content.use(bytes -> {
        digest.update(bytes);
        digest.update(suffix);
        return digest.digest(result, 0, SIZE);
      });
      digest.reset();
      return Secret.taking(result);
    } catch (NoSuchAlgorithmException | DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lends the 32 bytes, as {@link Secret#use} does. */
  public <R, E extends Exception> R use(Secret.Reader<R, E> reader) throws E {
    return content.use(reader);
  }

  @Override
  public void close() {
    content.close();
  }

  @Override
  public String toString() {
    return "DKEK";
  }
}
