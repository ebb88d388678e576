// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;

/**
 * One side of an ECDH whose only purpose is to see that the other side has its private key. The key
 * of this side is thrown away with it.
 */
public final class Agreement implements AutoCloseable {
  private final Bytes point;
  private final Secret shared;

  private Agreement(Bytes point, Secret shared) {
    this.point = point;
    this.shared = shared;
  }

  /** Makes a key for one agreement with this one. */
  public static Agreement with(EcPublicKey other) {
    Curve curve = other.curve();
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(curve.domain(), new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    Bytes point = Bytes.of(((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false));
    BigInteger secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
    ECPoint theirs = curve.domain().getCurve().decodePoint(other.point().toByteArray());
    byte[] x = theirs.multiply(secret).normalize().getAffineXCoord().getEncoded();
    return new Agreement(point, Secret.taking(x));
  }

  /** What the other side is given: 04, x, y. */
  public Bytes point() {
    return point;
  }

  /**
   * Whether the other side came to the same point.
   *
   * @param answer {@code 04 x y}, or {@code 04 x}; the y-coordinate is not looked at
   */
  public boolean matches(Secret answer) {
    int end = 1 + shared.size();
    if (answer.size() < end) {
      return false;
    }
    try (Secret x = Secret.taking(answer.use(bytes -> Arrays.copyOfRange(bytes, 1, end)))) {
      return shared.matches(x);
    }
  }

  /** The x-coordinate of the point that both sides come to, for the owner to wipe. */
  public Secret shared() {
    return shared.copy();
  }

  @Override
  public void close() {
    shared.close();
  }

  @Override
  public String toString() {
    return "agreement over " + point;
  }
}
