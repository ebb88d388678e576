// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.KeyCreateSteps.MAKER;

import java.util.Optional;
import java.util.OptionalLong;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.CertificateRequest;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link KeyCreate} does on the device that makes the key: straight-line code on a desk.
 * {@link KeyMaking} makes it.
 */
final class KeyCreateWork {
  private final KeyPlan plan;
  private final KeyDevices devices;
  private final KeyMaking making;

  KeyCreateWork(KeyPlan plan, KeyDevices devices) {
    this.plan = plan;
    this.devices = devices;
    this.making = new KeyMaking(MAKER, plan, (desk, hsm) -> devices.logIn(desk, hsm, MAKER));
  }

  /** Chooses number and ID: those of before, if the key is there already. */
  void prepare(Desk desk) throws ProblemException {
    making.prepare(
        desk,
        plan.id().isPresent()
            ? plan.id().get()
            : PkcsId.of(desk.place().random().bytes(KeyMaking.ID_SIZE)));
  }

  /** Makes the key, or finishes one that an earlier attempt made without our hearing of it. */
  void generate(Desk desk) throws ProblemException {
    StoredKey made = making.generate(desk);
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

  /** Has the key answer something, and verifies the answer here where it has a public half. */
  void prove(Desk desk) throws ProblemException {
    Proof proof =
        desk.use(
            DeviceFacts.serial(MAKER),
            (hsm, device) -> {
              devices.logIn(desk, hsm, MAKER);
              StoredKey key = KeyMaking.key(hsm, desk);
              KeyProof proofs = new KeyProof(hsm, desk.place().random());
              Optional<PublicKey> expected = publicKey(desk);
              return expected.isPresent() ? proofs.prove(key, expected.get()) : proofs.ask(key);
            });
    desk.put(NewKeyFacts.PROOF, proof.algorithm().name());
    desk.put(NewKeyFacts.CHALLENGE, proof.challenge());
    desk.put(NewKeyFacts.ANSWER, proof.answer());
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
              StoredKey key = KeyMaking.key(hsm, desk);
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
          StoredKey key = KeyMaking.key(hsm, desk);
          boolean asPlanned =
              making.isNamed(key, PkcsId.of(desk.get(NewKeyFacts.ID)))
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
          desk.put(NewKeyFacts.BACKUP, CheckedKey.chance(key, KeyDomains.read(hsm, device)));
          return device;
        });
  }
}
