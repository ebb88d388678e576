// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * What comes with the command that creates an XKEK domain: {@link RequestParts}, and behind them
 * {@code 54}.
 *
 * @param request the group signer's key, which its device vouches for
 * @param membership the group signer's signature over the member's key
 */
record MembershipParts(RequestParts request, Bytes membership) {
  private static final String NAME = "membership in a command";
  private static final int MEMBERSHIP = 0x54;

  static Optional<MembershipParts> parse(Bytes data) {
    try {
      TlvReader reader = TlvReader.of(NAME, data);
      Optional<RequestParts> request = RequestParts.read(reader);
      Bytes membership = reader.next(new Tag(MEMBERSHIP));
      reader.finish();
      return request.map(parts -> new MembershipParts(parts, membership));
    } catch (ProblemException malformed) {
      return Optional.empty();
    }
  }

  /** Whether all three signatures hold, the last one over this device's own key. */
  boolean hold(CertifiedKey vouching, Bytes ownPoint) {
    Bytes x = ownPoint.slice(1, 1 + EcCurve.BRAINPOOL_256_R1.width());
    return request.hold(vouching)
        && request.key().verifies(Ber.octet(MEMBERSHIP).plus(x), membership);
  }

  /** The name of the domain: the x-coordinate of the group signer's key. */
  Bytes uid() {
    return request.key().point().slice(1, 1 + EcCurve.BRAINPOOL_256_R1.width());
  }
}
