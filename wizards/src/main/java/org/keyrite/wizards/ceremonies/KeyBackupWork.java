// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyProof;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.WrappedKeyFile;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Facts;

/** What a {@link KeyBackup} does on the device and in the folder: straight-line code on a desk. */
final class KeyBackupWork {
  /** A key of another key domain than the one that is backed up. */
  static final String OTHER_DOMAIN = "OTHER_DOMAIN";

  /** A key that is in a file now. */
  static final String BACKED_UP = "backedUp";

  /** A key that the device did not wrap, whatever it had told. */
  static final String REFUSED = "refused";

  private final int domain;
  private final String expectedKcv;

  private final boolean sheets;

  KeyBackupWork(Facts plan) {
    this.sheets = plan.get(KeyBackup.SHEETS);
    this.domain = plan.get(ImportPlan.DOMAIN);
    this.expectedKcv = new ImportPlan(plan).expectedKcv();
  }

  /** Which device it is, under what its keys would be wrapped, and which keys there are. */
  void look(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(KeyAccess.D),
        (hsm, device) -> {
          DeviceLook.identity(desk, KeyAccess.D, hsm, device);
          hsm.pins().requireInitialised();
          KeyCheckValue value =
              CheckValues.read(hsm, new KeyDomainIndex(domain), device.serial().text());
          requireExpected(value);
          desk.put(DeviceFacts.kcv(KeyAccess.D), value.toText());
          KeyDomains domains = KeyDomains.read(hsm, device);
          List<ListedKey> listed = new ArrayList<>();
          for (StoredKey key : KeyList.read(hsm).keys()) {
            listed.add(listed(key, domains));
          }
          desk.put(KeyBackupSteps.LISTED, listed);
          return device;
        });
  }

  /** Under another key than the one that was expected, nothing is worth wrapping. */
  private void requireExpected(KeyCheckValue found) throws ProblemException {
    if (!expectedKcv.isEmpty() && !expectedKcv.equals(found.toText())) {
      throw new DeviceProblem.CheckValueUnexpected(expectedKcv, found.toText()).asException();
    }
  }

  private ListedKey listed(StoredKey key, KeyDomains domains) {
    int own = key.terms().domain().orElse(KeyDomainIndex.FIRST).value();
    BackupChance chance = key.backupChance(domains);
    boolean isOther = own != domain && chance != BackupChance.NEVER;
    return ListedKey.of(isOther ? OTHER_DOMAIN : chance.name(), key.reference().value(), key);
  }

  /** What came out of the device. */
  private record Wrapped(WrappedKeyFile file, Optional<Proof> proof) {}

  /**
   * Wraps a key into a file. That a key can never leave shows only now for some; it is named, and
   * the others go on.
   */
  void wrap(Desk desk, ListedKey listed, String name) throws ProblemException {
    int number = listed.number();
    Optional<Wrapped> wrapped =
        desk.use(DeviceFacts.serial(KeyAccess.D), (hsm, device) -> wrap(desk, hsm, listed));
    Bytes hash = Bytes.EMPTY;
    if (wrapped.isPresent()) {
      WrappedKeyFile file = wrapped.get().file();
      KeyFolder folder = new KeyFolder(desk.place().folder());
      folder.write(name, file.encode(), isOurs(desk, name, file));
      hash = file.encode().sha256();
    }
    desk.put(KeyFacts.outcome(number), wrapped.isPresent() ? BACKED_UP : REFUSED);
    desk.put(
        KeyFacts.fingerprint(number),
        listed.fingerprint().isEmpty() ? KeyFacts.NONE : listed.fingerprint());
    desk.put(KeyFacts.file(number), wrapped.isPresent() ? name : KeyFacts.NONE);
    desk.put(KeyFacts.sha256(number), wrapped.isPresent() ? hash.toHex() : KeyFacts.NONE);
    desk.put(KeyFacts.proof(number), wrapped.flatMap(Wrapped::proof));
  }

  private Optional<Wrapped> wrap(Desk desk, SmartCardHsm hsm, ListedKey listed)
      throws ProblemException {
    Unlock.logIn(desk, hsm, KeyAccess.D);
    KeyId reference = new KeyId(listed.number());
    StoredKey key =
        KeyList.read(hsm, reference)
            .orElseThrow(() -> new KeyProblem.KeyMissing(reference.value()).asException());
    if (!listed.isSame(ListedKey.of(listed.state(), listed.number(), key))) {
      throw new KeyProblem.KeyChangedMeanwhile(reference.value()).asException();
    }
    WrappedKeyFile file;
    try {
      file = new KeyTransfer(hsm).wrap(key);
    } catch (ProblemException e) {
      if (e.problem() instanceof KeyProblem.NotExportable) {
        return Optional.empty();
      }
      throw e;
    }
    String kcv = desk.get(DeviceFacts.kcv(KeyAccess.D));
    if (!file.blob().checkValue().toText().equals(kcv)) {
      throw new DeviceProblem.CheckValueUnexpected(kcv, file.blob().checkValue().toText())
          .asException();
    }
    // What is in the file must be what would be read from it later.
    WrappedKeyFile.parse(file.encode());
    return Optional.of(new Wrapped(file, answer(desk, hsm, key)));
  }

  /**
   * A secret key has no public half by which its copy could be known, so it answers something now.
   * No use of a counted key is spent on that.
   */
  static Optional<Proof> answer(Desk desk, SmartCardHsm hsm, StoredKey key)
      throws ProblemException {
    boolean isSecret = key.spec().filter(KeySpec.Aes.class::isInstance).isPresent();
    if (!isSecret || key.terms().uses().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new KeyProof(hsm, desk.place().random()).ask(key));
    } catch (ProblemException e) {
      if (e.problem() instanceof KeyProblem.NothingToProveWith) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Whether an earlier attempt at this step left this file: the same key, wrapped as it was. */
  private static boolean isOurs(Desk desk, String name, WrappedKeyFile file)
      throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    if (!folder.has(name) || !mayHaveWritten(desk)) {
      return false;
    }
    WrappedKeyFile there = WrappedKeyFile.read(desk.place().folder().resolve(name));
    return there.blob().checkValue().equals(file.blob().checkValue())
        && there.descriptionFile().equals(file.descriptionFile())
        && there.certificateFile().equals(file.certificateFile());
  }

  private static boolean mayHaveWritten(Desk desk) {
    return desk.attempt() > 1 && !desk.refusals().contains(new FileProblem.FileExists("").key());
  }

  /** Reads every file again, and writes down what they are. */
  void manifest(Desk desk, List<ListedKey> taken) throws ProblemException {
    KeyFolder folder = new KeyFolder(desk.place().folder());
    List<KeyManifest.Backup> backups = new ArrayList<>();
    List<ListedKey> done = new ArrayList<>();
    List<ListedKey> onPaper = new ArrayList<>();
    for (ListedKey key : taken) {
      int number = key.number();
      String outcome = desk.get(KeyFacts.outcome(number));
      done.add(key.in(outcome, number));
      if (outcome.equals(BACKED_UP)) {
        String file = desk.get(KeyFacts.file(number));
        Bytes hash = Bytes.fromHex(desk.get(KeyFacts.sha256(number)));
        onPaper.add(KeyPaperSteps.judged(key, folder.require(file, hash)));
        backups.add(new KeyManifest.Backup(file, hash, key, desk.get(KeyFacts.proof(number))));
      }
    }
    Bytes content =
        new KeyManifest(
                desk.get(CeremonyState.CEREMONY_ID),
                desk.place().clock().instant().toString(),
                desk.get(DeviceFacts.serial(KeyAccess.D)),
                desk.get(DeviceFacts.kcv(KeyAccess.D)),
                backups,
                leftBehind(desk.get(KeyBackupSteps.LISTED), done))
            .encode();
    folder.write(KeyManifest.NAME, content, mayHaveWritten(desk));
    desk.put(KeyBackupSteps.MANIFEST, KeyManifest.NAME);
    desk.put(KeyBackupSteps.MANIFEST_HASH, content.sha256().toHex());
    desk.put(KeyBackupSteps.DONE, done);
    if (sheets) {
      desk.put(KeyPaperSteps.ON_PAPER, onPaper);
    }
  }

  private static List<KeyManifest.LeftBehind> leftBehind(
      List<ListedKey> listed, List<ListedKey> done) {
    List<KeyManifest.LeftBehind> left = new ArrayList<>();
    for (ListedKey key : listed) {
      Optional<ListedKey> taken =
          done.stream().filter(one -> one.number() == key.number()).findFirst();
      String why = taken.map(ListedKey::state).orElse(key.state());
      if (!why.equals(BACKED_UP)) {
        left.add(new KeyManifest.LeftBehind(key, why));
      }
    }
    return left;
  }
}
