// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.CertificateTerms;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/** What a {@link KeyCertify} does with files and on the device: straight-line code on a desk. */
final class KeyCertifyWork {
  /** A key that has its certificate. */
  static final String CERTIFIED = "certified";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private KeyCertifyWork() {}

  /** Reads a file, and refuses what is no certificate or one that is not valid any more. */
  static void read(Desk desk, int i) throws ProblemException {
    CertificateFacts facts = new CertificateFacts(i);
    KeyCertificate.X509 certificate = certificate(desk, facts);
    CertificateTerms terms = CertificateTerms.of(certificate);
    Instant now = desk.place().clock().instant();
    if (terms.isExpired(now)) {
      throw new KeyProblem.CertificateExpired(terms.subject(), UTC.format(terms.until()))
          .asException();
    }
    desk.put(facts.sha256(), certificate.content().sha256());
    desk.put(facts.subject(), terms.subject());
    desk.put(facts.issuer(), terms.issuer());
    desk.put(facts.from(), UTC.format(terms.from()));
    desk.put(facts.until(), UTC.format(terms.until()));
    desk.put(
        facts.validity(), terms.isEarly(now) ? CertificateFacts.EARLY : CertificateFacts.VALID);
  }

  private static KeyCertificate.X509 certificate(Desk desk, CertificateFacts facts)
      throws ProblemException {
    Path path = Path.of(desk.get(facts.path()).strip());
    Bytes content = KeyFolder.read(path);
    try {
      return KeyCertificate.X509.fromFile(content);
    } catch (ProblemException e) {
      throw e.problem() instanceof KeyProblem.NotACertificate
          ? new FileProblem.NoCertificateInFile(path.toString()).asException()
          : e;
    }
  }

  /** The same certificate as it was when it was read. */
  private static KeyCertificate.X509 same(Desk desk, CertificateFacts facts)
      throws ProblemException {
    KeyCertificate.X509 certificate = certificate(desk, facts);
    if (!certificate.content().sha256().equals(desk.get(facts.sha256()))) {
      throw new FileProblem.KeyFileChanged(desk.get(facts.path()).strip()).asException();
    }
    return certificate;
  }

  /** Finds the key that a certificate is for. */
  static void find(Desk desk, int i) throws ProblemException {
    CertificateFacts facts = new CertificateFacts(i);
    KeyCertificate.X509 certificate = same(desk, facts);
    ListedKey found =
        desk.use(
            DeviceFacts.serial(KeyAccess.D),
            (hsm, device) -> {
              Unlock.logIn(desk, hsm, KeyAccess.D);
              return find(desk, hsm, certificate);
            });
    for (int earlier = 1; earlier < i; earlier++) {
      if (desk.get(new CertificateFacts(earlier).key()).getFirst().number() == found.number()) {
        throw new KeyProblem.CertificateRepeated(found.number()).asException();
      }
    }
    desk.put(facts.key(), List.of(found));
  }

  /** By the public half beside a key, or, where none is, by what the key signs or agrees. */
  private static ListedKey find(Desk desk, SmartCardHsm hsm, KeyCertificate.X509 certificate)
      throws ProblemException {
    String subject = CertificateTerms.of(certificate).subject();
    PublicKey wanted =
        certificate
            .publicKey()
            .orElseThrow(() -> new KeyProblem.CertificateOfNoKey(subject).asException());
    List<StoredKey> keys = KeyList.read(hsm).keys();
    for (StoredKey key : keys) {
      if (key.publicKey().filter(wanted::equals).isPresent()) {
        return listed(desk, key);
      }
    }
    KeyProof proofs = new KeyProof(hsm, desk.place().random());
    for (StoredKey key : keys) {
      boolean mayBeAsked =
          key.publicKey().isEmpty()
              && key.terms().uses().isEmpty()
              && key.spec().filter(spec -> !spec.equals(wanted.spec())).isEmpty();
      if (mayBeAsked && proves(proofs, key, wanted)) {
        return listed(desk, key);
      }
    }
    throw new KeyProblem.CertificateOfNoKey(subject).asException();
  }

  private static boolean proves(KeyProof proofs, StoredKey key, PublicKey wanted)
      throws ProblemException {
    try {
      proofs.prove(key, wanted);
      return true;
    } catch (ProblemException e) {
      if (e.problem() instanceof KeyProblem) {
        return false;
      }
      throw e;
    }
  }

