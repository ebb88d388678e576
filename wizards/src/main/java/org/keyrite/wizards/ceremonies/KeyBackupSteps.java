// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link KeyBackup}. */
final class KeyBackupSteps {
  /** All keys of the device. */
  static final Fact<List<ListedKey>> LISTED = new Fact<>("keys.onDevice", ListedKey.LIST);

  /** What became of the keys that were chosen. */
  static final Fact<List<ListedKey>> DONE = new Fact<>("keys.backedUp", ListedKey.LIST);

  static final Fact<String> MANIFEST = Fact.text("manifest.name");
  static final Fact<String> MANIFEST_HASH = Fact.text("manifest.sha256");

  private static final Set<String> POSSIBLE =
      Set.of(BackupChance.POSSIBLE.name(), BackupChance.ONLY_BACK_HERE.name());

  private final KeyBackupWork work;
  private final boolean sheets;

  KeyBackupSteps(Facts plan) {
    this.work = new KeyBackupWork(plan);
    this.sheets = plan.get(KeyBackup.SHEETS);
  }

  /** The keys that may be able to leave the device. */
  static List<ListedKey> possible(Facts known) {
    return known.get(LISTED).stream().filter(key -> POSSIBLE.contains(key.state())).toList();
  }

  AwaitDevice await() {
    return AwaitDevice.first(
            StepId.of("keyBackup.await"),
            Seat.OPERATOR,
            List.of(),
            "device[1]",
            DeviceFacts.serial(KeyAccess.D))
        .holding(AwaitDevice.Holding.KEYS);
  }

  Perform look() {
    return new Perform(
        StepId.of("keyBackup.look"),
        Seat.OPERATOR,
        List.of(),
        Set.of(DeviceFacts.serial(KeyAccess.D)),
        DeviceLook.yields(KeyAccess.D, DeviceFacts.kcv(KeyAccess.D), LISTED),
        work::look);
  }

  Attest named() {
    return DeviceLook.named(StepId.of("keyBackup.named"), KeyAccess.D, List.of());
  }

  Attest listed() {
    return Attest.of(
        StepId.of("keyBackup.listed"),
        Seat.WITNESS,
        List.of(),
        new Attest.Shown.Openly(DeviceFacts.kcv(KeyAccess.D)),
        new Attest.Shown.Openly(LISTED));
  }

  Ask choose(List<ListedKey> possible) {
    return KeyChoice.ask(StepId.of("keyBackup.choose"), LISTED, possible);
  }

  /** Unlocks the device, wraps key by key, and writes down what was made. */
  List<Item> keys(List<ListedKey> taken) {
    Map<Integer, String> names = KeyFileNames.of(taken);
    List<Item> items = new ArrayList<>(KeyAccess.unlock("keyBackup"));
    Set<Slot> made = new HashSet<>(Set.of(LISTED, CeremonyState.CEREMONY_ID));
    made.add(DeviceFacts.serial(KeyAccess.D));
    made.add(DeviceFacts.kcv(KeyAccess.D));
    for (ListedKey key : taken) {
      Perform wrap = wrap(key, names.get(key.number()));
      items.add(wrap);
      made.addAll(wrap.yields());
    }
    items.add(
        new Perform(
            StepId.of("keyBackup.manifest"),
            Seat.OPERATOR,
            List.of(taken.size()),
            made,
            sheets
                ? Set.of(MANIFEST, MANIFEST_HASH, DONE, KeyPaperSteps.ON_PAPER)
                : Set.of(MANIFEST, MANIFEST_HASH, DONE),
            desk -> work.manifest(desk, taken)));
    List<Fact<?>> shown = new ArrayList<>(List.of(DONE, MANIFEST, MANIFEST_HASH));
    if (sheets) {
      shown.add(KeyPaperSteps.ON_PAPER);
    }
    items.add(
        Attest.of(
            StepId.of("keyBackup.seen"),
            Seat.WITNESS,
            List.of(taken.size()),
            shown.stream().map(Attest.Shown.Openly::new).toArray(Attest.Shown[]::new)));
    return items;
  }

  private Perform wrap(ListedKey key, String name) {
    int number = key.number();
    return new Perform(
        new StepId("keyBackup.wrap", number),
        Seat.OPERATOR,
        List.of(number, key.label()),
        Unlock.needs(KeyAccess.D, LISTED, DeviceFacts.kcv(KeyAccess.D)),
        Set.of(
            KeyFacts.outcome(number),
            KeyFacts.fingerprint(number),
            KeyFacts.file(number),
            KeyFacts.sha256(number),
            KeyFacts.proof(number)),
        desk -> work.wrap(desk, key, name),
        Perform.Trait.ONE_TRY,
        Perform.Trait.KEY_BY_KEY);
  }
}
