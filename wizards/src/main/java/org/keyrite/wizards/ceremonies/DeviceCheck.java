// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code device-check}: what one device tells of itself goes in a record and is seen by a witness.
 * Changes nothing on the device and costs no try.
 *
 * <p>Which key domains it has is known when it was asked which device it is; each has a fact of its
 * own in the part that follows.
 */
public final class DeviceCheck implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "device-check";

  /** Whether the members of its groups are shown: {@link #LEFT_OUT} or {@link #FROM_REGISTER}. */
  static final Fact<String> GROUP_MEMBERS = Fact.text("groupMembers");

  static final String LEFT_OUT = "leftOut";
  static final String FROM_REGISTER = "fromRegister";

  private static final List<Seat> SEATS = List.of(Seat.OPERATOR, Seat.WITNESS);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(
        new Field(GROUP_MEMBERS, new Editor.Choice(List.of(LEFT_OUT, FROM_REGISTER)))
            .preset(LEFT_OUT));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new CheckPlan(complete(decided));
  }

  /** A check that can be made. */
  record CheckPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      List<Section> sections = new ArrayList<>(List.of(Opening.section(facts, SEATS)));
      if (hasRegister()) {
        sections.add(CheckSteps.register());
      }
      sections.add(
          Section.of(
              "deviceCheck.device", CheckSteps.await(), CheckSteps.look(), CheckSteps.named()));
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(sections, known -> Optional.of(contents(CheckSteps.domains(known)))));
    }

    private boolean hasRegister() {
      return facts.get(GROUP_MEMBERS).equals(FROM_REGISTER);
    }

    private Part contents(List<Integer> domains) {
      return Part.last(
          new Section(
              StepId.of("deviceCheck.contents"),
              List.of(),
              List.of(CheckSteps.read(domains, hasRegister()), CheckSteps.seen(domains))),
          Closing.section(facts, SEATS));
    }
  }
}
