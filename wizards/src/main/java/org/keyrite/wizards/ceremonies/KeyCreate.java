// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code key-create}: when all devices have shown the same key encryption key, the first of them
 * makes a key, which is proven and named.
 */
public final class KeyCreate implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-create";

  private static final List<Seat> SEATS = List.of(Seat.OFFICER, Seat.OPERATOR, Seat.WITNESS);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.addAll(KeyDevices.fields());
    fields.addAll(KeyPlan.fields());
    return fields;
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    return new CreationPlan(KeyPlan.of(complete(decided)));
  }

  /** A key that can be made. */
  record CreationPlan(KeyPlan key) implements Plan {
    @Override
    public Ceremony ceremony() {
      Facts facts = key.facts();
      KeyDevices devices = new KeyDevices(facts);
      KeyCreateSteps steps = new KeyCreateSteps(key, devices);
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, SEATS));
      sections.addAll(devices.compared());
      sections.add(
          new Section(
              StepId.of("keyCreate.key"),
              List.of(key.spec().text()),
              List.<Item>of(steps.unlock(), steps.make(), steps.proof())));
      sections.add(Closing.section(facts, SEATS));
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME), key.spec().text()),
          facts,
          new Part(sections, Part.END));
    }
  }
}
