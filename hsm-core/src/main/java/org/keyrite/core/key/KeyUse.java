// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people choose a key for; each stands for some algorithms of each kind of key. */
public enum KeyUse {
  SIGN,
  DECRYPT,
  ENCRYPT,
  AUTHENTICATE,
  DERIVE,
  /** Leave the device, wrapped under the key encryption key of its key domain. */
  BACK_UP;

  /** What a key of this kind can be used for. */
  public static Set<KeyUse> of(KeySpec spec) {
    Set<KeyUse> uses = EnumSet.noneOf(KeyUse.class);
    for (KeyUse use : values()) {
      if (!use.algorithms(spec).isEmpty()) {
        uses.add(use);
      }
    }
    return uses;
  }

  /** What a key of this kind needs in its list for this use; nothing if it has no such use. */
  public List<Algorithm> algorithms(KeySpec spec) {
    if (this == BACK_UP) {
      return List.of(Algorithm.WRAP);
    }
    return switch (spec) {
      case KeySpec.Rsa _ -> ofRsa();
      case KeySpec.Ec _ -> ofEc();
      case KeySpec.Aes _ -> ofAes();
    };
  }

  private List<Algorithm> ofRsa() {
    return switch (this) {
      case SIGN ->
          List.of(
              Algorithm.RSA_RAW_SIGN,
              Algorithm.RSA_PKCS1,
              Algorithm.RSA_PKCS1_SHA256,
              Algorithm.RSA_PKCS1_SHA384,
              Algorithm.RSA_PKCS1_SHA512,
              Algorithm.RSA_PSS,
              Algorithm.RSA_PSS_SHA256,
              Algorithm.RSA_PSS_SHA384,
              Algorithm.RSA_PSS_SHA512);
      case DECRYPT -> List.of(Algorithm.RSA_RAW_DECRYPT);
      default -> List.of();
    };
  }

  private List<Algorithm> ofEc() {
    return switch (this) {
      case SIGN ->
          List.of(
              Algorithm.ECDSA,
              Algorithm.ECDSA_SHA256,
              Algorithm.ECDSA_SHA384,
              Algorithm.ECDSA_SHA512);
      case DERIVE -> List.of(Algorithm.ECDH);
      default -> List.of();
    };
  }

  private List<Algorithm> ofAes() {
    return switch (this) {
      case ENCRYPT -> List.of(Algorithm.AES_CBC_ENCRYPT);
      case DECRYPT -> List.of(Algorithm.AES_CBC_DECRYPT);
      case AUTHENTICATE -> List.of(Algorithm.AES_CMAC);
      case DERIVE -> List.of(Algorithm.AES_DERIVE);
      default -> List.of();
    };
  }
}
