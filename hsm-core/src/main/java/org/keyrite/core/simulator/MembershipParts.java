// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * What comes with the command that creates an XKEK domain: {@code 7F21 { 7F4E { 5F29, [42], 7F49,
 * 5F20, [65] } 5F37 } 42 5F37 54}. Members in this order, nothing else.
 *
 * @param body 7F4E with tag and length, which the group signer's key has signed itself
 * @param signer the group signer's key, on brainpoolP256r1
 * @param own its signature over the body
 * @param request 7F21 and 42 with tags and lengths, which the signer's device has signed
 * @param device that device
 * @param outer its signature
 * @param membership the group signer's signature over the member's key
 */
record MembershipParts(
    Bytes body,
    EcPublic signer,
    Bytes own,
    Bytes request,
    Bytes device,
    Bytes outer,
    Bytes membership) {
  private static final String NAME = "membership in a command";
  private static final int MEMBERSHIP = 0x54;

  static Optional<MembershipParts> parse(Bytes data) {
    try {
      TlvReader reader = TlvReader.of(NAME, data);
      Tlv certificate = new Tlv(new Tag(0x7F21), reader.next(new Tag(0x7F21)));
      Tlv device = new Tlv(new Tag(0x42), reader.next(new Tag(0x42)));
      Bytes outer = reader.next(new Tag(0x5F37));
      Bytes membership = reader.next(new Tag(MEMBERSHIP));
      reader.finish();
      TlvReader in = TlvReader.of(NAME, certificate.value());
      Tlv body = new Tlv(new Tag(0x7F4E), in.next(new Tag(0x7F4E)));
      Bytes own = in.next(new Tag(0x5F37));
      in.finish();
      return signer(body.value())
          .map(signer ->
              new MembershipParts(
                  body.encode(),
                  signer,
                  own,
                  certificate.encode().plus(device.encode()),
                  device.value(),
                  outer,
                  membership));
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<EcPublic> signer(Bytes body) throws ProblemException {
    TlvReader in = TlvReader.of(NAME, body);
    in.next(new Tag(0x5F29));
    Tlv next = in.next();
    if (next.tag().value() == 0x42) {
      next = in.next();
    }
    if (next.tag().value() != 0x7F49) {
      return Optional.empty();
    }
    in.next(new Tag(0x5F20));
    if (in.hasNext()) {
      in.next(new Tag(0x65));
    }
    in.finish();
    TlvReader key = TlvReader.of(NAME, next.value());
    key.next(new Tag(0x06));
    Bytes p = key.next(new Tag(0x81));
    Bytes a = key.next(new Tag(0x82));
    Bytes b = key.next(new Tag(0x83));
    Bytes g = key.next(new Tag(0x84));
    Bytes n = key.next(new Tag(0x85));
    Bytes point = key.next(new Tag(0x86));
    key.next(new Tag(0x87));
    key.finish();
    return EcCurve.describedBy(p, a, b, g, n)
        .filter(curve -> curve == EcCurve.BRAINPOOL_256_R1)
        .flatMap(curve -> EcPublic.of(curve, point));
  }

  /** Whether all three signatures hold, the last one over this device's own key. */
  boolean hold(CertifiedKey vouching, Bytes ownPoint) {
    Bytes x = ownPoint.slice(1, 1 + EcCurve.BRAINPOOL_256_R1.width());
    return signer.verifies(body, own)
        && vouching.holder().equals(device)
        && vouching.key().verifies(request, outer)
        && signer.verifies(Ber.octet(MEMBERSHIP).plus(x), membership);
  }

  /** The name of the domain: the x-coordinate of the group signer's key. */
  Bytes uid() {
    return signer.point().slice(1, 1 + EcCurve.BRAINPOOL_256_R1.width());
  }
}