  private static ListedKey listed(Desk desk, StoredKey key) throws ProblemException {
    int number = key.reference().value();
    return desk.get(KeyListing.LISTED).stream()
        .filter(listed -> listed.number() == number)
        .findFirst()
        .orElseThrow(() -> new KeyProblem.KeyChangedMeanwhile(number).asException());
  }

  /** Keeps what stands beside the key, and writes the certificate in its place. */
  static void write(Desk desk, int i) throws ProblemException {
    CertificateFacts facts = new CertificateFacts(i);
    KeyCertificate.X509 certificate = same(desk, facts);
    ListedKey listed = desk.get(facts.key()).getFirst();
    desk.put(
        facts.before(),
        desk.use(
            DeviceFacts.serial(KeyAccess.D),
            (hsm, device) -> write(desk, hsm, device, listed, certificate)));
  }

  private static String write(
      Desk desk,
      SmartCardHsm hsm,
      DeviceInfo device,
      ListedKey listed,
      KeyCertificate.X509 certificate)
      throws ProblemException {
    KeyId reference = new KeyId(listed.number());
    StoredKey key =
        KeyList.read(hsm, reference)
            .orElseThrow(() -> new KeyProblem.KeyMissing(reference.value()).asException());
    requireListed(desk, key, listed);
    String name = "key-%02X-before.der".formatted(reference.value());
    boolean isKept = keep(desk, name, key, certificate);
    Unlock.logIn(desk, hsm, KeyAccess.D);
    StoredKey now = new KeyCreation(hsm, device).certify(key, certificate);
    if (!now.certificate().map(KeyCertificate::encode).equals(Optional.of(certificate.content()))) {
      throw new KeyProblem.CertificateNotWritten(reference.value()).asException();
    }
    return isKept ? name : KeyFacts.NONE;
  }

  /** While a certificate is written, nothing whole may stand beside its key. */
  private static void requireListed(Desk desk, StoredKey key, ListedKey listed)
      throws ProblemException {
    String fingerprint = ListedKey.of(listed.state(), listed.number(), key).fingerprint();
    boolean mayBeOurs = fingerprint.isEmpty() && LostAnswer.isPossible(desk);
    if (!mayBeOurs
        && !fingerprint.equals(listed.fingerprint())
        && !listed.fingerprint().isEmpty()) {
      throw new KeyProblem.KeyChangedMeanwhile(listed.number()).asException();
    }
  }

  /** Whether something stood there before, which is in the folder now. */
  private static boolean keep(
      Desk desk, String name, StoredKey key, KeyCertificate.X509 certificate)
      throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    if (folder.has(name)) {
      return true;
    }
    boolean isNew =
        key.certificate().isPresent()
            && key.publicKey().isPresent()
            && !key.certificate().get().encode().equals(certificate.content());
    if (isNew) {
      folder.write(name, key.certificate().get().encode(), false);
    }
    return isNew;
  }

  /** Every certificate stands beside its key, and every key is as it was. */
  static void compare(Desk desk, int count) throws ProblemException {
    KeyList present = desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> KeyList.read(hsm));
    List<ListedKey> done = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      CertificateFacts facts = new CertificateFacts(i);
      ListedKey listed = desk.get(facts.key()).getFirst();
      StoredKey key = present.get(new KeyId(listed.number()));
      Optional<Bytes> there = key.certificate().map(KeyCertificate::encode);
      if (!there.equals(Optional.of(same(desk, facts).content()))) {
        throw new KeyProblem.CertificateNotWritten(listed.number()).asException();
      }
      done.add(ListedKey.of(CERTIFIED, listed.number(), key));
    }
    for (ListedKey before : desk.get(KeyListing.LISTED)) {
      ListedKey now =
          ListedKey.of(before.state(), before.number(), present.get(new KeyId(before.number())));
      boolean isSame =
          before.label().equals(now.label())
              && before.id().equals(now.id())
              && (before.fingerprint().isEmpty() || before.fingerprint().equals(now.fingerprint()));
      if (!isSame) {
        throw new KeyProblem.KeyChangedMeanwhile(before.number()).asException();
      }
    }
    desk.put(KeyCertifySteps.DONE, done);
  }
}
