// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * {@code key-delete}: keys of one device go for ever, each after the witness saw where there is a
 * copy of it and the officer typed what it is called. The one ceremony that deletes keys: also
 * those that were restored and proven elsewhere, by the record of that.
 */
public final class KeyDelete implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-delete";

  /** How many files tell of copies. */
  static final Fact<Integer> PROOFS = Fact.number("proofs");

  private static final int MOST_PROOFS = 99;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(PROOFS, new Editor.Number(0, MOST_PROOFS)).preset("0"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new DeletionPlan(complete(decided));
  }

  /** A deletion that can be made. */
  record DeletionPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      KeyDeleteSteps steps = new KeyDeleteSteps(facts.get(PROOFS));
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, KeyBackup.SEATS));
      if (facts.get(PROOFS) > 0) {
        sections.add(new Section(StepId.of("keyDelete.files"), List.of(), steps.files()));
      }
      sections.add(
          KeyListing.section(AwaitDevice.Holding.KEYS, List.of(), KeyListing.Look.NOTHING));
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(sections, known -> Optional.of(chosen(steps, known.get(KeyListing.LISTED)))));
    }

    /** A device without keys is named so, and the record ends. */
    private Part chosen(KeyDeleteSteps steps, List<ListedKey> listed) {
      return listed.isEmpty()
          ? Part.last(Closing.section(facts, KeyBackup.SEATS))
          : new Part(
              List.of(Section.of("keyDelete.choice", steps.choose(listed))),
              known -> Optional.of(deleted(steps, listed, KeyChoice.taken(known, listed))));
    }

    private Part deleted(KeyDeleteSteps steps, List<ListedKey> listed, List<ListedKey> taken) {
      List<Section> sections = new ArrayList<>();
      sections.add(new Section(StepId.of("keyDelete.copies"), List.of(), steps.copies(taken)));
      taken.forEach(key -> sections.add(steps.one(key, listed)));
      sections.add(Section.of("keyDelete.after", steps.compare(taken), steps.seen(taken)));
      sections.add(Closing.section(facts, KeyBackup.SEATS));
      return new Part(sections, Part.END);
    }
  }
}
