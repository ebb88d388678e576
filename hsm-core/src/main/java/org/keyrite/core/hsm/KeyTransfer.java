// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.Optional;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.QueryKeyTerms;
import org.keyrite.core.command.UnwrapKey;
import org.keyrite.core.command.WrapKey;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.DeviceProblem.ReaderTooSmall;
import org.keyrite.core.problem.KeyProblem.WrappedUnderAnotherKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.KeyBlob;
import org.keyrite.core.wrap.WrappedKeyFile;

/**
 * Takes keys out of a device, wrapped, and wrapped keys in. Nothing is ever overwritten or deleted
 * here. The device must be unlocked.
 *
 * @param hsm the device
 */
public record KeyTransfer(SmartCardHsm hsm) {
  // Every reader that is known carries so many (byte reference, section 1.6 [1]): RSA-2048 fits, so
  // that old firmware, which has no scratch file, needs none.
  private static final int LONGEST_IN_COMMAND = 1000;

  /**
   * Wraps a key, and takes along what stands beside it. The check value in the blob says under
   * which key encryption key.
   *
   * @throws ProblemException {@code NothingToWrapUnder}, {@code NotExportable}, {@code KeyMissing},
   *     {@code NotLoggedIn}
   */
  public WrappedKeyFile wrap(StoredKey key) throws ProblemException {
    KeyBlob blob = hsm.send(new WrapKey(key.reference()));
    return new WrappedKeyFile(
        blob, key.descriptionFile(), key.certificate().map(KeyCertificate::encode));
  }

  /**
   * Refuses a wrapped key that this device has no key encryption key for; nothing is sent.
   *
   * @throws ProblemException {@link WrappedUnderAnotherKey}
   */
  public static void requireKeyFor(WrappedKeyFile file, KeyDomains domains)
      throws ProblemException {
    KeyCheckValue wanted = file.blob().checkValue();
    boolean found =
        domains.slots().stream()
            .anyMatch(slot ->
                slot instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
                    && status.hasKey()
                    && status.keyCheckValue().equals(wanted));
    if (!found) {
      throw new WrappedUnderAnotherKey(wanted.toText()).asException();
    }
  }

  /**
   * Takes a wrapped key in under the lowest free reference, with its label, ID and certificate as
   * they were. Without a description in the file the key stays invisible: {@link
   * KeyCreation#describe} follows. If it stops in between, an invisible key may be left.
   *
   * @param present the keys on the device, read just before
   * @param domains its key domains, whose check values are compared before anything is sent
   * @return the key as it is now
   * @throws ProblemException {@link WrappedUnderAnotherKey}, {@code NoFreeKey}, {@code
   *     WrappedKeyRefused}, {@code WrappedKindNotHeld}, {@code DeviceFull}, {@code NotLoggedIn}
   */
  public StoredKey unwrap(KeyList present, KeyDomains domains, WrappedKeyFile file)
      throws ProblemException {
    KeyId reference = present.freeReference();
    unwrap(reference, domains, file);
    return complete(reference, file);
  }

  /**
   * Takes a wrapped key in under a reference that must be free, and nothing beside it: {@link
   * #complete} follows.
   *
   * @param domains its key domains, whose check values are compared before anything is sent
   * @throws ProblemException {@link WrappedUnderAnotherKey}, {@code KeyExists}, {@code
   *     WrappedKeyRefused}, {@code WrappedKindNotHeld}, {@code DeviceFull}, {@code NotLoggedIn}
   */
  public void unwrap(KeyId reference, KeyDomains domains, WrappedKeyFile file)
      throws ProblemException {
    requireKeyFor(file, domains);
    unwrap(reference, file.blob());
  }

  /**
   * Writes beside a key what stands in its file. May be done again.
   *
   * @return the key as it is now
   */
  public StoredKey complete(KeyId reference, WrappedKeyFile file) throws ProblemException {
    Optional<Bytes> certificate = written(FileId.ofCertificate(reference), file.certificateFile());
    Optional<Bytes> description =
        written(FileId.ofDescription(reference), descriptionAt(reference, file));
    KeyTerms terms = hsm.send(new QueryKeyTerms(reference)).orElseThrow();
    return new StoredKey(reference, terms, description, certificate.map(KeyCertificate::read));
  }

  /** What is in a file beside the key: this, or else what the device put there by itself. */
  private Optional<Bytes> written(FileId file, Optional<Bytes> content) throws ProblemException {
    if (content.isEmpty()) {
      return hsm.readFile(file);
    }
    hsm.writeFile(file, content.get());
    return content;
  }

  /** The description in a file as it is written for a key with this reference. */
  public static Optional<Bytes> descriptionAt(KeyId reference, WrappedKeyFile file) {
    return file.description()
        .map(read -> read.withReference(reference).encode())
        .or(file::descriptionFile);
  }

  private void unwrap(KeyId reference, KeyBlob blob) throws ProblemException {
    boolean isShort = blob.encode().size() <= LONGEST_IN_COMMAND && hsm.coding() == Coding.EXTENDED;
    if (isShort) {
      try {
        hsm.send(new UnwrapKey(reference, Optional.of(blob)));
        return;
      } catch (ProblemException e) {
        if (!(e.problem() instanceof ReaderTooSmall)) {
          throw e;
        }
      }
    }
    hsm.writeFile(FileId.SCRATCH, blob.encode());
    hsm.send(new UnwrapKey(reference, Optional.empty()));
  }
}
