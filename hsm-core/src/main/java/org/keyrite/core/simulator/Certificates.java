// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * Lets the device check certificates, up to its own root and no other.
 *
 * <pre>
 * 00 22 81 B6 Lc 83 len holder   MANAGE SECURITY ENVIRONMENT: the next command checks by this key;
 *                                6A88 if it is neither the root's nor verified in this session
 * 00 2A 00 BE Lc 7F4E 5F37       PSO VERIFY CERTIFICATE, by the selected key; 6A88 without one,
 *                                6985 if the signature or its right does not hold
 * </pre>
 */
final class Certificates {
  static final int CHECK_BY = 0x81B6;
  private static final int VERIFY = 0x00BE;
  private static final int HOLDER = 0x83;

  private Certificates() {}

  static Outcome select(Turn turn) {
    Apdu apdu = turn.apdu();
    Optional<Bytes> holder =
        Fields.parse(apdu.data(), List.of(HOLDER)).flatMap(fields -> fields.find(HOLDER));
    if (holder.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    Trust trust = turn.session().trust();
    CertifiedKey root = CertifiedKey.root(turn.state().identity().authority());
    Optional<CertifiedKey> known =
        holder.get().equals(root.holder()) ? Optional.of(root) : trust.find(holder.get());
    return known.isPresent()
        ? turn.with(turn.session().with(trust.selecting(known))).done()
        : turn.refuse(Status.NOT_SET_UP);
  }

  static Outcome verify(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1p2() != VERIFY) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    Optional<CertificateParts> parts = CertificateParts.parse(apdu.data());
    if (parts.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    CertificateParts found = parts.get();
    Trust trust = turn.session().trust();
    Optional<CertifiedKey> issuer =
        trust.selected().filter(key -> key.holder().equals(found.authority()));
    if (issuer.isEmpty()) {
      return turn.refuse(Status.NOT_SET_UP);
    }
    Optional<EcPublic> certified = EcPublic.of(EcCurve.BRAINPOOL_256_R1, found.point());
    boolean holds =
        issuer.get().mayIssue()
            && issuer.get().key().verifies(found.signed(), found.signature())
            && certified.isPresent();
    return holds
        ? turn.with(
                turn.session()
                    .with(
                        trust.with(
                            new CertifiedKey(found.holder(), certified.get(), found.rights()))))
            .done()
        : turn.refuse(Status.NEVER_ALLOWED);
  }
}
