// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.PlanFields.CUSTODIANS;
import static org.keyrite.wizards.ceremonies.PlanFields.NAME;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumStrength;
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
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Together;

/**
 * {@code dkek-quorum}: one DKEK share whose password is split so that any t of n custodians bring
 * it back. One share file, n sheets, every quorum proven.
 */
public final class DkekQuorum implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "dkek-quorum";

  static final Fact<Integer> THRESHOLD = Together.THRESHOLD;
  static final Fact<String> BITS = Fact.text("bits");
  static final Fact<Boolean> BY_HAND = Fact.yesNo("byHand");
  static final Fact<Boolean> FILE_ON_EVERY_SHEET = Fact.yesNo("fileOnEverySheet");
  static final Fact<Boolean> ALONE = Fact.yesNo("alone");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.add(
        new Field(CUSTODIANS, new Editor.Number(Quorum.MIN_CUSTODIANS, Quorum.MAX_CUSTODIANS))
            .preset("3"));
    fields.add(
        new Field(THRESHOLD, new Editor.Number(Quorum.MIN_THRESHOLD, Quorum.MAX_CUSTODIANS))
            .preset("2"));
    fields.add(new Field(BITS, new Editor.Choice(List.of("128", "64"))).preset("128"));
    fields.add(PlanFields.yesNo(ALONE, true));
    fields.add(PlanFields.yesNo(BY_HAND, false));
    fields.add(PlanFields.yesNo(FILE_ON_EVERY_SHEET, false));
    fields.add(RandomDevice.field());
    return fields;
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    Facts facts = RandomDevice.kept(complete(decided));
    Quorum.checkSize(facts.get(THRESHOLD), facts.get(CUSTODIANS));
    return new QuorumPlan(facts);
  }

  /** A quorum that can be made. */
  record QuorumPlan(Facts facts) implements Plan {
    int custodians() {
      return facts.get(CUSTODIANS);
    }

    int threshold() {
      return facts.get(THRESHOLD);
    }

    QuorumStrength strength() {
      return QuorumStrength.ofBits(Integer.parseInt(facts.get(BITS))).orElseThrow();
    }

    @Override
    public Ceremony ceremony() {
      QuorumSteps steps = new QuorumSteps(this);
      List<Item> set = new ArrayList<>();
      set.add(steps.generate());
      if (facts.get(FILE_ON_EVERY_SHEET)) {
        set.add(steps.encrypt());
        set.add(steps.shareFile());
      }
      for (int i = 1; i <= custodians(); i++) {
        set.add(turn(steps, i));
      }
      // Where it comes here, the encryption was started early and ran behind the custodians' turns.
      set.add(
          facts.get(FILE_ON_EVERY_SHEET)
              ? Section.of("dkekQuorum.proof", steps.prove())
              : Section.of("dkekQuorum.proof", steps.encrypt(), steps.shareFile(), steps.prove()));
      set.add(steps.file());
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts, custodians()));
      sections.addAll(RandomDevice.before(facts));
      sections.add(new Section(StepId.of("dkekQuorum.set"), List.of(), set));
      sections.add(Closing.section(facts, custodians(), steps.labels()));
      return new Ceremony(
          ID,
          List.of(facts.get(NAME), threshold(), custodians()),
          facts,
          new Part(sections, Part.END));
    }

    private Section turn(QuorumSteps steps, int i) {
      List<Item> turn = new ArrayList<>();
      turn.add(steps.issue(i));
      turn.addAll(facts.get(BY_HAND) ? byHand(steps, i) : printed(steps, i));
      turn.addAll(List.of(steps.compare(i), steps.bag(i), steps.sealed(i)));
      return new Section(new StepId("dkekQuorum.custodian", i), List.of(i, custodians()), turn);
    }

    private static List<Item> printed(QuorumSteps steps, int i) {
      return List.of(steps.show(i), steps.print(i), steps.typeBack(i));
    }

    /** The empty sheet comes first: what is on the screen is copied onto it. */
    private static List<Item> byHand(QuorumSteps steps, int i) {
      return List.of(steps.form(i), steps.copyOut(i), steps.typeCopy(i));
    }
  }
}
