// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The devices of a ceremony with keys, alike in all of them: each is named by the witness, and
 * nothing is done with a key before all show the same key check value. One object makes one agenda:
 * it keeps count of which devices are in a reader.
 */
final class KeyDevices {
  private final Facts plan;
  private final ReaderRoom readers;
  private int swaps;

  /** The devices of this plan, none of which is in a reader. */
  KeyDevices(Facts plan) {
    this.plan = plan;
    this.readers = new ReaderRoom(count(), plan.get(ImportPlan.READERS));
  }

  /** Devices, readers, key domain, and the check value if it is known. */
  static List<Field> fields() {
    List<Field> fields = new ArrayList<>(ImportPlan.deviceFields());
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(ImportPlan.expectedKcvField());
    return fields;
  }

  int count() {
    return plan.get(ImportPlan.DEVICES);
  }

  KeyDomainIndex domain() {
    return domain(plan);
  }

  /** The key domain that a plan names. */
  static KeyDomainIndex domain(Facts plan) {
    return new KeyDomainIndex(plan.get(ImportPlan.DOMAIN));
  }

  /** A device for the words of a step: its number, and how many there are. */
  List<Object> words(int d) {
    return List.of(d, count());
  }

  private static StepId id(String name, int index) {
    return new StepId("keyDevice." + name, index);
  }

  /** A section for each device, and one in which they are compared. */
  List<Section> compared() {
    List<Section> sections = new ArrayList<>();
    for (int d = 1; d <= count(); d++) {
      readers.put(d);
      sections.add(new Section(id("device", d), words(d), List.of(await(d), look(d), named(d))));
    }
    sections.add(Section.of("keyDevice.gate", settle(), compare()));
    return sections;
  }

  private AwaitDevice await(int d) {
    return AwaitDevice.first(
        id("await", d), Seat.OPERATOR, words(d), "device[" + d + "]", DeviceFacts.serial(d));
  }

  private Perform look(int d) {
    return new Perform(
        id("look", d),
        Seat.OPERATOR,
        words(d),
        Set.of(DeviceFacts.serial(d)),
        DeviceLook.yields(d, DeviceFacts.kcv(d)),
        desk -> look(desk, d));
  }

  private void look(Desk desk, int d) throws ProblemException {
    String value =
        desk.use(
            DeviceFacts.serial(d),
            (hsm, device) -> {
              DeviceLook.identity(desk, d, hsm, device);
              hsm.pins().requireInitialised();
              return CheckValues.settling(hsm, domain(), device.serial().text());
            });
    desk.put(DeviceFacts.kcv(d), value);
  }

  private Attest named(int d) {
    return DeviceLook.named(
        id("named", d), d, words(d), new Attest.Shown.Openly(DeviceFacts.kcv(d)));
  }

  private Perform settle() {
    Set<Slot> values = new HashSet<>();
    for (int d = 1; d <= count(); d++) {
      values.add(DeviceFacts.serial(d));
      values.add(DeviceFacts.kcv(d));
    }
    String expected = plan.get(ImportPlan.EXPECTED_KCV).strip().toUpperCase(Locale.ROOT);
    return new Perform(
        StepId.of("keyDevice.settle"),
        Seat.OPERATOR,
        List.of(count()),
        values,
        Set.of(SheetFacts.KCV),
        desk -> desk.put(SheetFacts.KCV, CheckValues.settled(desk, count(), expected)));
  }

  private Attest compare() {
    List<Attest.Shown> shown = new ArrayList<>();
    for (int d = 1; d <= count(); d++) {
      shown.add(new Attest.Shown.Openly(DeviceFacts.kcv(d)));
    }
    return Attest.of(
        StepId.of("keyDevice.compare"),
        Seat.WITNESS,
        List.of(count()),
        shown.toArray(Attest.Shown[]::new));
  }

  /** The steps with a device, which is put into a reader first where it is not in one. */
  List<Item> at(int d, Step... steps) {
    List<Item> items = new ArrayList<>();
    if (readers.put(d)) {
      items.add(await(d).again(id("swap", ++swaps), Seat.OPERATOR, words(d)));
    }
    items.addAll(List.of(steps));
    return items;
  }

  /** The witness is shown the tries, and the operator types the user PIN. */
  static List<Step> unlock(int d) {
    return new Unlock(name -> id(name, d), d, List.of(d)).steps();
  }

  /** What a step needs that unlocks a device with {@link #logIn}. */
  static Set<Slot> unlocking(int d, Slot... more) {
    Set<Slot> needs = Unlock.needs(d, more);
    needs.add(SheetFacts.KCV);
    return needs;
  }

  /**
   * Unlocks a device for work with keys, if it still has the key encryption key that all had.
   *
   * @throws ProblemException {@code CheckValueUnexpected} and what a PIN can be refused for
   */
  void logIn(Desk desk, SmartCardHsm hsm, int d) throws ProblemException {
    String now = CheckValues.settling(hsm, domain(), desk.get(DeviceFacts.serial(d)));
    String agreed = desk.get(SheetFacts.KCV);
    if (!now.equals(agreed)) {
      throw new DeviceProblem.CheckValueUnexpected(agreed, now).asException();
    }
    Unlock.logIn(desk, hsm, d);
  }
}
