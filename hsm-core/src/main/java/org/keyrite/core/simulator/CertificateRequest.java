// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * The request that the device makes for a key pair it has generated: signed by the new key, and
 * around that by the device.
 *
 * <pre>
 * 67 { 7F21 { 7F4E { 5F29 00, 42 authority, 7F49 public key, 5F20 holder,
 *                    [65 { 73 { 06 OID of a group, 80 its UID (32) } }] }
 *             5F37 signature of the new key over 7F4E }
 *      42 holder reference of the device
 *      5F37 signature of the device over 7F21 | 42 }
 * </pre>
 *
 * @param authority the inner reference
 * @param holder the name that the new key gets
 * @param group the UID of the group that an exchange key is for
 */
record CertificateRequest(Bytes authority, Bytes holder, Optional<Bytes> group) {
  /** For a key that is no exchange key. */
  CertificateRequest(Bytes authority, Bytes holder) {
    this(authority, holder, Optional.empty());
  }

  Bytes of(KeyMaterial pair, Identity device) {
    Bytes request =
        switch (pair) {
          case EcKey key -> {
            Bytes body = body(PublicKeys.withCurve(key.curve(), key.publicPoint()));
            yield signed(body, key.plainSignature(body.sha256()));
          }
          case RsaKey key -> {
            Bytes body = body(PublicKeys.rsa(key.modulus(), key.exponent()));
            Optional<Bytes> block = RsaPadding.pkcs1(Digest.SHA_256, body, key.modulus().size());
            yield signed(body, block.flatMap(key::transform).orElseThrow());
          }
          case AesKey _ -> throw new IllegalArgumentException("no key pair");
        };
    Bytes signed = request.plus(Ber.tlv(0x42, device.holder()));
    return Ber.tlv(0x67, signed, Ber.tlv(0x5F37, new CvcKey(device.key()).sign(signed)));
  }

  private Bytes body(Bytes publicKey) {
    return Ber.tlv(
        0x7F4E,
        Ber.tlv(0x5F29, Ber.octet(0)),
        Ber.tlv(0x42, authority),
        publicKey,
        Ber.tlv(0x5F20, holder),
        group.map(CertificateRequest::extension).orElse(Bytes.EMPTY));
  }

  private static Bytes extension(Bytes uid) {
    Bytes name = Ber.tlv(0x06, RequestParts.KEY_DOMAIN_UID);
    return Ber.tlv(0x65, Ber.tlv(0x73, name, Ber.tlv(0x80, uid)));
  }

  private static Bytes signed(Bytes body, Bytes signature) {
    return Ber.tlv(0x7F21, body, Ber.tlv(0x5F37, signature));
  }
}
