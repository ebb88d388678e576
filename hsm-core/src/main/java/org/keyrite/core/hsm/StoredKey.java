// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.KeyDescription;
import org.keyrite.core.pkcs15.KeyKind;
import org.keyrite.core.problem.KeyProblem.PublicKeyUnknown;
import org.keyrite.core.problem.ProblemException;

/**
 * A key on a device at one moment, with what stands beside it (byte reference, sections 2.4 and 2.5
 * [2+]).
 *
 * @param reference its number on this device
 * @param terms how it may be used
 * @param descriptionFile content of C4xx as found
 * @param certificate content of CExx; devices write none for AES
 */
public record StoredKey(
    KeyId reference,
    KeyTerms terms,
    Optional<Bytes> descriptionFile,
    Optional<KeyCertificate> certificate) {

  /** What the key is called and for, if that was written down readably. */
  public Optional<KeyDescription> description() {
    if (descriptionFile.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeyDescription.parse(descriptionFile.get()));
    } catch (ProblemException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether programs do not see it, for want of a description. */
  public boolean isInvisible() {
    return description().isEmpty();
  }

  /** What it is called; nothing if it has no label. */
  public Optional<String> label() {
    return description().map(KeyDescription::label).filter(text -> !text.isEmpty());
  }

  /** The ID that PKCS #11 shows. */
  public Optional<Bytes> pkcsId() {
    return description().map(KeyDescription::id);
  }

  /** The public half, if the request or certificate beside the key tells it. */
  public Optional<PublicKey> publicKey() {
    return certificate.flatMap(KeyCertificate::publicKey);
  }

  /**
   * The public half where it is needed.
   *
   * @throws ProblemException {@link PublicKeyUnknown}
   */
  public PublicKey requirePublicKey() throws ProblemException {
    return publicKey().orElseThrow(() -> new PublicKeyUnknown(reference.value()).asException());
  }

  /** Whether an X.509 certificate stands beside the key. */
  public boolean hasCertificate() {
    return certificate.filter(KeyCertificate.X509.class::isInstance).isPresent();
  }

  /** Kind and size, by the public half or else by the description; a curve only by the former. */
  public Optional<KeySpec> spec() {
    return publicKey().map(PublicKey::spec).or(() -> description().flatMap(StoredKey::described));
  }

  private static Optional<KeySpec> described(KeyDescription description) {
    OptionalInt size = description.size();
    if (size.isEmpty() || description.kind() == KeyKind.EC) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          description.kind() == KeyKind.RSA
              ? new KeySpec.Rsa(size.getAsInt())
              : new KeySpec.Aes(size.getAsInt()));
    } catch (IllegalArgumentException noSuchSize) {
      return Optional.empty();
    }
  }

  /** Whether it can leave a device with these key domains. */
  public BackupChance backupChance(KeyDomains domains) {
    return BackupChance.of(terms, domains);
  }
}
