// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.PlanFields.CUSTODIANS;
import static org.keyrite.wizards.ceremonies.PlanFields.NAME;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code dkek-shares}: each of n custodians makes a DKEK share of his own under a password of his
 * own. n share files, n sheets; all n are needed later.
 */
public final class DkekShares implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "dkek-shares";

  private static final int MOST_CUSTODIANS = 99;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(CUSTODIANS, new Editor.Number(1, MOST_CUSTODIANS)).preset("2"));
    fields.add(RandomDevice.field());
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new SharesPlan(RandomDevice.kept(complete(decided)));
  }

  /** Shares that can be made. */
  record SharesPlan(Facts facts) implements Plan {

    int custodians() {
      return facts.get(CUSTODIANS);
    }

    @Override
    public Ceremony ceremony() {
      ShareSteps steps = new ShareSteps(this);
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, custodians()));
      sections.addAll(RandomDevice.before(facts));
      sections.add(Section.of("dkekShares.set", steps.name()));
      for (int i = 1; i <= custodians(); i++) {
        sections.add(turn(steps, i));
      }
      sections.add(Closing.section(facts, custodians(), steps.labels()));
      return new Ceremony(
          ID, List.of(facts.get(NAME), custodians()), facts, new Part(sections, Part.END));
    }

    private Section turn(ShareSteps steps, int i) {
      return new Section(
          new StepId("dkekShares.custodian", i),
          List.of(i, custodians()),
          List.of(
              steps.password(i),
              steps.make(i),
              steps.again(i),
              steps.prove(i),
              steps.print(i),
              steps.typeBack(i),
              steps.compare(i),
              steps.bag(i),
              steps.sealed(i)));
    }
  }
}
