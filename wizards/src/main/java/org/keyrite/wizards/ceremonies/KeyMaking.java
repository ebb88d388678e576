// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/**
 * How every ceremony makes a key. Number and ID of the key are in the record before it is made, so
 * a key that was made with its answer lost is found again and finished: none is left without a
 * name, and no second one is made.
 *
 * @param d the number of the device
 * @param wanted the key that is to be made
 * @param access how the device is unlocked
 */
record KeyMaking(int d, Wanted wanted, Access access) {
  /** Bytes of an ID that nobody planned. */
  static final int ID_SIZE = 8;

  /** The key of a plan. */
  interface Wanted {
    /** The key with the ID that it gets. */
    NewKey key(PkcsId id);

    /** Whether a key on these terms could have been made by this plan. */
    boolean allows(KeyTerms found);
  }

  /** Unlocks the device of a desk. */
  @FunctionalInterface
  interface Access {
    void logIn(Desk desk, SmartCardHsm hsm) throws ProblemException;
  }

  /** Chooses number and ID: those of before, if the key is there already. */
  void prepare(Desk desk, PkcsId id) throws ProblemException {
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          KeyList present = KeyList.read(hsm);
          List<String> references = desk.voided(NewKeyFacts.REFERENCE);
          List<String> ids = desk.voided(NewKeyFacts.ID);
          for (int i = 0; i < references.size(); i++) {
            KeyId earlier = new KeyId(Integer.parseInt(references.get(i)));
            PkcsId earlierId = PkcsId.of(Bytes.fromHex(ids.get(i)));
            Optional<StoredKey> key = find(present, earlier);
            if (key.isPresent() && couldBe(key.get(), earlierId)) {
              desk.put(NewKeyFacts.REFERENCE, earlier.value());
              desk.put(NewKeyFacts.ID, earlierId.value());
              return device;
            }
          }
          present.requireUnused(id);
          desk.put(NewKeyFacts.REFERENCE, present.freeReference().value());
          desk.put(NewKeyFacts.ID, id.value());
          return device;
        });
  }

  private static Optional<StoredKey> find(KeyList present, KeyId reference) {
    return present.keys().stream().filter(key -> key.reference().equals(reference)).findFirst();
  }

  /** Whether a key is as this work makes it: on its terms, and without a name or with its own. */
  private boolean couldBe(StoredKey key, PkcsId id) {
    return wanted.allows(key.terms()) && (key.isInvisible() || isNamed(key, id));
  }

  /** Whether a key has the planned label and this ID. */
  boolean isNamed(StoredKey key, PkcsId id) {
    return key.label().equals(Optional.of(wanted.key(id).label().text()))
        && key.pkcsId().equals(Optional.of(id.value()));
  }

  /** Makes the key, or finishes one that an earlier attempt made without our hearing of it. */
  StoredKey generate(Desk desk) throws ProblemException {
    PkcsId id = PkcsId.of(desk.get(NewKeyFacts.ID));
    return desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          KeyCreation creation = new KeyCreation(hsm, device);
          NewKey key = wanted.key(id);
          KeyId reference = reference(desk);
          Optional<StoredKey> there = KeyList.read(hsm, reference);
          if (there.isPresent() && !(mayHaveBegun(desk) && couldBe(there.get(), id))) {
            throw new KeyProblem.KeyExists(reference.value()).asException();
          }
          access.logIn(desk, hsm);
          return there.isPresent()
              ? finish(hsm, creation, there.get(), key)
              : creation.create(reference, key);
        });
  }

  private static KeyId reference(Desk desk) {
    return new KeyId(desk.get(NewKeyFacts.REFERENCE));
  }

  /** The key as it is on the device now. */
  static StoredKey key(SmartCardHsm hsm, Desk desk) throws ProblemException {
    KeyId reference = reference(desk);
    return KeyList.read(hsm, reference)
        .orElseThrow(() -> new KeyProblem.KeyMissing(reference.value()).asException());
  }

  /** Whether an earlier attempt may have made the key, the section done again included. */
  private static boolean mayHaveBegun(Desk desk) {
    return LostAnswer.isPossible(desk)
        || !desk.voided(NewKeyFacts.PUBLIC_KEY).isEmpty()
        || desk.voided(NewKeyFacts.REFERENCE)
            .contains(Integer.toString(desk.get(NewKeyFacts.REFERENCE)));
  }

  /**
   * Verifies and describes a key that is there already. A pair whose request went with the answer
   * has a public half that nobody knows: it is deleted and made again.
   */
  private StoredKey finish(SmartCardHsm hsm, KeyCreation creation, StoredKey there, NewKey key)
      throws ProblemException {
    if (!(key.spec() instanceof KeySpec.Aes)) {
      Optional<CvRequest> request =
          there
              .certificate()
              .filter(KeyCertificate.Request.class::isInstance)
              .map(file -> ((KeyCertificate.Request) file).request());
      boolean proven = request.isPresent() && request.get().publicKey().spec().equals(key.spec());
      if (!proven) {
        KeyDeletion.delete(hsm, there.reference());
        return creation.create(there.reference(), key);
      }
      request.get().verify(creation.device().certificates());
    }
    return isNamed(there, key.id())
        ? there
        : creation.describe(there, key.spec(), key.label(), key.id());
  }
}
