// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.SignWithKey;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.ProblemException;

/** Has a device sign messages with SHA-256, hashed here where the algorithm wants a hash. */
record Signing(SmartCardHsm hsm) {
  private static final int LONGEST = 256;
  private static final int LONGEST_RSA = 512;

  Bytes sign(KeyId key, PublicKey publicKey, Algorithm algorithm, Bytes message)
      throws ProblemException {
    int longest = publicKey instanceof RsaPublicKey ? LONGEST_RSA : LONGEST;
    Bytes input = input(publicKey, algorithm, message);
    return hsm.send(new SignWithKey(key, algorithm, input, longest));
  }

  /** A hash longer than the order of a small curve is cut as ECDSA cuts it. */
  private static Bytes input(PublicKey publicKey, Algorithm algorithm, Bytes message) {
    Bytes hash = message.sha256();
    return switch (publicKey) {
      case RsaPublicKey rsa ->
          switch (algorithm) {
            case RSA_PKCS1 -> RsaPublicKey.digestInfo(hash);
            case RSA_RAW_SIGN -> rsa.block(RsaPublicKey.digestInfo(hash));
            case RSA_PSS -> hash;
            default -> message;
          };
      case EcPublicKey ec ->
          algorithm == Algorithm.ECDSA
              ? hash.slice(0, Math.min(hash.size(), ec.curve().orderSize()))
              : message;
    };
  }
}
