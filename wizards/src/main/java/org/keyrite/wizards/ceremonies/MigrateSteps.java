// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.MigrateFacts.SOURCE;
import static org.keyrite.wizards.ceremonies.MigrateFacts.TARGET;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link XkekMigrate}. */
final class MigrateSteps {
  private final ReaderRoom readers;
  private final MigrateExchange exchange;
  private final MigrateKeys keys;
  private int swaps;

  MigrateSteps(Facts plan, ReaderRoom readers) {
    this.readers = readers;
    this.exchange = new MigrateExchange(plan);
    this.keys = new MigrateKeys(exchange);
  }

  private static String name(String what, int d) {
    return "xkekMigrate." + what + (d == SOURCE ? "Source" : "Target");
  }

  /** A step that both devices have. */
  private static StepId id(String what, int d) {
    return StepId.of(name(what, d));
  }

  /** A step that every key has. */
  private static StepId ofKey(String what, int number) {
    return new StepId("xkekMigrate." + what, number);
  }

  private static StepId id(String name) {
    return StepId.of("xkekMigrate." + name);
  }

  static AwaitDevice await(int d) {
    return AwaitDevice.first(
            id("await", d), Seat.OPERATOR, List.of(), "device[" + d + "]", DeviceFacts.serial(d))
        .holding(d == SOURCE ? AwaitDevice.Holding.GROUP_KEYS : AwaitDevice.Holding.GROUP_MEMBER);
  }

  /** Where there is one reader, the other device comes out for this one. */
  private void need(int d, List<Item> items) {
    if (readers.put(d)) {
      swaps++;
      items.add(await(d).again(new StepId(name("swap", d), swaps), Seat.OPERATOR, List.of()));
    }
  }

