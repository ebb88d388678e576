// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.GenerateKeyPair;
import org.keyrite.core.command.GenerateSecretKey;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem.AnotherKindMade;
import org.keyrite.core.problem.KeyProblem.CertificateOfAnotherKey;
import org.keyrite.core.problem.ProblemException;

/**
 * Makes keys on a device and writes beside them what programs need to see them. The device must be
 * unlocked.
 *
 * @param hsm the device
 * @param device which one it is
 */
public record KeyCreation(SmartCardHsm hsm, DeviceInfo device) {
  /** What devices and their tools call the requests of new keys: serial and this. */
  private static final String SEQUENCE = "00001";

  /**
   * Makes a key under the lowest free reference, verifies what the device says about it and
   * describes it. A pair whose request does not hold is deleted again. If it stops in between, an
   * invisible key may be left: {@link #describe} or {@link KeyDeletion} settles it.
   *
   * @param present the keys on the device, read just before
   * @throws ProblemException {@code KeyIdInUse}, {@code NoFreeKey}, {@code FirmwareTooOld}, {@code
   *     KeyKindRefused}, {@code RequestUnproven}, {@code RequestOfAnotherDevice}, {@link
   *     AnotherKindMade}, {@code NotLoggedIn}
   */
  public StoredKey create(KeyList present, NewKey key) throws ProblemException {
    present.requireUnused(key.id());
    return create(present.freeReference(), key);
  }

  /**
   * Makes a key under a reference that is known to be free, like {@link #create(KeyList, NewKey)}.
   *
   * @throws ProblemException as there, and {@code KeyExists}
   */
  public StoredKey create(KeyId reference, NewKey key) throws ProblemException {
    KeyTerms terms = understood(key.terms());
    if (key.spec() instanceof KeySpec.Aes aes) {
      device.require(Feature.AES_KEYS);
      hsm.send(new GenerateSecretKey(reference, aes, terms));
    } else {
      writeRequest(reference, generated(reference, key.spec(), terms));
    }
    KeyDescription description =
        KeyDescription.of(key.spec(), reference, key.label(), key.id(), key.terms().algorithms());
    hsm.writeFile(FileId.ofDescription(reference), description.encode());
    return KeyList.read(hsm, reference).orElseThrow();
  }

  /** Firmware that knows one key domain only is not told which. */
  private KeyTerms understood(KeyTerms terms) throws ProblemException {
    if (device.supports(Feature.KEY_DOMAINS) || terms.domain().isEmpty()) {
      return terms;
    }
    if (!terms.domain().get().equals(KeyDomainIndex.FIRST)) {
      device.require(Feature.KEY_DOMAINS);
    }
    return new KeyTerms(terms.algorithms(), Optional.empty(), terms.uses());
  }

  private CvRequest generated(KeyId reference, KeySpec spec, KeyTerms terms)
      throws ProblemException {
    HolderReference holder = new HolderReference(device.serial().text() + SEQUENCE);
    CvRequest request = hsm.send(new GenerateKeyPair(reference, spec, holder, terms));
    try {
      request.verify(device.certificates());
      String made = request.publicKey().spec().text();
      if (!request.publicKey().spec().equals(spec)) {
        throw new AnotherKindMade(spec.text(), made).asException();
      }
      return request;
    } catch (ProblemException e) {
      KeyDeletion.delete(hsm, reference);
      throw e;
    }
  }

  /** Recent firmware has written it already (byte reference, sections 2.8 and 17 no. 12). */
  private void writeRequest(KeyId reference, CvRequest request) throws ProblemException {
    FileId file = FileId.ofCertificate(reference);
    Optional<Bytes> present = hsm.readFile(file);
    if (!present.equals(Optional.of(request.encode()))) {
      hsm.writeFile(file, request.encode());
    }
  }

  /**
   * Describes a key anew, above all one that another tool left invisible.
   *
   * @param spec what it is, where {@link StoredKey#spec} does not tell
   * @return the key as it is now
   */
  public StoredKey describe(StoredKey key, KeySpec spec, KeyLabel label, PkcsId id)
      throws ProblemException {
    KeyDescription description =
        KeyDescription.of(spec, key.reference(), label, id, key.terms().algorithms());
    hsm.writeFile(FileId.ofDescription(key.reference()), description.encode());
    return KeyList.read(hsm, key.reference()).orElseThrow();
  }

  /**
   * Puts a certificate beside its key, in place of the request.
   *
   * @return the key as it is now
   * @throws ProblemException {@link CertificateOfAnotherKey}
   */
  public StoredKey certify(StoredKey key, KeyCertificate.X509 certificate) throws ProblemException {
    Optional<PublicKey> known = key.publicKey();
    if (certificate.publicKey().isEmpty()
        || (known.isPresent() && !known.equals(certificate.publicKey()))) {
      throw new CertificateOfAnotherKey(key.reference().value()).asException();
    }
    hsm.writeFile(FileId.ofCertificate(key.reference()), certificate.content());
    return KeyList.read(hsm, key.reference()).orElseThrow();
  }
}
