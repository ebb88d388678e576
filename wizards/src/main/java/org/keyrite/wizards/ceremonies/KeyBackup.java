// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.keydomain.KeyDomainIndex;
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
 * {@code key-backup}: keys of one key domain leave a device, wrapped, one file for each and a list
 * of all. Changes nothing on the device.
 *
 * <p>Which keys there are is known when the device was looked at, and which of them are taken when
 * people have chosen: each is a part of its own.
 */
public final class KeyBackup implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "key-backup";

  /** Whether keys go on paper, too. */
  static final Fact<Boolean> SHEETS = Fact.yesNo("keySheets");

  /** Who takes part in ceremonies that move keys. */
  static final List<Seat> SEATS = List.of(Seat.OFFICER, Seat.OPERATOR, Seat.WITNESS);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(ImportPlan.expectedKcvField());
    fields.add(PlanFields.yesNo(SHEETS, false));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new BackupPlan(complete(decided));
  }

  /** A backup that can be made. */
  record BackupPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      KeyBackupSteps steps = new KeyBackupSteps(facts);
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(
              List.of(
                  Opening.section(facts, SEATS),
                  Section.of(
                      "keyBackup.device",
                      steps.await(),
                      steps.look(),
                      steps.named(),
                      steps.listed())),
              known -> Optional.of(chosen(steps, KeyBackupSteps.possible(known)))));
    }

    /** A device of which nothing can be backed up is named so, and the record ends. */
    private Part chosen(KeyBackupSteps steps, List<ListedKey> possible) {
      return possible.isEmpty()
          ? Part.last(Closing.section(facts, SEATS))
          : new Part(
              List.of(Section.of("keyBackup.choice", steps.choose(possible))),
              known -> Optional.of(wrapped(steps, KeyChoice.taken(known, possible))));
    }

    private Part wrapped(KeyBackupSteps steps, List<ListedKey> taken) {
      Section keys =
          new Section(StepId.of("keyBackup.keys"), List.of(taken.size()), steps.keys(taken));
      return facts.get(SHEETS)
          ? new Part(List.of(keys), known -> Optional.of(onPaper(known)))
          : Part.last(keys, Closing.section(facts, SEATS));
    }

    /** Which keys fit is known when they are wrapped; each is printed and read back on its own. */
    private Part onPaper(Facts known) {
      List<Section> sections = new ArrayList<>(new KeyPaperSteps(facts).sections(known));
      sections.add(Closing.section(facts, SEATS));
      return new Part(sections, Part.END);
    }
  }
}
