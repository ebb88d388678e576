// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * New keys; P1 is the identifier, which must be free. User PIN.
 *
 * <pre>
 * 00 46 id 00        key pair by {@link KeyPairTemplate}; answers its {@link CertificateRequest},
 *                    which becomes the content of CExx as well
 * 00 48 id B0|B1|B2  AES with 128, 192 or 256 bits; data are {@link KeyRules}; no answer
 * </pre>
 */
record KeyGeneration(RandomGenerator random) {
  private static final Map<Integer, Integer> AES_SIZES = Map.of(0xB0, 16, 0xB1, 24, 0xB2, 32);
  private static final int WRAPPING_KEY = 0x93;
  private static final List<Integer> AES_FIELDS = List.of(0x90, 0x91, 0x92, WRAPPING_KEY);

  Outcome pair(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1() == 0 || apdu.p2() != 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    if (KeyPairTemplate.bringsKey(apdu.data())) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    Optional<KeyPairTemplate> wanted = KeyPairTemplate.parse(apdu.data());
    if (wanted.isEmpty() || !wanted.get().isFor(turn.state().identity().holder())) {
      return turn.refuse(Status.WRONG_DATA);
    }
    if (!wanted.get().kind().isKnownTo(turn.state().identity().firmware())) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    if (wanted.get().rules().name(KeyAgreement.ALGORITHM) && group(turn, wanted.get()).isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    return obstacle(turn, wanted.get().rules(), wanted.get().kind().room())
        .orElseGet(() -> pair(turn, wanted.get()));
  }

  private Outcome pair(Turn turn, KeyPairTemplate wanted) {
    Optional<? extends KeyMaterial> made = wanted.kind().generate(JvmRandom.of(random));
    if (made.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    int id = turn.apdu().p1();
    Identity device = turn.state().identity();
    Bytes authority = wanted.authority().orElse(device.holder());
    Optional<Bytes> group =
        wanted.rules().name(KeyAgreement.ALGORITHM) ? group(turn, wanted) : Optional.empty();
    Bytes request =
        new CertificateRequest(authority, wanted.holder(), group).of(made.get(), device);
    SimulatedState changed =
        turn.state()
            .with(turn.state().keys().with(id, new StoredKey(made.get(), wanted.rules())))
            .with(turn.state().files().with(FileId.KEY_CERTIFICATES << 8 | id, request));
    return changed.fits() ? turn.with(changed).answer(request) : turn.refuse(Status.MEMORY_FULL);
  }

  /** The group of the key domain that was named for a key, without which none can agree. */
  private static Optional<Bytes> group(Turn turn, KeyPairTemplate wanted) {
    return wanted
        .rules()
        .domain()
        .filter(index -> index < turn.state().domains().size())
        .map(turn.state().domains()::get)
        .filter(KeyDomain.Xkek.class::isInstance)
        .map(domain -> ((KeyDomain.Xkek) domain).uid());
  }

  Outcome aes(Turn turn) {
    Apdu apdu = turn.apdu();
    if (!turn.state().identity().firmware().hasKeyDomains()) {
      return turn.refuse(Status.UNKNOWN_INSTRUCTION);
    }
    if (apdu.p1() == 0 || !AES_SIZES.containsKey(apdu.p2())) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    Optional<Fields> fields = Fields.parse(apdu.data(), AES_FIELDS);
    Optional<KeyRules> rules = fields.flatMap(KeyRules::of);
    if (rules.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    if (fields.get().has(WRAPPING_KEY)) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    int size = AES_SIZES.get(apdu.p2());
    return obstacle(turn, rules.get(), size)
        .orElseGet(() -> {
          AesKey key = new AesKey(Hidden.random(size, random));
          return turn.with(apdu.p1(), new StoredKey(key, rules.get())).done();
        });
  }

  /** Why a key cannot be made: its place is taken, its domain is not there, no room. */
  private static Optional<Outcome> obstacle(Turn turn, KeyRules rules, int room) {
    SimulatedState state = turn.state();
    if (state.keys().find(turn.apdu().p1()).isPresent()) {
      return Optional.of(turn.refuse(Status.EXISTS));
    }
    boolean domainIsThere = rules.domain().map(index -> isSetUp(state, index)).orElse(true);
    if (!domainIsThere) {
      return Optional.of(turn.refuse(Status.NOT_SET_UP));
    }
    return state.room() < room + StoredKeys.OVERHEAD
        ? Optional.of(turn.refuse(Status.MEMORY_FULL))
        : Optional.empty();
  }

  private static boolean isSetUp(SimulatedState state, int index) {
    return index < state.domains().size()
        && !(state.domains().get(index) instanceof KeyDomain.Undefined);
  }
}
