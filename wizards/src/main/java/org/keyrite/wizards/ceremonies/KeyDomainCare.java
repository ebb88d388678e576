// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.keydomain.KeyDomainIndex;
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
 * {@code key-domains}: the key domains of a device are looked at, or one of them is set up for a
 * DKEK, loses its key encryption key, or is deleted while it is empty. Where something is lost, the
 * end of the serial is typed before.
 */
public final class KeyDomainCare implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-domains";

  static final Fact<String> ACT = Fact.text("domainAct");
  static final Fact<Integer> SHARES = Fact.number("domainShares");

  /** What is done. */
  static final String STATUS = "status";

  static final String CREATE = "create";
  static final String CLEAR = "clear";
  static final String DELETE = "delete";

  private static final List<Seat> SEATS = GroupSigner.SEATS;
  private static final int MOST_SHARES = 99;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(
        new Field(ACT, new Editor.Choice(List.of(STATUS, CREATE, CLEAR, DELETE))).preset(STATUS));
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(new Field(SHARES, new Editor.Number(1, MOST_SHARES)).preset("1"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new CarePlan(complete(decided));
  }

  /** What can be done with key domains. */
  record CarePlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      String act = facts.get(ACT);
      KeyDomainSteps steps =
          new KeyDomainSteps(
              act,
              new KeyDomainWork(
                  act, new KeyDomainIndex(facts.get(ImportPlan.DOMAIN)), facts.get(SHARES)));
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, SEATS));
      sections.add(new Section(StepId.of("keyDomains.device"), List.of(), steps.device()));
      List<Item> changing = steps.changing();
      if (!changing.isEmpty()) {
        sections.add(new Section(StepId.of("keyDomains.change"), List.of(), changing));
      }
      sections.add(Closing.section(facts, SEATS));
      return new Ceremony(
          ID, List.of(facts.get(PlanFields.NAME)), facts, new Part(sections, Part.END));
    }
  }
}
