// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Optional;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.KeyProblem.KeyUsedUp;
import org.keyrite.core.problem.KeyProblem.NothingToProveWith;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * How a key that came out of a file is proven to be the one whose name it bears.
 *
 * @param hsm where it is, unlocked
 * @param random for challenges
 */
record RestoredProof(SmartCardHsm hsm, RandomSource random) {
  /** It was proven; the algorithm follows. */
  static final String PROVEN = "proven";

  /** Nothing is known by which it could be proven. */
  static final String UNPROVEN = "unproven";

  /**
   * Whether and how it was proven.
   *
   * @throws ProblemException {@code ProofWrong} if it is another key
   */
  String of(StoredKey key, KeySource source) throws ProblemException {
    Optional<PublicKey> expected = source.file().publicKey();
    KeyProof proof = new KeyProof(hsm, random);
    try {
      if (expected.isPresent()) {
        return PROVEN + " " + proof.prove(key, expected.get()).algorithm();
      }
      if (source.proof().isPresent()) {
        Proof original = source.proof().get();
        proof.repeat(key, original);
        return PROVEN + " " + original.algorithm();
      }
    } catch (ProblemException e) {
      if (!(e.problem() instanceof NothingToProveWith || e.problem() instanceof KeyUsedUp)) {
        throw e;
      }
    }
    return UNPROVEN;
  }
}
