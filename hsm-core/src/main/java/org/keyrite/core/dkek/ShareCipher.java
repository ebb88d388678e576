// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/**
 * AES-256-CBC over a DKEK share and one full block of padding. What the runtime's cipher copies of
 * the key cannot be wiped; it is garbage as soon as the call returns.
 */
final class ShareCipher {
  private static final int BLOCK = 16;
  private static final byte[] PADDING = new byte[BLOCK];

  static {
    Arrays.fill(PADDING, (byte) BLOCK);
  }

  private ShareCipher() {}

  /** The 48 encrypted bytes of a share. */
  static Bytes encrypt(DkekShare share, Secret key, Secret iv) {
    byte[] plain = new byte[DkekShare.SIZE + BLOCK];
    System.arraycopy(PADDING, 0, plain, DkekShare.SIZE, BLOCK);
    try {
      share.use(bytes -> {
        System.arraycopy(bytes, 0, plain, 0, DkekShare.SIZE);
        return null;
      });
      return Bytes.of(cbc(Cipher.ENCRYPT_MODE, key, iv, plain));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Whether the last block is padding and nothing else; the block before is its vector. */
  static boolean endsInPadding(Bytes encrypted, Secret key) {
    byte[] vector = encrypted.slice(BLOCK, 2 * BLOCK).toByteArray();
    byte[] last = encrypted.slice(2 * BLOCK, 3 * BLOCK).toByteArray();
    try (Secret iv = Secret.taking(vector)) {
      return Arrays.equals(cbc(Cipher.DECRYPT_MODE, key, iv, last), PADDING);
    }
  }

  /** The share in 48 encrypted bytes that were found to end in padding. */
  static DkekShare decrypt(Bytes encrypted, Secret key, Secret iv) {
    byte[] share = encrypted.slice(0, DkekShare.SIZE).toByteArray();
    return DkekShare.taking(Secret.taking(cbc(Cipher.DECRYPT_MODE, key, iv, share)));
  }

  private static byte[] cbc(int mode, Secret key, Secret iv, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      SecretKeySpec keySpec = key.use(bytes -> new SecretKeySpec(bytes, "AES"));
      IvParameterSpec ivSpec = iv.use(IvParameterSpec::new);
      cipher.init(mode, keySpec, ivSpec);
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
