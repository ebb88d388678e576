// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
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
 * {@code xkek-migrate}: keys move from one device of a group to another, without shares. Both
 * devices agree on a key encryption key, the keys go over wrapped and are proven, and both forget
 * what they agreed on. The keys of the source stay, or are deleted there by an act of its own
 * ({@link MigrateDeletion}). Both are in one room, or each at its site: then there are three visits
 * ({@link MigrateVisit}).
 *
 * <p>Which keys can move is known when both devices were looked at, and which of them do when
 * people have chosen: each is a part of its own.
 */
public final class XkekMigrate implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "xkek-migrate";

  static final Fact<Integer> TARGET_DOMAIN = Fact.number("targetDomain");

  /** What becomes of the keys of the source: {@link #KEEP} or {@link #DELETE}. */
  static final Fact<String> AFTERWARDS = Fact.text("afterwards");

  static final String KEEP = "keep";
  static final String DELETE = "delete";

  private static final int MOST_READERS = 2;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(
        new Field(MigrateVisit.PLANNED, new Editor.Choice(MigrateVisit.words()))
            .preset(MigrateVisit.TOGETHER.word()));
    fields.add(new Field(ImportPlan.READERS, new Editor.Number(1, MOST_READERS)).preset("1"));
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(new Field(TARGET_DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(new Field(AFTERWARDS, new Editor.Choice(List.of(KEEP, DELETE))).preset(KEEP));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    Facts facts = complete(decided);
    if (facts.get(AFTERWARDS).equals(DELETE) && MigrateVisit.of(facts) != MigrateVisit.TOGETHER) {
      throw new PlanProblem.DeletionAtAnotherSite().asException();
    }
    return new MigrationPlan(facts);
  }

  /** A migration that can be made. */
  record MigrationPlan(Facts facts) implements Plan {
    @Override
    public Ceremony ceremony() {
      return new Ceremony(ID, List.of(facts.get(PlanFields.NAME)), facts, first());
    }

    private Part first() {
      return switch (MigrateVisit.of(facts)) {
        case TOGETHER -> together();
        case OFFER -> new MigrateOffer(facts).part();
        case SEND -> new MigrateSend(facts).part();
        case TAKE -> new MigrateTake(facts).part();
      };
    }

    private Part together() {
      return new Part(
          List.of(
              Opening.section(facts, KeyBackup.SEATS),
              new Section(
                  StepId.of("xkekMigrate.deviceSource"),
                  List.of(),
                  new MigrateSteps(facts, new ReaderRoom(2, facts.get(ImportPlan.READERS)))
                      .device(MigrateFacts.SOURCE)),
              new Section(
                  StepId.of("xkekMigrate.deviceTarget"),
                  List.of(),
                  new MigrateSteps(facts, seen()).target())),
          known -> Optional.of(chosen(MigrateFacts.possible(known), known)));
    }

    /** Both devices were in a reader once; a room of its own, since parts are pure. */
    private ReaderRoom seen() {
      ReaderRoom readers = new ReaderRoom(2, facts.get(ImportPlan.READERS));
      readers.put(MigrateFacts.SOURCE);
      readers.put(MigrateFacts.TARGET);
      return readers;
    }

    /** If none of the keys can move, that is in the record, and it ends. */
    private Part chosen(List<ListedKey> possible, Facts seen) {
      return possible.isEmpty()
          ? Part.last(Closing.section(facts, KeyBackup.SEATS))
          : new Part(
              List.of(
                  Section.of(
                      "xkekMigrate.choice",
                      KeyChoice.ask(
                          StepId.of("xkekMigrate.choose"),
                          MigrateFacts.MOVABLE,
                          possible,
                          MigrateFit.of(seen)::refuses))),
              known -> Optional.of(moved(KeyChoice.taken(known, possible))));
    }

    /** Both devices are awaited anew, since people may have left while they chose. */
    private Part moved(List<ListedKey> taken) {
      Section move =
          new Section(
              StepId.of("xkekMigrate.move"),
              List.of(taken.size()),
              new MigrateSteps(facts, new ReaderRoom(2, facts.get(ImportPlan.READERS)))
                  .move(taken));
      return facts.get(AFTERWARDS).equals(KEEP)
          ? Part.last(move, Closing.section(facts, KeyBackup.SEATS))
          : new Part(
              List.of(move), known -> Optional.of(deleted(MigrateDeletion.of(taken, known))));
    }

    /** Where none was proven, there is nothing that may go. */
    private Part deleted(MigrateDeletion deletion) {
      Section closing = Closing.section(facts, KeyBackup.SEATS);
      return deletion.proven().isEmpty()
          ? Part.last(closing)
          : Part.last(deletion.section(), closing);
    }
  }
}
