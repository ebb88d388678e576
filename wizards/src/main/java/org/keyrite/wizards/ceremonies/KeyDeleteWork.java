// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link KeyDelete} does with the files that tell of copies and on the device: straight-line
 * code on a desk.
 *
 * @param files how many files people choose
 */
record KeyDeleteWork(int files) {
  /**
   * Reads what was chosen, and keeps what the files were. Whether the device is a simulated one,
   * for which records of such ceremonies are good enough, is not known yet.
   */
  void read(Desk desk) throws ProblemException {
    List<KeyCopies.Chosen> chosen = chosen(desk);
    KeyCopies.read(chosen, desk.practice().withSimulated());
    for (int i = 1; i <= files; i++) {
      desk.put(KeyDeleteSteps.hash(i), chosen.get(i - 1).content().sha256());
    }
  }

  private List<KeyCopies.Chosen> chosen(Desk desk) throws ProblemException {
    List<KeyCopies.Chosen> chosen = new ArrayList<>();
    for (int i = 1; i <= files; i++) {
      chosen.add(KeyCopies.Chosen.read(Path.of(desk.get(KeyRestoreSteps.path(i)).strip())));
    }
    return chosen;
  }

  /** Finds the copies of each key. Secret keys are asked what their copies would answer. */
  void find(Desk desk, List<ListedKey> taken) throws ProblemException {
    List<KeyCopies.Chosen> chosen = chosen(desk);
    for (int i = 1; i <= files; i++) {
      KeyCopies.Chosen file = chosen.get(i - 1);
      if (!file.content().sha256().equals(desk.get(KeyDeleteSteps.hash(i)))) {
        throw new FileProblem.KeyFileChanged(file.path().toString()).asException();
      }
    }
    KeyCopies copies = KeyCopies.read(chosen, desk.practice());
    Map<Integer, List<KeyCopy>> found =
        desk.use(
            DeviceFacts.serial(KeyAccess.D),
            (hsm, device) -> {
              Unlock.logIn(desk, hsm, KeyAccess.D);
              Map<Integer, List<KeyCopy>> all = new HashMap<>();
              for (ListedKey key : taken) {
                all.put(
                    key.number(),
                    copies.of(key, device.serial().text(), questioner(desk, hsm, key)));
              }
              return all;
            });
    found.forEach((number, all) -> desk.put(KeyFacts.copies(number), all));
  }

  /** A counted key is not asked: it would cost a use. */
  private static Optional<KeyCopies.Questioner> questioner(
      Desk desk, SmartCardHsm hsm, ListedKey listed) throws ProblemException {
    Optional<StoredKey> key =
        KeyList.read(hsm, new KeyId(listed.number()))
            .filter(there -> there.spec().filter(KeySpec.Aes.class::isInstance).isPresent())
            .filter(there -> there.terms().uses().isEmpty());
    KeyProof proofs = new KeyProof(hsm, desk.place().random());
    return key.map(there -> proof -> answers(proofs, there, proof));
  }

  private static boolean answers(KeyProof proofs, StoredKey key, Proof proof)
      throws ProblemException {
    try {
      proofs.repeat(key, proof);
      return true;
    } catch (ProblemException e) {
      if (e.problem() instanceof KeyProblem.ProofWrong
          || e.problem() instanceof KeyProblem.UseForbidden) {
        return false;
      }
      throw e;
    }
  }

  /** The keys that were chosen are gone, and every other one is as it was. */
  void compare(Desk desk, List<ListedKey> taken) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> KeyList.read(hsm));
    KeyErasure.requireGone(present, desk.get(KeyListing.LISTED), taken);
    desk.put(
        KeyDeleteSteps.DONE,
        taken.stream().map(key -> key.in(KeyErasure.DELETED, key.number())).toList());
  }
}
