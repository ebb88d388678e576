// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The steps of a {@link KeyCreate} on the device that makes the key; {@link KeyCreateWork} does
 * them. The first device of the plan is the one.
 */
final class KeyCreateSteps {
  static final int MAKER = 1;

  private final KeyPlan plan;
  private final KeyDevices devices;
  private final KeyCreateWork work;

  KeyCreateSteps(KeyPlan plan, KeyDevices devices) {
    this.plan = plan;
    this.devices = devices;
    this.work = new KeyCreateWork(plan, devices);
  }

  private static StepId id(String name) {
    return StepId.of("keyCreate." + name);
  }

  private List<Object> words() {
    return List.of(plan.spec().text(), plan.minutes());
  }

  private static Section section(String name, List<? extends Item> items) {
    return new Section(id(name), List.of(), List.copyOf(items));
  }

  Section unlock() {
    return section("unlock", devices.at(MAKER, KeyDevices.unlock(MAKER).toArray(Step[]::new)));
  }

  Section make() {
    return section("make", List.of(prepare(), generate()));
  }

  Section proof() {
    List<Item> items = new ArrayList<>();
    items.add(prove());
    if (plan.requested()) {
      items.add(request());
    }
    items.add(readBack());
    items.add(seen());
    return section("proof", items);
  }

  private Perform prepare() {
    return new Perform(
        id("prepare"),
        Seat.OPERATOR,
        words(),
        Set.of(DeviceFacts.serial(MAKER)),
        Set.of(NewKeyFacts.REFERENCE, NewKeyFacts.ID),
        work::prepare);
  }

  private Perform generate() {
    return new Perform(
        id("generate"),
        Seat.OPERATOR,
        words(),
        KeyDevices.unlocking(MAKER, NewKeyFacts.REFERENCE, NewKeyFacts.ID),
        Set.of(NewKeyFacts.PUBLIC_KEY, NewKeyFacts.FINGERPRINT),
        work::generate,
        Perform.Trait.ONE_TRY);
  }

  private Perform prove() {
    return new Perform(
        id("prove"),
        Seat.OPERATOR,
        words(),
        KeyDevices.unlocking(MAKER, NewKeyFacts.REFERENCE, NewKeyFacts.PUBLIC_KEY),
        Set.of(NewKeyFacts.PROOF, NewKeyFacts.CHALLENGE, NewKeyFacts.ANSWER),
        work::prove,
        Perform.Trait.ONE_TRY);
  }

  private Perform request() {
    return new Perform(
        id("request"),
        Seat.OPERATOR,
        List.of(plan.subject()),
        KeyDevices.unlocking(
            MAKER,
            NewKeyFacts.REFERENCE,
            NewKeyFacts.ID,
            NewKeyFacts.PUBLIC_KEY,
            NewKeyFacts.PROOF),
        Set.of(NewKeyFacts.REQUEST_FILE, NewKeyFacts.REQUEST_HASH),
        work::request,
        Perform.Trait.ONE_TRY);
  }

  private Perform readBack() {
    return new Perform(
        id("readBack"),
        Seat.OPERATOR,
        List.of(),
        Set.of(
            DeviceFacts.serial(MAKER),
            NewKeyFacts.REFERENCE,
            NewKeyFacts.ID,
            NewKeyFacts.PUBLIC_KEY,
            NewKeyFacts.PROOF),
        Set.of(NewKeyFacts.LABEL, NewKeyFacts.KIND, NewKeyFacts.USES_LEFT, NewKeyFacts.BACKUP),
        work::readBack);
  }

  private Attest seen() {
    List<Fact<?>> facts = new ArrayList<>();
    facts.add(NewKeyFacts.LABEL);
    facts.add(NewKeyFacts.ID);
    facts.add(NewKeyFacts.REFERENCE);
    facts.add(NewKeyFacts.KIND);
    facts.add(NewKeyFacts.FINGERPRINT);
    facts.add(NewKeyFacts.PROOF);
    facts.add(NewKeyFacts.USES_LEFT);
    facts.add(NewKeyFacts.BACKUP);
    Stream<Fact<?>> request =
        plan.requested()
            ? Stream.of(NewKeyFacts.REQUEST_FILE, NewKeyFacts.REQUEST_HASH)
            : Stream.of();
    return Attest.of(
        id("seen"),
        Seat.WITNESS,
        List.of(),
        Stream.concat(facts.stream(), request)
            .map(Attest.Shown.Openly::new)
            .toArray(Attest.Shown[]::new));
  }
}
