// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link KeyRestore}. */
final class KeyRestoreSteps {
  /** The files of the keys. */
  static final Fact<List<KeySource.Seen>> SOURCES = new Fact<>("keys.files", KeySource.Seen.LIST);

  /** The keys in the files, and whether the device can take them. */
  static final Fact<List<ListedKey>> FITTING = new Fact<>("keys.fitting", ListedKey.LIST);

  /** The keys that the device had before. */
  static final Fact<List<ListedKey>> BEFORE = KeyBackupSteps.LISTED;

  /** What became of the keys that were chosen. */
  static final Fact<List<ListedKey>> DONE = new Fact<>("keys.restored", ListedKey.LIST);

  private final int files;
  private final KeyRestoreWork work;

  KeyRestoreSteps(int files) {
    this.files = files;
    this.work = new KeyRestoreWork(files);
  }

  /** Where people say that a file is. */
  static Fact<String> path(int i) {
    return Fact.text("backup[" + i + "].path");
  }

  /** The keys that the device can take. */
  static List<ListedKey> possible(Facts known) {
    return known.get(FITTING).stream()
        .filter(key -> key.state().equals(KeyRestoreWork.READY))
        .toList();
  }

  private Set<Slot> paths() {
    Set<Slot> paths = new HashSet<>();
    IntStream.rangeClosed(1, files).mapToObj(KeyRestoreSteps::path).forEach(paths::add);
    return paths;
  }

  /** Every step that reads the files again needs these. */
  private Set<Slot> sources(Slot... more) {
    Set<Slot> needs = paths();
    needs.add(SOURCES);
    needs.addAll(List.of(more));
    return needs;
  }

  List<Item> files() {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= files; i++) {
      items.add(
          Ask.of(
              new StepId("keyRestore.file", i),
              Seat.OFFICER,
              List.of(i, files),
              new Field(path(i), new Editor.OpenFile(Editor.OpenFile.Content.WRAPPED_KEYS))));
    }
    items.add(
        new Perform(
            StepId.of("keyRestore.read"),
            Seat.OPERATOR,
            List.of(files),
            paths(),
            Set.of(SOURCES),
            work::read));
    return items;
  }

  AwaitDevice await() {
    return AwaitDevice.first(
            StepId.of("keyRestore.await"),
            Seat.OPERATOR,
            List.of(),
            "device[1]",
            DeviceFacts.serial(KeyAccess.D))
        .holding(AwaitDevice.Holding.KEY_ENCRYPTION_KEY);
  }

  Perform look() {
    return new Perform(
        StepId.of("keyRestore.look"),
        Seat.OPERATOR,
        List.of(),
        sources(DeviceFacts.serial(KeyAccess.D)),
        DeviceLook.yields(KeyAccess.D, DeviceFacts.kcv(KeyAccess.D), BEFORE, FITTING),
        work::look);
  }

  Attest named() {
    return DeviceLook.named(StepId.of("keyRestore.named"), KeyAccess.D, List.of());
  }

  Attest listed() {
    return Attest.of(
        StepId.of("keyRestore.listed"),
        Seat.WITNESS,
        List.of(),
        new Attest.Shown.Openly(DeviceFacts.kcv(KeyAccess.D)),
        new Attest.Shown.Openly(FITTING),
        new Attest.Shown.Openly(BEFORE));
  }

  Ask choose(List<ListedKey> possible) {
    return KeyChoice.ask(StepId.of("keyRestore.choose"), FITTING, possible);
  }

  /** Unlocks the device, gives each key its place, takes in key by key, and looks at all. */
  List<Item> keys(List<ListedKey> taken) {
    List<Item> items = new ArrayList<>(KeyAccess.unlock("keyRestore"));
    Set<Slot> places = new HashSet<>();
    Set<Slot> made = sources(DeviceFacts.serial(KeyAccess.D), BEFORE);
    for (ListedKey key : taken) {
      places.add(KeyFacts.reference(key.number()));
    }
    items.add(
        new Perform(
            StepId.of("keyRestore.place"),
            Seat.OPERATOR,
            List.of(taken.size()),
            sources(DeviceFacts.serial(KeyAccess.D)),
            places,
            desk -> work.place(desk, taken)));
    for (ListedKey key : taken) {
      Perform restore = restore(key);
      items.add(restore);
      made.addAll(restore.yields());
    }
    made.addAll(places);
    items.add(
        new Perform(
            StepId.of("keyRestore.compare"),
            Seat.OPERATOR,
            List.of(taken.size()),
            made,
            Set.of(DONE),
            desk -> work.compare(desk, taken)));
    items.add(
        Attest.of(
            StepId.of("keyRestore.seen"),
            Seat.WITNESS,
            List.of(taken.size()),
            new Attest.Shown.Openly(DONE)));
    return items;
  }

  private Perform restore(ListedKey key) {
    int number = key.number();
    Set<Slot> needs = sources(KeyFacts.reference(number));
    needs.addAll(Unlock.needs(KeyAccess.D));
    return new Perform(
        new StepId("keyRestore.restore", number),
        Seat.OPERATOR,
        List.of(number, key.label()),
        needs,
        Set.of(KeyFacts.outcome(number), KeyFacts.fingerprint(number)),
        desk -> work.restore(desk, key),
        Perform.Trait.ONE_TRY,
        Perform.Trait.KEY_BY_KEY);
  }
}
