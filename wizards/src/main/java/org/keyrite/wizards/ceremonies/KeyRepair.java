// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code key-repair}: keys that another tool left without a description, or with one that is not
 * theirs, get one, so that programs see them again. What is left of keys that are gone can be
 * cleared away. No key is changed, and none is deleted.
 */
public final class KeyRepair implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-repair";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    return PlanFields.common();
  }

  @Override
  public Plan plan(Facts decided) {
    return new RepairPlan(complete(decided));
  }

  /** A repair that can be made. */
  record RepairPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(
              List.of(
                  Opening.section(facts, KeyBackup.SEATS),
                  KeyListing.section(
                      AwaitDevice.Holding.NAMELESS_KEY,
                      List.of(CheckedKey.UNSEEN),
                      (desk, keys, hsm) -> desk.put(CheckedKey.UNSEEN, CheckedKey.unseen(keys)))),
              known -> Optional.of(chosen(known))));
    }

    /** A device on which every key is seen is named so, and the record ends. */
    private Part chosen(Facts known) {
      List<ListedKey> unseen = known.get(CheckedKey.UNSEEN);
      return unseen.isEmpty()
          ? Part.last(Closing.section(facts, KeyBackup.SEATS))
          : new Part(
              List.of(Section.of("keyRepair.choice", KeyRepairSteps.choose(unseen))),
              more -> Optional.of(repaired(more, KeyChoice.taken(more, unseen))));
    }

    private Part repaired(Facts known, List<ListedKey> taken) {
      KeyRepairSteps steps = new KeyRepairSteps(known.get(KeyListing.LISTED), taken);
      List<Section> sections = new ArrayList<>();
      sections.add(
          new Section(StepId.of("keyRepair.unlock"), List.of(), KeyAccess.unlock("keyAccess")));
      taken.forEach(key -> sections.add(steps.one(key)));
      sections.add(Section.of("keyRepair.after", steps.compare(), steps.seen()));
      sections.add(Closing.section(facts, KeyBackup.SEATS));
      return new Part(sections, Part.END);
    }
  }
}
