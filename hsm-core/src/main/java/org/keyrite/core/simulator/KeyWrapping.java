// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * Keys leave and come as {@link WrappedKey}s. User PIN.
 *
 * <pre>
 * 80 72 id 92        WRAP: answers the blob under the key of the key's domain
 * 80 74 id 93 blob   UNWRAP to a free identifier, in the domain whose check value the blob has;
 *                    without data the blob is what EF 2F10 holds, which is then emptied
 * </pre>
 */
record KeyWrapping(RandomGenerator random) {
  private static final int WRAP = 0x92;
  private static final int UNWRAP = 0x93;

  Outcome wrap(Turn turn) {
    Apdu apdu = turn.apdu();
    if (turn.state().domains().isEmpty()) {
      return turn.refuse(Status.UNKNOWN_INSTRUCTION);
    }
    if (apdu.p2() != WRAP) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (apdu.data().size() > 0) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    Optional<Integer> obstacle = KeyUse.obstacle(turn, apdu.p1(), WRAP);
    if (obstacle.isPresent()) {
      return turn.refuse(obstacle.get());
    }
    StoredKey key = turn.state().keys().find(apdu.p1()).orElseThrow();
    WrappedKey wrapped = new WrappedKey(key.material(), key.rules().allowed());
    return turn.state()
        .keyEncryptionKey(key.rules().effectiveDomain())
        .map(kek -> turn.answer(wrapped.seal(kek, random)))
        .orElse(turn.refuse(Status.NOT_SET_UP));
  }

  static Outcome unwrap(Turn turn) {
    Apdu apdu = turn.apdu();
    if (turn.state().domains().isEmpty()) {
      return turn.refuse(Status.UNKNOWN_INSTRUCTION);
    }
    if (apdu.p1() == 0 || apdu.p2() != UNWRAP) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (!turn.session().user()) {
      return turn.refuse(Status.PIN_NEEDED);
    }
    if (turn.state().keys().find(apdu.p1()).isPresent()) {
      return turn.refuse(Status.EXISTS);
    }
    if (apdu.data().size() > 0) {
      return unwrap(turn, apdu.data());
    }
    StoredFiles files = turn.state().files();
    return files
        .find(FileId.SCRATCH)
        .map(blob -> unwrap(turn, blob))
        .map(done -> done.status() == Status.OK ? withoutScratch(done) : done)
        .orElse(turn.refuse(Status.FILE_NOT_FOUND));
  }

  private static Outcome withoutScratch(Outcome done) {
    StoredFiles rest = done.state().files().without(FileId.SCRATCH);
    return new Outcome(done.state().with(rest), done.session(), done.data(), done.status());
  }

  private static Outcome unwrap(Turn turn, Bytes blob) {
    Optional<Integer> domain =
        WrappedKey.checkValue(blob).flatMap(value -> turn.state().domainOf(value));
    Optional<WrappedKey> opened =
        domain
            .flatMap(turn.state()::keyEncryptionKey)
            .flatMap(key -> WrappedKey.open(blob, key))
            .filter(found -> found.allowed().size() <= KeyRules.MOST_ALGORITHMS);
    if (opened.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    KeyMaterial material = opened.get().material();
    if (!material.isKnownTo(turn.state().identity().firmware())) {
      return turn.refuse(Status.NOT_SUPPORTED);
    }
    KeyRules rules = new KeyRules(Optional.empty(), opened.get().allowed(), domain);
    Turn changed = turn.with(turn.apdu().p1(), new StoredKey(material, rules));
    return changed.state().fits() ? changed.done() : turn.refuse(Status.MEMORY_FULL);
  }
}
