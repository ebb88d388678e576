// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * A point on a known curve.
 *
 * @param curve which one
 * @param point 04, x, y, each coordinate of full length
 */
public record EcPublicKey(Curve curve, Bytes point) implements PublicKey {
  private static final Tag SEQUENCE = new Tag(0x30);
  private static final Tag INTEGER = new Tag(0x02);

  /**
   * The key with this point.
   *
   * @throws IllegalArgumentException if the point is not on the curve
   */
  public EcPublicKey {
    if (!curve.isPoint(point)) {
      throw new IllegalArgumentException("no point of " + curve);
    }
  }

  /** The key in a SubjectPublicKeyInfo with a named curve. */
  static Optional<EcPublicKey> parse(Bytes content) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(content.toByteArray());
      AlgorithmIdentifier algorithm = info.getAlgorithm();
      if (!algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
          || !(algorithm.getParameters() instanceof ASN1ObjectIdentifier oid)) {
        return Optional.empty();
      }
      Bytes point = Bytes.of(info.getPublicKeyData().getBytes());
      return Stream.of(Curve.values())
          .filter(curve -> ECNamedCurveTable.getOID(curve.text()).equals(oid))
          .filter(curve -> curve.isPoint(point))
          .findFirst()
          .map(curve -> new EcPublicKey(curve, point));
    } catch (IllegalArgumentException | IllegalStateException notThisFormat) {
      return Optional.empty();
    }
  }

  @Override
  public KeySpec spec() {
    return new KeySpec.Ec(curve);
  }

  @Override
  public Bytes encode() {
    ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve.text());
    try {
      return Bytes.of(
          new SubjectPublicKeyInfo(
                  new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid),
                  point.toByteArray())
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      // There is no stream that could break.
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean verifies(Algorithm algorithm, Bytes message, Bytes signature) {
    return switch (algorithm) {
      case ECDSA, ECDSA_SHA256 -> signed(message.sha256(), signature);
      default -> throw new IllegalArgumentException(algorithm.name());
    };
  }

  /**
   * Whether the key signed this message with SHA-256 as certificates have it: r | s, each as long
   * as the curve's order. A signature of any other length makes it no.
   */
  public boolean verifiesPlain(Bytes message, Bytes signature) {
    int half = curve.orderSize();
    return signature.size() == 2 * half
        && verifies(
            message.sha256(),
            Curve.number(signature.slice(0, half)),
            Curve.number(signature.slice(half, 2 * half)));
  }

  /**
   * Whether the key made this signature, DER, over a hash. A needless zero in front of a number,
   * which some firmware writes, does no harm (byte reference, section 13 [1]).
   */
  boolean signed(Bytes hash, Bytes signature) {
    try {
      TlvReader whole = TlvReader.of("signature", signature);
      TlvReader pair = whole.enter(SEQUENCE);
      whole.finish();
      BigInteger r = Curve.number(pair.next(INTEGER));
      BigInteger s = Curve.number(pair.next(INTEGER));
      pair.finish();
      return verifies(hash, r, s);
    } catch (ProblemException noSignature) {
      return false;
    }
  }

  /**
   * A signature of this key as certificates and memberships have it, from the DER that a device
   * answers, needless zeros included.
   *
   * @throws ProblemException {@code Malformed}
   */
  public Bytes plain(Bytes signature) throws ProblemException {
    TlvReader whole = TlvReader.of("signature", signature);
    TlvReader pair = whole.enter(SEQUENCE);
    whole.finish();
    Bytes r = Curve.fixed(Curve.number(pair.next(INTEGER)), curve.orderSize());
    Bytes s = Curve.fixed(Curve.number(pair.next(INTEGER)), curve.orderSize());
    pair.finish();
    return r.plus(s);
  }

  private boolean verifies(Bytes hash, BigInteger r, BigInteger s) {
    ECDomainParameters domain = curve.domain();
    ECDSASigner signer = new ECDSASigner();
    signer.init(
        false,
        new ECPublicKeyParameters(domain.getCurve().decodePoint(point.toByteArray()), domain));
    return signer.verifySignature(hash.toByteArray(), r, s);
  }

  /** The x-coordinate of the point. */
  public Bytes x() {
    return point.slice(1, 1 + curve.fieldSize());
  }
}
