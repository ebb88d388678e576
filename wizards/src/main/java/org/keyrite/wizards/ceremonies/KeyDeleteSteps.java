// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Codec;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link KeyDelete}; {@link KeyDeleteWork} does them. */
final class KeyDeleteSteps {
  /** What became of the keys that were chosen. */
  static final Fact<List<ListedKey>> DONE = new Fact<>("keys.deleted", ListedKey.LIST);

  private final int files;
  private final KeyDeleteWork work;

  KeyDeleteSteps(int files) {
    this.files = files;
    this.work = new KeyDeleteWork(files);
  }

  /** SHA-256 of a file that tells of copies. */
  static Fact<Bytes> hash(int i) {
    return new Fact<>("backup[" + i + "].sha256", Codec.HEX);
  }

  private Set<Slot> paths() {
    Set<Slot> paths = new HashSet<>();
    IntStream.rangeClosed(1, files).mapToObj(KeyRestoreSteps::path).forEach(paths::add);
    return paths;
  }

  private Set<Slot> hashes() {
    Set<Slot> hashes = new HashSet<>();
    IntStream.rangeClosed(1, files).mapToObj(KeyDeleteSteps::hash).forEach(hashes::add);
    return hashes;
  }

  List<Item> files() {
    List<Item> items = new ArrayList<>();
    for (int i = 1; i <= files; i++) {
      items.add(
          Ask.of(
              new StepId("keyDelete.file", i),
              Seat.OFFICER,
              List.of(i, files),
              new Field(
                  KeyRestoreSteps.path(i),
                  new Editor.OpenFile(Editor.OpenFile.Content.WRAPPED_KEYS))));
    }
    items.add(
        new Perform(
            StepId.of("keyDelete.read"),
            Seat.OPERATOR,
            List.of(files),
            paths(),
            hashes(),
            work::read));
    return items;
  }

  Ask choose(List<ListedKey> listed) {
    return KeyChoice.numbers(StepId.of("keyDelete.choose"), KeyListing.LISTED, listed);
  }

  /** Unlocks the device, and finds out where there are copies of the keys. */
  List<Item> copies(List<ListedKey> taken) {
    List<Item> items = new ArrayList<>(KeyAccess.unlock("keyAccess"));
    Set<Slot> needs = Unlock.needs(KeyAccess.D);
    needs.addAll(paths());
    needs.addAll(hashes());
    Set<Slot> yields = new HashSet<>();
    taken.forEach(key -> yields.add(KeyFacts.copies(key.number())));
    items.add(
        new Perform(
            StepId.of("keyDelete.find"),
            Seat.OPERATOR,
            List.of(taken.size()),
            needs,
            yields,
            desk -> work.find(desk, taken),
            Perform.Trait.ONE_TRY));
    return items;
  }

  /** What is known of one key, its name, and its end. */
  Section one(ListedKey key, List<ListedKey> listed) {
    int number = key.number();
    List<Object> words = List.of(number, key.title());
    List<Item> items = new ArrayList<>();
    items.add(
        Attest.of(
            new StepId("keyDelete.known", number),
            Seat.WITNESS,
            words,
            new Attest.Shown.Openly(DeviceFacts.serial(KeyAccess.D)),
            new Attest.Shown.Openly(KeyFacts.copies(number))));
    items.addAll(new KeyErasure(KeyAccess.D, Unlock.FIRST, KeyFacts::outcome).of(key, listed));
    return new Section(new StepId("keyDelete.key", number), words, items);
  }

  Perform compare(List<ListedKey> taken) {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(KeyAccess.D), KeyListing.LISTED));
    taken.forEach(key -> needs.add(KeyFacts.outcome(key.number())));
    return new Perform(
        StepId.of("keyDelete.compare"),
        Seat.OPERATOR,
        List.of(taken.size()),
        needs,
        Set.of(DONE),
        desk -> work.compare(desk, taken));
  }

  Attest seen(List<ListedKey> taken) {
    return Attest.of(
        StepId.of("keyDelete.seen"),
        Seat.WITNESS,
        List.of(taken.size()),
        new Attest.Shown.Openly(DONE));
  }
}
