// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.pkcs15.KeyCertificate;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link KeyRestore} does with the device: straight-line code on a desk. A key has its place
 * in the journal before anything is sent for it, so whatever is left at that place after an answer
 * was lost is known to be this key, and is proven like any other.
 *
 * @param files how many files people choose
 */
record KeyRestoreWork(int files) {
  /** The device can take this key. */
  static final String READY = "READY";

  /** The device has this key already. */
  static final String PRESENT = "PRESENT";

  /** Another key on the device has this ID. */
  static final String ID_IN_USE = "ID_IN_USE";

  /** The device has no key encryption key for it. */
  static final String OTHER_KEY = "OTHER_KEY";

  /** Nothing in its file says what it is, so programs would not see it. */
  static final String NAMELESS = "NAMELESS";

  /** Reads what was chosen. */
  void read(Desk desk) throws ProblemException {
    desk.put(KeyRestoreSteps.SOURCES, new ChosenKeys(files).read(desk));
  }

  private List<KeySource> sources(Desk desk) throws ProblemException {
    return new ChosenKeys(files).again(desk);
  }

  /** Which device it is, and which of the keys it can take. Nothing is sent to it yet. */
  void look(Desk desk) throws ProblemException {
    List<KeySource> sources = sources(desk);
    desk.use(
        DeviceFacts.serial(KeyAccess.D),
        (hsm, device) -> {
          DeviceLook.identity(desk, KeyAccess.D, hsm, device);
          hsm.pins().requireInitialised();
          KeyDomains domains = KeyDomains.read(hsm, device);
          KeyList present = KeyList.read(hsm);
          desk.put(DeviceFacts.kcv(KeyAccess.D), checkValues(domains, device.serial().text()));
          desk.put(
              KeyRestoreSteps.BEFORE,
              present.keys().stream()
                  .map(key ->
                      ListedKey.of(key.backupChance(domains).name(), key.reference().value(), key))
                  .toList());
          desk.put(KeyRestoreSteps.FITTING, fitting(sources, domains, present));
          return device;
        });
  }

  /** Of two keys with one ID in the files, the first can be taken. */
  private static List<ListedKey> fitting(
      List<KeySource> sources, KeyDomains domains, KeyList present) {
    List<ListedKey> fitting = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (KeySource source : sources) {
      String state = state(source, domains, present);
      boolean isRepeated = state.equals(READY) && !ids.add(source.key().id());
      fitting.add(source.key().in(isRepeated ? ID_IN_USE : state, source.seen().number()));
    }
    return fitting;
  }

  /** A device that has no key encryption key at all is not worth going on with. */
  private static String checkValues(KeyDomains domains, String serial) throws ProblemException {
    List<String> values = new ArrayList<>();
    for (KeyDomainSlot slot : domains.slots()) {
      if (slot instanceof KeyDomainSlot.Defined(KeyDomainStatus status) && status.hasKey()) {
        values.add(CheckValues.of(status, serial).toText());
      }
    }
    if (values.isEmpty()) {
      throw new DeviceProblem.NoKeyEncryptionKey(0).asException();
    }
    return String.join(", ", values);
  }

  private static String state(KeySource source, KeyDomains domains, KeyList present) {
    if (source.file().description().isEmpty()) {
      return NAMELESS;
    }
    if (!checkValueIsThere(source, domains)) {
      return OTHER_KEY;
    }
    String fingerprint = source.key().fingerprint();
    boolean isThere =
        present.keys().stream()
            .flatMap(key -> key.publicKey().stream())
            .anyMatch(key -> key.fingerprint().toHex().equals(fingerprint));
    if (isThere) {
      return PRESENT;
    }
    Bytes id = Bytes.fromHex(source.key().id());
    return present.withId(id).isEmpty() ? READY : ID_IN_USE;
  }

  private static boolean checkValueIsThere(KeySource source, KeyDomains domains) {
    try {
      KeyTransfer.requireKeyFor(source.file(), domains);
      return true;
    } catch (ProblemException other) {
      return false;
    }
  }

