// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/** The half of a key that everybody may have; two are equal if the keys are. */
public sealed interface PublicKey permits EcPublicKey, RsaPublicKey {

  /** Kind and size. */
  KeySpec spec();

  /** SubjectPublicKeyInfo (RFC 5280, RFC 3279, RFC 5480 with named curves), DER. */
  Bytes encode();

  /** 32 bytes of SHA-256 over {@link #encode}: what records and manifests call the key. */
  default Bytes fingerprint() {
    return encode().sha256();
  }

  /**
   * Whether the key signed this message with SHA-256.
   *
   * @param algorithm {@code ECDSA}, {@code RSA_PKCS1}, {@code RSA_PSS}, {@code RSA_RAW_SIGN} with
   *     PKCS #1 v1.5 inside, or one of those that hash with SHA-256 on the device
   * @param message what was hashed
   * @param signature as the device answers it: ECDSA as DER, RSA as long as the modulus
   * @throws IllegalArgumentException if it is no algorithm for signatures with this kind of key
   */
  boolean verifies(Algorithm algorithm, Bytes message, Bytes signature);

  /** The key in a SubjectPublicKeyInfo; nothing if it is of a kind that devices do not have. */
  static Optional<PublicKey> parse(Bytes subjectPublicKeyInfo) {
    return EcPublicKey.parse(subjectPublicKeyInfo)
        .<PublicKey>map(key -> key)
        .or(() -> RsaPublicKey.parse(subjectPublicKeyInfo));
  }
}
