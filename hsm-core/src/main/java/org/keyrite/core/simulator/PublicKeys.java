// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * How certificates and requests describe public keys.
 *
 * <pre>
 * 7F49 { 06 OID, 81 p, 82 a, 83 b, 84 G, 85 n, 86 point, 87 cofactor }   a key with its curve
 * 7F49 { 06 OID, 86 point }                                              on its issuer's curve
 * 7F49 { 06 OID, 81 modulus, 82 exponent }                               RSA
 * </pre>
 */
final class PublicKeys {
  /** id-TA-ECDSA-SHA-256. */
  static final Bytes ECDSA_SHA_256 = Bytes.fromHex("04007F00070202020203");

  /** id-TA-RSA-v1-5-SHA-256. */
  static final Bytes RSA_SHA_256 = Bytes.fromHex("04007F00070202020102");

  private PublicKeys() {}

  static Bytes onInheritedCurve(Bytes point) {
    return Ber.tlv(0x7F49, Ber.tlv(0x06, ECDSA_SHA_256), Ber.tlv(0x86, point));
  }

  static Bytes withCurve(EcCurve curve, Bytes point) {
    return Ber.tlv(
        0x7F49,
        Ber.tlv(0x06, ECDSA_SHA_256),
        Ber.tlv(0x81, curve.p()),
        Ber.tlv(0x82, curve.a()),
        Ber.tlv(0x83, curve.b()),
        Ber.tlv(0x84, curve.g()),
        Ber.tlv(0x85, curve.n()),
        Ber.tlv(0x86, point),
        Ber.tlv(0x87, Ber.octet(1)));
  }

  static Bytes rsa(Bytes modulus, Bytes exponent) {
    return Ber.tlv(
        0x7F49, Ber.tlv(0x06, RSA_SHA_256), Ber.tlv(0x81, modulus), Ber.tlv(0x82, exponent));
  }
}
