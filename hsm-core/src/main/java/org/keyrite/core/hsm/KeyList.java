// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.QueryKeyTerms;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.KeyProblem.KeyIdInUse;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.NoFreeKey;
import org.keyrite.core.problem.ProblemException;

/**
 * The keys of a device at one moment, those that programs do not see among them.
 *
 * @param keys by reference
 * @param leftovers numbers under which a description or certificate is left, but no key
 */
public record KeyList(List<StoredKey> keys, Set<KeyId> leftovers) {
  /** The keys are kept in their order. */
  public KeyList {
    keys = List.copyOf(keys);
    leftovers = Set.copyOf(leftovers);
  }

  /**
   * Asks a device: one command for all, then three for each key. Needs no log-in. Descriptions and
   * certificates are asked for whether listed or not, since pico-hsm does not list them all (byte
   * reference, section 2.4).
   */
  public static KeyList read(SmartCardHsm hsm) throws ProblemException {
    Set<KeyId> references = new TreeSet<>();
    Set<KeyId> leftovers = new HashSet<>();
    for (FileId file : hsm.send(new EnumerateObjects())) {
      file.key().ifPresent(file.isKey() ? references::add : leftovers::add);
    }
    List<StoredKey> keys = new ArrayList<>();
    for (KeyId reference : references) {
      read(hsm, reference).ifPresent(keys::add);
    }
    leftovers.removeAll(references);
    return new KeyList(keys, leftovers);
  }

  /** Asks a device about one key; nothing if there is no such key. */
  public static Optional<StoredKey> read(SmartCardHsm hsm, KeyId reference)
      throws ProblemException {
    Optional<KeyTerms> terms = hsm.send(new QueryKeyTerms(reference));
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Optional<Bytes> description = hsm.readFile(FileId.ofDescription(reference));
    Optional<Bytes> certificate = hsm.readFile(FileId.ofCertificate(reference));
    return Optional.of(
        new StoredKey(reference, terms.get(), description, certificate.map(KeyCertificate::read)));
  }

  /**
   * The key with this reference.
   *
   * @throws ProblemException {@link KeyMissing}
   */
  public StoredKey get(KeyId reference) throws ProblemException {
    return keys.stream()
        .filter(key -> key.reference().equals(reference))
        .findFirst()
        .orElseThrow(() -> new KeyMissing(reference.value()).asException());
  }

  /** The list once this key has come to it, without asking the device for all of them again. */
  public KeyList with(StoredKey added) {
    List<StoredKey> all = new ArrayList<>(keys);
    all.removeIf(key -> key.reference().equals(added.reference()));
    all.add(added);
    all.sort(Comparator.comparing(StoredKey::reference));
    Set<KeyId> left = new HashSet<>(leftovers);
    left.remove(added.reference());
    return new KeyList(all, left);
  }

  /** The keys with this ID, of which there may be several. */
  public List<StoredKey> withId(Bytes id) {
    return keys.stream().filter(key -> key.pkcsId().filter(id::equals).isPresent()).toList();
  }

  /**
   * Refuses an ID that a key has already.
   *
   * @throws ProblemException {@link KeyIdInUse}
   */
  public void requireUnused(PkcsId id) throws ProblemException {
    if (!withId(id.value()).isEmpty()) {
      throw new KeyIdInUse(id.toString()).asException();
    }
  }

  /**
   * The lowest reference under which there is nothing at all, not even a leftover.
   *
   * @throws ProblemException {@link NoFreeKey}
   */
  public KeyId freeReference() throws ProblemException {
    Set<KeyId> taken = new HashSet<>(leftovers);
    keys.forEach(key -> taken.add(key.reference()));
    for (int number = 1; number <= KeyId.LARGEST; number++) {
      KeyId reference = new KeyId(number);
      if (!taken.contains(reference)) {
        return reference;
      }
    }
    throw new NoFreeKey().asException();
  }
}
