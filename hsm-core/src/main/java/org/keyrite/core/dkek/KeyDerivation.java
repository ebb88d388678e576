// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.work.Progress;

/**
 * The key derivation of a share file, OpenSSL's {@code EVP_BytesToKey} with MD5:
 *
 * <pre>
 * D1 = MD5^N(password | salt)
 * D2 = MD5^N(D1 | password | salt)
 * D3 = MD5^N(D2 | password | salt)
 * key = D1 | D2 (32 bytes), iv = D3 (16 bytes)
 * </pre>
 *
 * <p>Use once: {@link #key}, then {@link #iv} if it is needed, then {@link #close}. The key costs
 * two thirds of the work. Between slices of about ten milliseconds progress is reported, in hashes,
 * and the work can be cancelled; nothing stays behind then. The password is borrowed for moments
 * only and stays the caller's.
 */
public final class KeyDerivation implements AutoCloseable {
  private static final int SLICE = 100_000;
  private static final int DIGEST = 16;
  private static final int CHAINS = 3;

  private final Secret password;
  private final Bytes salt;
  private final DerivationCost cost;
  private final Progress progress;
  private final int[] constants = Md5Chain.constants();
  private final byte[] last = new byte[DIGEST];
  private long done;

  /** Prepares a derivation; nothing is computed yet. */
  public KeyDerivation(Secret password, Bytes salt, DerivationCost cost, Progress progress) {
    this.password = password;
    this.salt = salt;
    this.cost = cost;
    this.progress = progress;
  }

  /**
   * The 32 bytes of the AES key; the caller owns them.
   *
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public Secret key() {
    if (done != 0) {
      throw new IllegalStateException("key was derived");
    }
    Secret key = Secret.taking(new byte[2 * DIGEST]);
    boolean complete = false;
    try {
      chain(0);
      put(key, 0);
      chain(DIGEST);
      put(key, DIGEST);
      complete = true;
      return key;
    } finally {
      if (!complete) {
        key.close();
        close();
      }
    }
  }

  private void put(Secret key, int at) {
    key.use(bytes -> {
      System.arraycopy(last, 0, bytes, at, DIGEST);
      return null;
    });
  }

  /**
   * The 16 bytes of the initialisation vector; the caller owns them.
   *
   * @throws org.keyrite.core.work.Cancelled at a checkpoint
   */
  public Secret iv() {
    if (done != 2L * cost.iterations()) {
      throw new IllegalStateException("the key comes first");
    }
    try {
      chain(DIGEST);
      return Secret.taking(last.clone());
    } finally {
      close();
    }
  }

  /** One chain over the first {@code before} bytes of the last digest, password and salt. */
  private void chain(int before) {
    int[] words = new int[Md5Chain.WORDS];
    try {
      first(before);
      ByteBuffer bytes = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asIntBuffer().get(words);
      done++;
      for (int left = cost.iterations() - 1; left > 0; ) {
        progress.checkpoint();
        int slice = Math.min(left, SLICE);
        Md5Chain.advance(words, constants, slice);
        left -= slice;
        done += slice;
        progress.report(done, (long) CHAINS * cost.iterations());
      }
      bytes.asIntBuffer().put(words);
    } finally {
      Arrays.fill(words, 0);
    }
  }

  private void first(int before) {
    MessageDigest md5 = md5();
    try {
      md5.update(last, 0, before);
      password.use(bytes -> {
        md5.update(bytes);
        return null;
      });
      md5.update(salt.toByteArray());
      md5.digest(last, 0, DIGEST);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    } finally {
      md5.reset();
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Wipes what is left of the derivation. */
  @Override
  public void close() {
    Arrays.fill(last, (byte) 0);
  }
}
