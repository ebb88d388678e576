// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The section in which shares are imported, alike in all ceremonies that do so: each device is
 * unlocked and made ready; custodian by custodian, a share is opened once and given to every
 * device; then the devices are compared. Done again, it begins by clearing what had come in.
 */
final class ShareImport {
  /** Its name; what is done again when a device and the record disagree. */
  static final StepId ID = StepId.of("import.all");

  private final ImportPlan plan;
  private final ReaderRoom readers;
  private final IntFunction<List<Item>> more;
  private final ShareImportWork work;
  private final ShareTurn turns;
  private int swaps;

  /**
   * The section of a plan.
   *
   * @param readers which devices are in a reader when it begins
   * @param more what else is done with a device before shares come
   */
  ShareImport(ImportPlan plan, ReaderRoom readers, IntFunction<List<Item>> more) {
    this.plan = plan;
    this.readers = readers;
    this.more = more;
    this.work = new ShareImportWork(plan);
    this.turns = new ShareTurn(plan);
  }

  Section section() {
    List<Item> items = new ArrayList<>();
    for (int d : readers.order()) {
      items.add(new Section(id("device", d), plan.deviceWords(d), device(d)));
    }
    for (int i = 1; i <= plan.shares(); i++) {
      items.add(new Section(id("turn", i), List.of(i, plan.shares()), turn(i)));
    }
    items.add(Section.of("import.check", check().toArray(Item[]::new)));
    return new Section(ID, List.of(plan.shares(), plan.devices()), items);
  }

  private static StepId id(String name, int index) {
    return new StepId("import." + name, index);
  }

  /** The steps with a device, which is put into a reader first where it is not in one. */
  private List<Item> at(int d, Item... steps) {
    List<Item> items = new ArrayList<>();
    if (readers.put(d)) {
      items.add(
          AwaitDevice.first(
                  StepId.of("import.swap"),
                  Seat.OPERATOR,
                  List.of(),
                  "device[" + d + "]",
                  DeviceFacts.serial(d))
              .again(id("swap", ++swaps), Seat.OPERATOR, plan.deviceWords(d)));
    }
    items.addAll(List.of(steps));
    return items;
  }

  private List<Item> device(int d) {
    List<Step> unlock = new Unlock(name -> id(name, d), d, plan.deviceWords(d)).steps();
    List<Item> items = at(d, unlock.toArray(Item[]::new));
    items.add(begin(d));
    items.addAll(more.apply(d));
    return items;
  }

  private Perform begin(int d) {
    return new Perform(
        id("begin", d),
        Seat.OPERATOR,
        plan.deviceWords(d),
        Unlock.needs(d, DeviceFacts.missing(d)),
        Set.of(DeviceFacts.cleared(d)),
        desk -> work.begin(desk, d),
        Perform.Trait.ONE_TRY);
  }

  private List<Item> turn(int i) {
    List<Item> items = new ArrayList<>(turns.open(i));
    for (int d : readers.order()) {
      items.addAll(at(d, give(i, d)));
    }
    return items;
  }

  private Perform give(int i, int d) {
    return new Perform(
            id("give", (i - 1) * plan.devices() + d),
            Seat.OPERATOR,
            List.of(d, plan.devices(), i, plan.shares()),
            Unlock.needs(d, ShareSteps.fileHash(i), ShareOpening.opened(i)),
            Set.of(),
            desk -> work.give(desk, i, d),
            Perform.Trait.ONE_TRY)
        .inDoubt(desk -> work.wasGiven(desk, i, d));
  }

  private List<Item> check() {
    List<Item> items = new ArrayList<>();
    Set<Slot> values = new HashSet<>();
    List<Attest.Shown> shown = new ArrayList<>();
    for (int d : readers.order()) {
      items.addAll(at(d, verify(d)));
    }
    for (int d = 1; d <= plan.devices(); d++) {
      values.add(DeviceFacts.serial(d));
      values.add(DeviceFacts.kcv(d));
      shown.add(new Attest.Shown.Openly(DeviceFacts.kcv(d)));
    }
    items.add(
        new Perform(
            StepId.of("import.settle"),
            Seat.OPERATOR,
            List.of(plan.devices()),
            values,
            Set.of(SheetFacts.KCV),
            work::settle));
    items.add(
        Attest.of(
            StepId.of("import.compare"),
            Seat.WITNESS,
            List.of(plan.devices()),
            shown.toArray(Attest.Shown[]::new)));
    return items;
  }

  private Perform verify(int d) {
    return new Perform(
        id("verify", d),
        Seat.OPERATOR,
        plan.deviceWords(d),
        Set.of(DeviceFacts.serial(d)),
        Set.of(DeviceFacts.kcv(d)),
        desk -> work.verify(desk, d));
  }
}
