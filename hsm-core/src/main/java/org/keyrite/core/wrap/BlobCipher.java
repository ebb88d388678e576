// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/**
 * AES-256 over wrapped keys: CBC with a vector of zeros, and CMAC. What the ciphers copy of the
 * keys cannot be wiped; it is garbage as soon as the call returns.
 */
final class BlobCipher {
  static final int BLOCK = 16;

  private BlobCipher() {}

  static Bytes encrypt(Secret key, Secret plain) {
    return plain.use(bytes -> Bytes.of(cbc(Cipher.ENCRYPT_MODE, key, bytes)));
  }

  static Secret decrypt(Secret key, Bytes ciphertext) {
    return Secret.taking(cbc(Cipher.DECRYPT_MODE, key, ciphertext.toByteArray()));
  }

  private static byte[] cbc(int mode, Secret key, byte[] blocks) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      SecretKeySpec keySpec = key.use(bytes -> new SecretKeySpec(bytes, "AES"));
      cipher.init(mode, keySpec, new IvParameterSpec(new byte[BLOCK]));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] mac(Secret key, Bytes content) {
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(key.use(KeyParameter::new));
    byte[] bytes = content.toByteArray();
    mac.update(bytes, 0, bytes.length);
    byte[] result = new byte[BLOCK];
    mac.doFinal(result, 0);
    return result;
  }
}
