// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyrite.core.bytes.Secret;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SeatRules;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/** Steps of the four kinds that do nothing slow, for one custodian. */
final class SmallCeremony {
  static final Seat FIRST = Seat.custodian(1);
  static final SecretSlot SHARE = new SecretSlot("share[1]");
  static final Fact<String> BAG = Fact.text("sheet[1].bag");
  static final Fact<String> SET = Fact.text("set.id");

  static Ask rollCall() {
    return new Ask(
        StepId.of("opening.rollCall"),
        Seat.OFFICER,
        List.of(),
        Set.of(),
        List.of(
            new Field(Seat.OFFICER.person(), new Editor.Text(1, 60)),
            new Field(Seat.OPERATOR.person(), new Editor.Text(1, 60)),
            new Field(Seat.WITNESS.person(), new Editor.Text(1, 60)),
            new Field(FIRST.person(), new Editor.Text(1, 60))),
        SeatRules::refuses);
  }

  static Section opening() {
    return Section.of("opening.begin", rollCall());
  }

  static Perform generate() {
    return new Perform(
        StepId.of("dkekQuorum.generate"),
        Seat.OPERATOR,
        List.of(3, 2),
        Set.of(),
        Set.of(SHARE, SET),
        desk -> {
          desk.put(
              SHARE, Secret.taking("7K3M 9QX0 V8B5 S2ZD M4".getBytes(StandardCharsets.US_ASCII)));
          desk.put(SET, "QRST-7");
        });
  }

  static Attest show() {
    return Attest.of(
        new StepId("dkekQuorum.show", 1),
        FIRST,
        List.of(1, 3, 2),
        new Attest.Shown.WhileHeld(
            SHARE,
            secret ->
                List.of(
                    secret.<char[], RuntimeException>use(
                        bytes -> new String(bytes, StandardCharsets.US_ASCII).toCharArray()))));
  }

  static Ask bag() {
    return Ask.of(
        new StepId("dkekQuorum.bag", 1),
        Seat.OFFICER,
        List.of(1, 3, 2),
        new Field(BAG, new Editor.Text(1, 40)));
  }

  static Attest sealed() {
    return Attest.of(
        new StepId("dkekQuorum.sealed", 1),
        Seat.WITNESS,
        List.of(1, 3, 2),
        new Attest.Shown.Openly(BAG));
  }

  static Section set(Item... turn) {
    return Section.of(
        "dkekQuorum.set",
        generate(),
        new Section(new StepId("dkekQuorum.custodian", 1), List.of(1, 3), List.of(turn)));
  }

  static final Map<String, String> PEOPLE =
      Map.of(
          "seat.officer", "Alex Example",
          "seat.operator", "Kim Muster",
          "seat.witness", "Sam Specimen",
          "seat.custodian[1]", "Robin Sample");

  private SmallCeremony() {}
}
