// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.hsm.DeviceSerial;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
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
import org.keyrite.wizards.ceremony.StepId;

/**
 * The steps of a {@link KeyDomainCare}.
 *
 * @param act what is done
 * @param work how
 */
record KeyDomainSteps(String act, KeyDomainWork work) {
  /** The number of the device, which is the only one. */
  static final int D = 1;

  /** All key domains of the device, as they are found and as they are left. */
  static final Fact<String> BEFORE = Fact.text("domains.before");

  static final Fact<String> AFTER = Fact.text("domains.after");

  /** How many keys are in the key domain that is meant. */
  static final Fact<Integer> KEYS = Fact.number("domain.keys");

  private static StepId id(String name) {
    return StepId.of("keyDomains." + name);
  }

  List<Item> device() {
    return List.of(
        AwaitDevice.first(id("await"), Seat.OPERATOR, List.of(), "device[1]", DeviceFacts.serial(D))
            .holding(
                act.equals(KeyDomainCare.CREATE)
                    ? AwaitDevice.Holding.KEY_DOMAIN_ROOM
                    : AwaitDevice.Holding.KEY_ENCRYPTION_KEY),
        new Perform(
            id("look"),
            Seat.OPERATOR,
            List.of(),
            Set.of(DeviceFacts.serial(D)),
            DeviceLook.yields(D, BEFORE, KEYS),
            work::look),
        DeviceLook.named(id("named"), D, List.of()),
        Attest.of(id("seen"), Seat.WITNESS, List.of(), new Attest.Shown.Openly(BEFORE)));
  }

  /** Nothing, where people only look. */
  List<Item> changing() {
    if (act.equals(KeyDomainCare.STATUS)) {
      return List.of();
    }
    List<Object> words = List.of(work.domain().value());
    List<Item> items = new ArrayList<>();
    if (!act.equals(KeyDomainCare.CREATE)) {
      items.add(
          Attest.of(
              id(act + "Lost"),
              Seat.WITNESS,
              words,
              new Attest.Shown.Openly(DeviceFacts.serial(D)),
              new Attest.Shown.Openly(KEYS)));
      items.add(typed(words));
    }
    items.addAll(new Unlock(KeyDomainSteps::id, D, words).steps());
    items.add(
        new Perform(
            id(act),
            Seat.OPERATOR,
            words,
            Unlock.needs(D),
            Set.of(),
            work::change,
            Perform.Trait.ONE_TRY));
    items.add(
        new Perform(
            id("readBack"),
            Seat.OPERATOR,
            words,
            Set.of(DeviceFacts.serial(D)),
            Set.of(AFTER),
            work::readBack));
    items.add(Attest.of(id("after"), Seat.WITNESS, words, new Attest.Shown.Openly(AFTER)));
    return items;
  }

  /** Where something is lost, the device is named by the end of its serial. */
  private Ask typed(List<Object> words) {
    return new Ask(
        id(act + "Typed"),
        Seat.OFFICER,
        words,
        Set.of(DeviceFacts.serial(D)),
        List.of(new Field(DeviceFacts.typed(D), new Editor.Text(1, DeviceSerial.TYPED))),
        KeyDomainSteps::anotherDevice);
  }

  private static Optional<Problem> anotherDevice(Facts facts) {
    DeviceSerial meant = new DeviceSerial(facts.get(DeviceFacts.serial(D)));
    String typed = facts.get(DeviceFacts.typed(D));
    return typed.equalsIgnoreCase(meant.lastCharacters())
        ? Optional.empty()
        : Optional.of(new DeviceProblem.SerialTypedDiffers(typed));
  }
}