  /** What is done with a device before anything is made. */
  List<Item> device(int d) {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(d)));
    Set<Slot> yields = DeviceLook.yields(d, MigrateFacts.leftover(d));
    if (d == SOURCE) {
      yields.addAll(
          Set.of(
              GroupFacts.UID,
              GroupFacts.WORDS,
              MigrateFacts.ON_SOURCE,
              MigrateFacts.SIZES,
              MigrateFacts.DKEKS));
    } else {
      needs.addAll(
          Set.of(
              GroupFacts.UID,
              MigrateFacts.ON_SOURCE,
              MigrateFacts.DKEKS,
              DeviceFacts.firmware(SOURCE)));
      yields.addAll(
          Set.of(
              MigrateFacts.ON_TARGET,
              MigrateFacts.MOVABLE,
              MigrateFacts.PLACES,
              MigrateFacts.MEMORY));
    }
    return List.of(
        await(d),
        new Perform(
            id("look", d),
            Seat.OPERATOR,
            List.of(),
            needs,
            yields,
            d == SOURCE ? keys::source : keys::target),
        DeviceLook.named(
            id("named", d), d, List.of(), new Attest.Shown.Openly(MigrateFacts.leftover(d))));
  }

  /** The target, and then what is known of both. */
  List<Item> target() {
    List<Item> items = new ArrayList<>(device(TARGET));
    items.add(
        Attest.of(
            id("listed"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(GroupFacts.UID),
            new Attest.Shown.Openly(GroupFacts.WORDS),
            new Attest.Shown.Openly(MigrateFacts.MOVABLE),
            new Attest.Shown.Openly(MigrateFacts.ON_TARGET),
            new Attest.Shown.Openly(MigrateFacts.PLACES),
            new Attest.Shown.Openly(MigrateFacts.MEMORY)));
    return items;
  }

  /** Both devices agree, the keys go over, and both forget. */
  List<Item> move(List<ListedKey> taken) {
    List<Item> items = new ArrayList<>();
    unlock(TARGET, items);
    items.add(make(TARGET));
    unlock(SOURCE, items);
    items.add(make(SOURCE));
    items.add(agree(SOURCE));
    need(TARGET, items);
    items.add(agree(TARGET));
    items.addAll(compared());
    Map<Integer, String> names = KeyFileNames.of(taken);
    need(SOURCE, items);
    for (ListedKey key : taken) {
      items.add(wrap(key, names.get(key.number())));
    }
    need(TARGET, items);
    items.addAll(arrival(taken));
    items.add(clean(TARGET));
    need(SOURCE, items);
    items.add(clean(SOURCE));
    items.add(
        Attest.of(
            id("seen"),
            Seat.WITNESS,
            List.of(taken.size()),
            new Attest.Shown.Openly(MigrateFacts.MOVED),
            new Attest.Shown.Openly(MigrateFacts.cleaned(SOURCE)),
            new Attest.Shown.Openly(MigrateFacts.cleaned(TARGET))));
    return items;
  }

  /** The program compares both check values, and the witness reads them aloud. */
  List<Item> compared() {
    return List.of(
        new Perform(
            id("compare"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.kcv(SOURCE), DeviceFacts.kcv(TARGET)),
            Set.of(),
            exchange::compare),
        Attest.of(
            id("agreed"),
            Seat.WITNESS,
            List.of(),
            new Attest.Shown.Openly(DeviceFacts.kcv(SOURCE)),
            new Attest.Shown.Openly(DeviceFacts.kcv(TARGET))));
  }

  /** The target, which is unlocked and has agreed, takes the keys in, and all are looked at. */
  List<Item> arrival(List<ListedKey> taken) {
    List<Item> items = new ArrayList<>(List.of(place(taken)));
    Set<Slot> made = new HashSet<>();
    for (ListedKey key : taken) {
      Perform take = take(key);
      items.add(take);
      made.addAll(take.needs());
      made.addAll(take.yields());
    }
    made.addAll(Set.of(MigrateFacts.ON_TARGET, DeviceFacts.serial(TARGET)));
    made.removeIf(slot -> slot.equals(DeviceFacts.pin(TARGET)));
    items.add(
        new Perform(
            id("check"),
            Seat.OPERATOR,
            List.of(taken.size()),
            made,
            Set.of(MigrateFacts.MOVED),
            desk -> keys.check(desk, taken)));
    return items;
  }

  void unlock(int d, List<Item> items) {
    need(d, items);
    items.addAll(new Unlock(name -> id(name, d), d, List.of()).steps());
  }

  Perform make(int d) {
    return new Perform(
        id("make", d),
        Seat.OPERATOR,
        List.of(),
        Unlock.needs(d, GroupFacts.UID),
        Set.of(MigrateFacts.key(d), MigrateFacts.file(d), MigrateFacts.hash(d)),
        desk -> exchange.make(desk, d),
        Perform.Trait.ONE_TRY);
  }

  Perform agree(int d) {
    int other = SOURCE + TARGET - d;
    return new Perform(
        id("agree", d),
        Seat.OPERATOR,
        List.of(),
        Unlock.needs(
            d,
            GroupFacts.UID,
            MigrateFacts.key(d),
            DeviceFacts.fingerprint(other),
            MigrateFacts.file(other),
            MigrateFacts.hash(other)),
        Set.of(DeviceFacts.kcv(d)),
        desk -> exchange.agree(desk, d, other),
        Perform.Trait.ONE_TRY);
  }

  Perform wrap(ListedKey key, String name) {
    int number = key.number();
    return new Perform(
        ofKey("wrap", number),
        Seat.OPERATOR,
        List.of(number, key.title()),
        Unlock.needs(SOURCE, DeviceFacts.kcv(SOURCE)),
        Set.of(KeyFacts.file(number), KeyFacts.sha256(number), KeyFacts.proof(number)),
        desk -> keys.wrap(desk, key, name),
        Perform.Trait.ONE_TRY,
        Perform.Trait.KEY_BY_KEY);
  }

  private Perform place(List<ListedKey> taken) {
    Set<Slot> needs = new HashSet<>(Set.of(DeviceFacts.serial(TARGET)));
    Set<Slot> places = new HashSet<>();
    for (ListedKey key : taken) {
      needs.add(KeyFacts.file(key.number()));
      needs.add(KeyFacts.sha256(key.number()));
      places.add(KeyFacts.reference(key.number()));
    }
    return new Perform(
        id("place"),
        Seat.OPERATOR,
        List.of(taken.size()),
        needs,
        places,
        desk -> keys.place(desk, taken));
  }

  private Perform take(ListedKey key) {
    int number = key.number();
    return new Perform(
        ofKey("take", number),
        Seat.OPERATOR,
        List.of(number, key.title()),
        Unlock.needs(
            TARGET,
            KeyFacts.file(number),
            KeyFacts.sha256(number),
            KeyFacts.proof(number),
            KeyFacts.reference(number)),
        Set.of(KeyFacts.outcome(number)),
        desk -> keys.take(desk, key),
        Perform.Trait.ONE_TRY,
        Perform.Trait.KEY_BY_KEY);
  }

  /**
   * Offered also when the ceremony is aborted, once somebody was about to unlock the device: an
   * exchange key may be there that nobody heard of.
   */
  Perform clean(int d) {
    return new Perform(
        id("clean", d),
        Seat.OPERATOR,
        List.of(),
        Unlock.needs(d, GroupFacts.UID),
        Set.of(MigrateFacts.cleaned(d)),
        desk -> exchange.clean(desk, d),
        Perform.Trait.LASTLY,
        Perform.Trait.ONE_TRY);
  }
}
