// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * DERIVE XKEK, {@code 80 62 id 84}, with {@link RequestParts} of another device, or without data if
 * they are in EF 2F10, which is then emptied. The other device must be selected just before ({@link
 * Certificates}). Both keys are on brainpoolP256r1, and both are for the group of the key's domain;
 * the x-coordinate of the point that they agree on becomes the domain's key. What real cards make
 * of that coordinate is not public.
 */
final class KeyAgreement {
  static final int ALGORITHM = 0x84;

  private KeyAgreement() {}

  static Outcome handle(Turn turn) {
    int identifier = turn.apdu().p1();
    Optional<Integer> obstacle = KeyUse.obstacle(turn, identifier, ALGORITHM);
    if (obstacle.isPresent()) {
      return turn.refuse(obstacle.get());
    }
    StoredKey key = turn.state().keys().find(identifier).orElseThrow();
    int index = key.rules().effectiveDomain();
    if (!(key.material() instanceof EcKey pair)
        || pair.curve() != EcCurve.BRAINPOOL_256_R1
        || index >= turn.state().domains().size()
        || !(turn.state().domains().get(index) instanceof KeyDomain.Xkek domain)) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    if (key.rules().isUsedUp()) {
      return turn.refuse(Status.USED_UP);
    }
    Bytes data = turn.apdu().data();
    boolean isInScratch = data.size() == 0;
    Optional<Bytes> given =
        isInScratch ? turn.state().files().find(FileId.SCRATCH) : Optional.of(data);
    if (given.isEmpty()) {
      return turn.refuse(Status.FILE_NOT_FOUND);
    }
    Optional<RequestParts> partner = given.flatMap(RequestParts::parse);
    if (partner.isEmpty() || partner.get().uid().isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    Optional<CertifiedKey> vouching = turn.session().trust().selected();
    if (vouching.isEmpty()) {
      return turn.refuse(Status.NOT_SET_UP);
    }
    Optional<Bytes> point = pair.agree(partner.get().key().point());
    boolean holds =
        partner.get().hold(vouching.get())
            && partner.get().uid().equals(Optional.of(domain.uid()))
            && point.isPresent();
    if (!holds) {
      return turn.refuse(Status.NEVER_ALLOWED);
    }
    Hidden secret = Hidden.of(point.get().slice(1, 1 + KeyDomain.Xkek.SIZE));
    Turn agreed = KeyUse.counted(turn, identifier, key);
    SimulatedState state =
        agreed.state().with(index, new KeyDomain.Xkek(domain.uid(), Optional.of(secret)));
    return agreed
        .with(isInScratch ? state.with(state.files().without(FileId.SCRATCH)) : state)
        .done();
  }
}
