// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.bytes.Secret;

/** A small ceremony with one of everything. */
final class Toy {
  static final Fact<String> LABEL = Fact.text("label");
  static final Fact<Integer> COUNT = Fact.number("count");
  static final Fact<String> SET = Fact.text("set.id");
  static final Fact<Integer> SHEET = Fact.number("sheet.number");
  static final Fact<String> DERIVED = Fact.text("derived");
  static final Fact<String> DEVICE = Fact.text("device");
  static final Fact<String> EXTRA = Fact.text("extra");
  static final SecretSlot PIN = new SecretSlot("pin");
  static final SecretSlot SEED = new SecretSlot("seed");
  static final SecretSlot TYPED = new SecretSlot("typed");
  static final SecretSlot KEY = new SecretSlot("key");

  static final StepId ROLL_CALL = StepId.of("toy.rollCall");
  static final StepId ENTER = StepId.of("toy.enter");
  static final StepId GENERATE = StepId.of("toy.generate");
  static final StepId SHOW = new StepId("toy.show", 1);
  static final StepId PRINT = new StepId("toy.print", 1);
  static final StepId TYPE_BACK = new StepId("toy.typeBack", 1);
  static final StepId COMPARE = new StepId("toy.compare", 1);
  static final StepId DERIVE = StepId.of("toy.derive");
  static final StepId USE = StepId.of("toy.use");
  static final StepId WRITE = StepId.of("toy.write");
  static final StepId CLEAR = StepId.of("toy.clear");
  static final StepId CONDUCTED = StepId.of("toy.conducted");
  static final StepId MORE = StepId.of("toy.more");

  static final StepId SET_SECTION = StepId.of("toy.set");
  static final StepId CUSTODIAN_SECTION = new StepId("toy.custodian", 1);
  static final StepId DEVICE_SECTION = StepId.of("toy.device");

  static final Attest.Shown.WhileHeld SEED_SHOWN = new Attest.Shown.WhileHeld(SEED, Toy::lines);

  private Toy() {}

  private static List<char[]> lines(Secret seed) {
    List<char[]> lines = new ArrayList<>();
    lines.add(seed.use(bytes -> new char[bytes.length]));
    return lines;
  }

  static Ceremony ceremony(ToyWorld world) {
    Section custodian =
        new Section(
            CUSTODIAN_SECTION,
            List.of(),
            List.of(
                Attest.of(SHOW, Seat.custodian(1), List.of(), SEED_SHOWN),
                new Perform(
                        PRINT,
                        Seat.custodian(1),
                        List.of(),
                        Set.of(SEED, SET),
                        Set.of(SHEET),
                        world::print)
                    .inDoubt(desk -> world.remembered()),
                Ask.of(
                    TYPE_BACK,
                    Seat.custodian(1),
                    List.of(),
                    new Field(TYPED, new Editor.KnownPassphrase())),
                new Perform(
                    COMPARE,
                    Seat.custodian(1),
                    List.of(),
                    Set.of(TYPED, SEED),
                    Set.of(),
                    world::compare)));
    Section set =
        new Section(
            SET_SECTION,
            List.of(),
            List.of(
                new Perform(
                    GENERATE,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(),
                    Set.of(SET, SEED),
                    world::generate),
                custodian,
                new Perform(
                    DERIVE,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(SEED, SET),
                    Set.of(DERIVED, KEY),
                    world::derive,
                    Perform.Trait.AHEAD,
                    Perform.Trait.CANCELLABLE),
                new Perform(
                    USE,
                    Seat.OPERATOR,
                    List.of(),
                    Set.of(KEY),
                    Set.of(),
                    desk -> world.disturbance.at("use"))));
    return new Ceremony(
        "toy",
        List.of(),
        Facts.NONE.with(Fact.text("name"), "Toy"),
        new Part(
            List.of(opening(), set, device(world), closing()),
            facts -> "two".equals(facts.get(LABEL)) ? Optional.of(second()) : Optional.empty()));
  }

  private static Section opening() {
    return Section.of(
        "toy.opening",
        new Ask(
            ROLL_CALL,
            Seat.OFFICER,
            List.of(),
            Set.of(),
            List.of(name(Seat.OFFICER), name(Seat.WITNESS), name(Seat.custodian(1))),
            SeatRules::refuses),
        Ask.of(
            ENTER,
            Seat.OPERATOR,
            List.of(),
            new Field(LABEL, new Editor.Text(1, 20)).preset("preset"),
            new Field(COUNT, new Editor.Number(1, 9)).preset("1"),
            new Field(PIN, new Editor.NewPassphrase(4))));
  }

  private static Field name(Seat seat) {
    return new Field(seat.person(), new Editor.Text(1, 60));
  }

  private static Section device(ToyWorld world) {
    return Section.of(
        "toy.device",
        new Perform(
                WRITE, Seat.OPERATOR, List.of(), Set.of(PIN, LABEL), Set.of(DEVICE), world::write)
            .inDoubt(world::look)
            .ensuring(desk -> desk.get(DEVICE).endsWith("device") && world.device),
        new Perform(
                CLEAR,
                Seat.OPERATOR,
                List.of(),
                Set.of(PIN, DEVICE),
                Set.of(),
                world::clear,
                Perform.Trait.LASTLY)
            .inDoubt(desk -> world.remembered()));
  }

  private static Section closing() {
    return Section.of(
        "toy.closing",
        new Attest(
            CONDUCTED, Seat.WITNESS, List.of(), List.of(new Attest.Shown.Openly(DEVICE)), true));
  }

  private static Part second() {
    return Part.last(
        Section.of(
            "toy.second",
            Ask.of(MORE, Seat.OPERATOR, List.of(), new Field(EXTRA, new Editor.Text(1, 9)))));
  }
}
