// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * MANAGE KEY DOMAIN, {@code 80 52 P1 index}. Answers, except to a deletion, {@code total |
 * outstanding | check value (8)} and the UID of an XKEK domain.
 *
 * <pre>
 * P1 00  no data   asks
 *        32 bytes  imports a DKEK share; no PIN, since stock sc-hsm-tool presents none
 * P1 01  1 byte    sets up a domain for so many shares; 0: the device draws the key     user PIN
 * P1 02  {@link MembershipParts}  sets up an XKEK domain; the device that vouches for the group
 *                  signer must be selected just before ({@link Certificates})          user PIN
 * P1 03  no data   deletes the domain, unless keys are in it                           user PIN
 * P1 04  no data   deletes its key; all shares must be imported again                  user PIN
 * </pre>
 */
record KeyDomains(RandomGenerator random) implements Handler {
  private static final int QUERY_OR_IMPORT = 0x00;
  private static final int CREATE = 0x01;
  private static final int JOIN = 0x02;
  private static final int DELETE = 0x03;
  private static final int DELETE_KEY = 0x04;

  @Override
  public Outcome handle(Turn turn) {
    SimulatedState state = turn.state();
    Apdu apdu = turn.apdu();
    boolean onlyImports = !state.identity().firmware().hasKeyDomains();
    if (state.domains().isEmpty() || (onlyImports && apdu.p1p2() != 0)) {
      return turn.refuse(Status.UNKNOWN_INSTRUCTION);
    }
    if (apdu.p2() >= state.domains().size()) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    KeyDomain domain = state.domains().get(apdu.p2());
    return switch (apdu.p1()) {
      case QUERY_OR_IMPORT -> queryOrImport(turn, domain);
      case CREATE, DELETE, DELETE_KEY ->
          turn.session().user() ? manage(turn, domain) : turn.refuse(Status.PIN_NEEDED);
      case JOIN -> join(turn, domain);
      default -> turn.refuse(Status.WRONG_PARAMETERS);
    };
  }

  private static Outcome queryOrImport(Turn turn, KeyDomain domain) {
    Bytes share = turn.apdu().data();
    if (share.size() != 0 && share.size() != KeyDomain.Dkek.SIZE) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    return switch (domain) {
      case KeyDomain.Undefined _ -> turn.refuse(Status.NOT_SET_UP);
      case KeyDomain.SetUp there when share.size() == 0 -> turn.answer(there.status());
      case KeyDomain.Xkek _ -> turn.refuse(Status.NOT_ALLOWED);
      case KeyDomain.Dkek dkek when dkek.isComplete() -> turn.refuse(Status.NOT_ALLOWED);
      case KeyDomain.Dkek dkek -> put(turn, dkek.with(share));
    };
  }

  private Outcome manage(Turn turn, KeyDomain domain) {
    boolean creates = turn.apdu().p1() == CREATE;
    if (turn.apdu().data().size() != (creates ? 1 : 0)) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    return switch (domain) {
      case KeyDomain.Undefined _ when creates ->
          put(turn, KeyDomain.Dkek.of(turn.apdu().data().at(0), random));
      case KeyDomain.Undefined _ -> turn.refuse(Status.NOT_SET_UP);
      case KeyDomain.SetUp _ when creates -> turn.refuse(Status.EXISTS);
      case KeyDomain.SetUp _ when turn.apdu().p1() == DELETE && hasKeys(turn) ->
          turn.refuse(Status.EXISTS);
      case KeyDomain.SetUp _ when turn.apdu().p1() == DELETE ->
          turn.with(turn.state().with(turn.apdu().p2(), new KeyDomain.Undefined())).done();
      case KeyDomain.SetUp there -> put(turn, there.cleared());
    };
  }

  /** All that a card checks, and a status word of its own only for whom it does not know. */
  private static Outcome join(Turn turn, KeyDomain domain) {
    if (!turn.state().identity().firmware().hasXkek()) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    Optional<MembershipParts> membership = MembershipParts.parse(turn.apdu().data());
    if (membership.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    if (!(domain instanceof KeyDomain.Undefined)) {
      return turn.refuse(Status.EXISTS);
    }
    Optional<CertifiedKey> vouching = turn.session().trust().selected();
    if (vouching.isEmpty()) {
      return turn.refuse(Status.NOT_SET_UP);
    }
    Bytes own = new CvcKey(turn.state().identity().key()).publicPoint();
    return membership.get().hold(vouching.get(), own)
        ? put(turn, new KeyDomain.Xkek(membership.get().uid(), Optional.empty()))
        : turn.refuse(Status.NEVER_ALLOWED);
  }

  /** A key for which no domain was named counts as one of the first. */
  private static boolean hasKeys(Turn turn) {
    return turn.state().keys().use(turn.apdu().p2());
  }

  private static Outcome put(Turn turn, KeyDomain.SetUp there) {
    return turn.with(turn.state().with(turn.apdu().p2(), there)).answer(there.status());
  }
}
