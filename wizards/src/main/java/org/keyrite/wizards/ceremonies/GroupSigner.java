// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
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

/**
 * {@code group-signer}: a device makes the key that decides which devices join a group, or shows
 * one that it has. The key domain UID is read aloud, goes on a public sheet, and opens the register
 * of members.
 *
 * <p>Which keys are there, and whether a new one could be backed up, is known when the device was
 * looked at; what follows from that is a part of its own.
 */
public final class GroupSigner implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "group-signer";

  /** Whether the key is made now. */
  static final Fact<String> SIGNER = Fact.text("signer");

  /** What the key is called if it is made now. */
  static final Fact<String> LABEL = Fact.text("signerLabel");

  static final String MAKE = "make";
  static final String EXISTING = "existing";

  static final List<Seat> SEATS = List.of(Seat.OFFICER, Seat.OPERATOR, Seat.WITNESS);

  private static final String USUAL_LABEL = "Group Signer";
  private static final int LONGEST_LABEL = 60;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(new Field(SIGNER, new Editor.Choice(List.of(MAKE, EXISTING))).preset(MAKE));
    fields.add(
        new Field(
            LABEL, PlanFields.printed(1, LONGEST_LABEL), USUAL_LABEL, GroupSigner::refusesLabel));
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    return fields;
  }

  private static Optional<Problem> refusesLabel(String text) {
    try {
      KeyLabel.of(text);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    Facts facts = complete(decided);
    KeyLabel.of(facts.get(LABEL));
    return new SignerPlan(facts);
  }

  /** A group signer that can be made or found. */
  record SignerPlan(Facts facts) implements Plan {
    private boolean makes() {
      return facts.get(SIGNER).equals(MAKE);
    }

    @Override
    public Ceremony ceremony() {
      GroupSignerSteps steps = new GroupSignerSteps(facts, makes());
      return new Ceremony(
          ID,
          List.of(facts.get(PlanFields.NAME)),
          facts,
          new Part(
              List.of(
                  Opening.section(facts, SEATS),
                  Section.of("groupSigner.device", steps.await(), steps.look(), steps.named())),
              known -> Optional.of(rest(steps, known))));
    }

    private Part rest(GroupSignerSteps steps, Facts known) {
      List<Section> sections = new ArrayList<>();
      if (makes()) {
        sections.add(Section.of("groupSigner.key", making(steps, known)));
      }
      List<Item> group = new ArrayList<>();
      if (!makes() && known.get(GroupFacts.FOUND).size() > 1) {
        group.add(steps.choose(known.get(GroupFacts.FOUND)));
      }
      group.addAll(steps.group(known.get(GroupFacts.FOUND)));
      sections.add(Section.of("groupSigner.group", group.toArray(Item[]::new)));
      sections.add(Closing.section(facts, SEATS, steps.sheet()));
      return new Part(sections, Part.END);
    }

    /** A key that can never be backed up is made only after the officer has said so. */
    private static Item[] making(GroupSignerSteps steps, Facts known) {
      List<Item> items = new ArrayList<>();
      if (!known.get(GroupFacts.CHANCE).equals(BackupChance.POSSIBLE.name())) {
        items.add(steps.alone());
      }
      items.addAll(steps.make());
      return items.toArray(Item[]::new);
    }
  }
}
