// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.KeyCreateSteps.MAKER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link KeyCreate} does on the device that makes the key: straight-line code on a desk.
 * Number and ID of the key are in the record before it is made, so a key that was made with its
 * answer lost is found again and finished: none is left without a name, and no second one is made.
 */
final class KeyCreateWork {
  private static final int ID_SIZE = 8;

  private final KeyPlan plan;
  private final KeyDevices devices;

  KeyCreateWork(KeyPlan plan, KeyDevices devices) {
    this.plan = plan;
    this.devices = devices;
  }

  /** Chooses number and ID: those of before, if the key is there already. */
  void prepare(Desk desk) throws ProblemException {
    PkcsId id = chosenId(desk);
    desk.use(
        DeviceFacts.serial(MAKER),
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

  private PkcsId chosenId(Desk desk) throws ProblemException {
    return plan.id().isPresent()
        ? plan.id().get()
        : PkcsId.of(desk.place().random().bytes(ID_SIZE));
  }

  private static Optional<StoredKey> find(KeyList present, KeyId reference) {
    return present.keys().stream().filter(key -> key.reference().equals(reference)).findFirst();
  }

  /** Whether a key is as this work makes it: on its terms, and without a name or with its own. */
  private boolean couldBe(StoredKey key, PkcsId id) {
    return plan.allows(key.terms()) && (key.isInvisible() || isNamed(key, id));
  }

  private boolean isNamed(StoredKey key, PkcsId id) {
    return key.label().equals(Optional.of(plan.label().text()))
        && key.pkcsId().equals(Optional.of(id.value()));
  }

  /** Makes the key, or finishes one that an earlier attempt made without our hearing of it. */
  void generate(Desk desk) throws ProblemException {
    PkcsId id = PkcsId.of(desk.get(NewKeyFacts.ID));
    StoredKey made =
        desk.use(
            DeviceFacts.serial(MAKER),
            (hsm, device) -> {
              KeyCreation creation = new KeyCreation(hsm, device);
              NewKey wanted = plan.key(id);
              KeyId reference = reference(desk);
              Optional<StoredKey> there = KeyList.read(hsm, reference);
              if (there.isPresent() && !(mayHaveBegun(desk) && couldBe(there.get(), id))) {
                throw new KeyProblem.KeyExists(reference.value()).asException();
              }
              devices.logIn(desk, hsm, MAKER);
              return there.isPresent()
                  ? finish(hsm, creation, there.get(), wanted)
                  : creation.create(reference, wanted);
            });
    Optional<PublicKey> publicKey =
        plan.spec() instanceof KeySpec.Aes
            ? Optional.empty()
            : Optional.of(made.requirePublicKey());
    desk.put(
        NewKeyFacts.PUBLIC_KEY,
        publicKey.map(key -> key.encode().toHex()).orElse(NewKeyFacts.NONE));
    desk.put(
        NewKeyFacts.FINGERPRINT,
        publicKey.map(key -> key.fingerprint().toHex()).orElse(NewKeyFacts.NONE));
  }

  private static KeyId reference(Desk desk) {
    return new KeyId(desk.get(NewKeyFacts.REFERENCE));
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
  private StoredKey finish(SmartCardHsm hsm, KeyCreation creation, StoredKey there, NewKey wanted)
      throws ProblemException {
    if (!(wanted.spec() instanceof KeySpec.Aes)) {
      Optional<CvRequest> request =
          there
              .certificate()
              .filter(KeyCertificate.Request.class::isInstance)
              .map(file -> ((KeyCertificate.Request) file).request());
      boolean proven =
          request.isPresent() && request.get().publicKey().spec().equals(wanted.spec());
      if (!proven) {
        KeyDeletion.delete(hsm, there.reference());
        return creation.create(there.reference(), wanted);
      }
      request.get().verify(creation.device().certificates());
    }
    return isNamed(there, wanted.id())
        ? there
        : creation.describe(there, wanted.spec(), wanted.label(), wanted.id());
  }

  /** Has the key answer something, and verifies the answer here where it has a public half. */
  void prove(Desk desk) throws ProblemException {
    Proof proof =
        desk.use(
            DeviceFacts.serial(MAKER),
            (hsm, device) -> {
              devices.logIn(desk, hsm, MAKER);
              StoredKey key = key(hsm, desk);
              KeyProof proofs = new KeyProof(hsm, desk.place().random());
              Optional<PublicKey> expected = publicKey(desk);
              return expected.isPresent() ? proofs.prove(key, expected.get()) : proofs.ask(key);
            });
    desk.put(NewKeyFacts.PROOF, proof.algorithm().name());
    desk.put(NewKeyFacts.CHALLENGE, proof.challenge());
    desk.put(NewKeyFacts.ANSWER, proof.answer());
  }

  private static StoredKey key(SmartCardHsm hsm, Desk desk) throws ProblemException {
    KeyId reference = reference(desk);
    return KeyList.read(hsm, reference)
        .orElseThrow(() -> new KeyProblem.KeyMissing(reference.value()).asException());
  }

  private static Optional<PublicKey> publicKey(Desk desk) {
    String told = desk.get(NewKeyFacts.PUBLIC_KEY);
    return told.equals(NewKeyFacts.NONE) ? Optional.empty() : PublicKey.parse(Bytes.fromHex(told));
  }

  /** Writes a request for a certificate that the key has signed. */
  void request(Desk desk) throws ProblemException {
    CertificateRequest request =
        desk.use(
            DeviceFacts.serial(MAKER),
            (hsm, device) -> {
              StoredKey key = key(hsm, desk);
              if (!key.publicKey().equals(publicKey(desk))) {
                throw new KeyProblem.KeyNotAsPlanned(key.reference().value()).asException();
              }
              devices.logIn(desk, hsm, MAKER);
              return CertificateRequest.create(hsm, key, plan.subject());
            });
    RequestFile file = new RequestFile(desk.place().folder(), desk.get(NewKeyFacts.ID));
    desk.put(NewKeyFacts.REQUEST_HASH, file.write(request));
    desk.put(NewKeyFacts.REQUEST_FILE, file.name());
  }

  /** Reads everything from the device as other programs do, without the PIN. */
  void readBack(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(MAKER),
        (hsm, device) -> {
          StoredKey key = key(hsm, desk);
          boolean asPlanned =
              isNamed(key, PkcsId.of(desk.get(NewKeyFacts.ID)))
                  && plan.allows(key.terms())
                  && key.publicKey().equals(publicKey(desk))
                  && key.spec().equals(Optional.of(plan.spec()));
          if (!asPlanned) {
            throw new KeyProblem.KeyNotAsPlanned(key.reference().value()).asException();
          }
          desk.put(NewKeyFacts.LABEL, plan.label().text());
          desk.put(NewKeyFacts.KIND, plan.spec().text());
          OptionalLong uses = key.terms().uses();
          desk.put(
              NewKeyFacts.USES_LEFT,
              uses.isPresent() ? Long.toString(uses.getAsLong()) : NewKeyFacts.UNLIMITED);
          desk.put(NewKeyFacts.BACKUP, key.backupChance(KeyDomains.read(hsm, device)).name());
          return device;
        });
  }
}
