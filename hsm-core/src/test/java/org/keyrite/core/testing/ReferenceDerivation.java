// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** The key derivation of a share file as anybody would write it with the runtime's MD5. */
public final class ReferenceDerivation {
  private ReferenceDerivation() {}

  /** Key and vector, 48 bytes. */
  public static byte[] derive(byte[] password, byte[] salt, int iterations)
      throws GeneralSecurityException {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    byte[] result = new byte[48];
    byte[] digest = new byte[16];
    for (int chain = 0; chain < 3; chain++) {
      if (chain > 0) {
        md5.update(digest);
      }
      md5.update(password);
      md5.update(salt);
      md5.digest(digest, 0, 16);
      for (int i = 1; i < iterations; i++) {
        md5.update(digest, 0, 16);
        md5.digest(digest, 0, 16);
      }
      System.arraycopy(digest, 0, result, 16 * chain, 16);
    }
    return result;
  }

  /** Whether this is what {@link #derive} yields. */
  public static boolean yields(byte[] keyAndIv, byte[] password, byte[] salt, int iterations)
      throws GeneralSecurityException {
    return Arrays.equals(keyAndIv, derive(password, salt, iterations));
  }
}
