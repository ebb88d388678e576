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
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code key-restore}: wrapped keys go into a device beside those that are there, and each is
 * proven before it is called restored. No key is ever deleted or overwritten.
 *
 * <p>Which keys fit the device is known when it was looked at, and which of them are taken when
 * people have chosen: each is a part of its own.
 */
public final class KeyRestore implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-restore";

  static final Fact<Integer> FILES = Fact.number("files");

  private static final int MOST_FILES = 99;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(FILES, new Editor.Number(1, MOST_FILES)).preset("1"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new RestorePlan(complete(decided));
  }

  /** A restoration that can be made. */
  record RestorePlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      KeyRestoreSteps steps = new KeyRestoreSteps(facts.get(FILES));
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(
              List.of(
                  Opening.section(facts, KeyBackup.SEATS),
                  new Section(StepId.of("keyRestore.files"), List.of(), steps.files()),
                  Section.of(
                      "keyRestore.device",
                      steps.await(),
                      steps.look(),
                      steps.named(),
                      steps.listed())),
              known -> Optional.of(chosen(steps, KeyRestoreSteps.possible(known)))));
    }

    /** If none of the keys can go into the device, that is in the record, and it ends. */
    private Part chosen(KeyRestoreSteps steps, List<ListedKey> possible) {
      return possible.isEmpty()
          ? Part.last(Closing.section(facts, KeyBackup.SEATS))
          : new Part(
              List.of(Section.of("keyRestore.choice", steps.choose(possible))),
              known -> Optional.of(restored(steps, KeyChoice.taken(known, possible))));
    }

    private Part restored(KeyRestoreSteps steps, List<ListedKey> taken) {
      return Part.last(
          new Section(StepId.of("keyRestore.keys"), List.of(taken.size()), steps.keys(taken)),
          Closing.section(facts, KeyBackup.SEATS));
    }
  }
}
