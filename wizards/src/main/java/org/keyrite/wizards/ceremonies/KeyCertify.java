// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code key-certificate}: certificates that were issued for keys of a device go beside them, each
 * beside the key whose public half it carries. What stood there before is kept in the folder.
 */
public final class KeyCertify implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-certificate";

  /** How many certificates there are. */
  static final Fact<Integer> COUNT = Fact.number("certificates");

  private static final int MOST = 99;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(COUNT, new Editor.Number(1, MOST)).preset("1"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new CertificatePlan(complete(decided));
  }

  /** What can be done so. */
  record CertificatePlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      int count = facts.get(COUNT);
      KeyCertifySteps steps = new KeyCertifySteps(count);
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, KeyBackup.SEATS));
      sections.add(new Section(StepId.of("keyCertify.files"), List.of(), steps.files()));
      sections.add(
          KeyListing.section(AwaitDevice.Holding.KEYS, List.of(), KeyListing.Look.NOTHING));
      sections.add(new Section(StepId.of("keyCertify.keys"), List.of(), steps.keys()));
      sections.add(Closing.section(facts, KeyBackup.SEATS));
      return new Ceremony(
          ID, List.of(facts.get(PlanFields.NAME)), facts, new Part(sections, Part.END));
    }
  }
}
