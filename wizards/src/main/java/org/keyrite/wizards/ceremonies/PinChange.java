// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code pin-change}: a PIN of one device is changed, or its user PIN is unblocked with the SO-PIN.
 * The witness sees how many tries are left before one is taken, and the new PIN is proven on the
 * device.
 */
public final class PinChange implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "pin-change";

  static final Fact<String> ACT = Fact.text("act");

  private static final List<Seat> SEATS = List.of(Seat.OFFICER, Seat.OPERATOR, Seat.WITNESS);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(ACT, new Editor.Choice(PinAct.words())).preset("change"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new PinPlan(complete(decided));
  }

  /** A change that can be made. */
  record PinPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      PinAct act = PinAct.of(facts.get(ACT));
      PinChangeSteps steps = new PinChangeSteps(act);
      List<Item> change = new ArrayList<>(List.of(steps.count(), steps.tries(), steps.present()));
      if (act.choosesUserPin()) {
        change.add(steps.userPin());
      }
      if (act.choosesSoPin()) {
        change.addAll(List.of(steps.soPin(), steps.soPinWritten(), steps.soPinAgain()));
      }
      change.add(steps.change());
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          Part.last(
              Opening.section(facts, SEATS),
              Section.of("pinChange.device", steps.await(), steps.look(), steps.named()),
              new Section(StepId.of("pinChange.pin"), List.of(), change),
              Closing.section(facts, SEATS)));
    }
  }
}