  /**
   * Gives each key a free reference. If the section is done again, a key that it had brought in
   * keeps its place, so that none comes twice.
   */
  void place(Desk desk, List<ListedKey> taken) throws ProblemException {
    List<KeySource> sources = sources(desk);
    KeyList present = desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> KeyList.read(hsm));
    List<Integer> given = new ArrayList<>();
    for (ListedKey key : taken) {
      WrappedKeyFile file = sources.get(key.number() - 1).file();
      Optional<Integer> earlier =
          desk.voided(KeyFacts.reference(key.number())).stream()
              .map(Integer::valueOf)
              .filter(place -> isOurs(present, new KeyId(place), file))
              .findFirst();
      int place = earlier.isPresent() ? earlier.get() : free(present, given);
      given.add(place);
      desk.put(KeyFacts.reference(key.number()), place);
    }
  }

  static int free(KeyList present, List<Integer> given) throws ProblemException {
    for (int number = 1; number <= KeyId.LARGEST; number++) {
      KeyId reference = new KeyId(number);
      boolean isTaken =
          present.leftovers().contains(reference)
              || present.keys().stream().anyMatch(key -> key.reference().equals(reference));
      if (!isTaken && !given.contains(number)) {
        return number;
      }
    }
    throw new KeyProblem.NoFreeKey().asException();
  }

  static boolean isOurs(KeyList present, KeyId place, WrappedKeyFile file) {
    return present.keys().stream()
        .filter(key -> key.reference().equals(place))
        .anyMatch(key -> isOurs(key, file));
  }

  /** Whether what is at the place of a key can be what an earlier attempt left. */
  private static boolean isOurs(StoredKey there, WrappedKeyFile file) {
    Optional<Bytes> certificate = there.certificate().map(KeyCertificate::encode);
    return (certificate.isEmpty() || certificate.equals(file.certificateFile()))
        && (there.descriptionFile().isEmpty()
            || there.descriptionFile().equals(KeyTransfer.descriptionAt(there.reference(), file)));
  }

  /** Takes a key in at its place, proves it, and writes beside it what stood beside it. */
  void restore(Desk desk, ListedKey key) throws ProblemException {
    KeySource source = sources(desk).get(key.number() - 1);
    KeyId place = new KeyId(desk.get(KeyFacts.reference(key.number())));
    String outcome =
        desk.use(
            DeviceFacts.serial(KeyAccess.D),
            (hsm, device) -> new Arrival(hsm, device, KeyAccess.D).of(desk, source, place));
    desk.put(KeyFacts.outcome(key.number()), outcome);
    String fingerprint = source.key().fingerprint();
    desk.put(
        KeyFacts.fingerprint(key.number()), fingerprint.isEmpty() ? KeyFacts.NONE : fingerprint);
  }

  /**
   * A key that comes to a device.
   *
   * @param d the number of the device
   */
  record Arrival(SmartCardHsm hsm, DeviceInfo device, int d) {
    /** Takes it in, unless an earlier attempt did without our hearing of it, and proves it. */
    String of(Desk desk, KeySource source, KeyId place) throws ProblemException {
      KeyDomains domains = KeyDomains.read(hsm, device);
      KeyTransfer.requireKeyFor(source.file(), domains);
      Unlock.logIn(desk, hsm, d);
      KeyTransfer transfer = new KeyTransfer(hsm);
      Optional<StoredKey> there = KeyList.read(hsm, place);
      if (there.isEmpty()) {
        transfer.unwrap(place, domains, source.file());
      } else if (!mayHaveBegun(desk) || !isOurs(there.get(), source.file())) {
        throw new KeyProblem.KeyExists(place.value()).asException();
      }
      StoredKey bare =
          KeyList.read(hsm, place)
              .orElseThrow(() -> new KeyProblem.KeyMissing(place.value()).asException());
      // Proven before it gets its name: what is at this place and is not this key stays unnamed.
      String outcome = new RestoredProof(hsm, desk.place().random()).of(bare, source);
      transfer.complete(place, source.file());
      requireWhole(KeyList.read(hsm, place), source.file(), place);
      return outcome;
    }
  }

  private static boolean mayHaveBegun(Desk desk) {
    return desk.attempt() > 1 && !desk.refusals().contains(new KeyProblem.KeyExists(0).key());
  }

  /** Label, ID and certificate are as they were. */
  static void requireWhole(Optional<StoredKey> found, WrappedKeyFile file, KeyId place)
      throws ProblemException {
    boolean isWhole =
        found.isPresent()
            && found.get().descriptionFile().equals(KeyTransfer.descriptionAt(place, file))
            && (file.certificateFile().isEmpty()
                || found
                    .get()
                    .certificate()
                    .map(KeyCertificate::encode)
                    .equals(file.certificateFile()));
    if (!isWhole) {
      throw new KeyProblem.KeyChangedMeanwhile(place.value()).asException();
    }
  }

  /** Every key that came is whole, and every key that was there still is. */
  void compare(Desk desk, List<ListedKey> taken) throws ProblemException {
    List<KeySource> sources = sources(desk);
    KeyList present = desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> KeyList.read(hsm));
    for (ListedKey before : desk.get(KeyRestoreSteps.BEFORE)) {
      StoredKey now = present.get(new KeyId(before.number()));
      if (!before.isSame(ListedKey.of(before.state(), before.number(), now))) {
        throw new KeyProblem.KeyChangedMeanwhile(before.number()).asException();
      }
    }
    List<ListedKey> done = new ArrayList<>();
    for (ListedKey key : taken) {
      KeyId place = new KeyId(desk.get(KeyFacts.reference(key.number())));
      requireWhole(Optional.of(present.get(place)), sources.get(key.number() - 1).file(), place);
      String outcome = desk.get(KeyFacts.outcome(key.number())).split(" ")[0];
      done.add(key.in(outcome, place.value()));
    }
    desk.put(KeyRestoreSteps.DONE, done);
  }
}
