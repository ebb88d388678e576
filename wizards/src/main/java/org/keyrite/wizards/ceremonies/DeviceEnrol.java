// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;

/**
 * {@code device-enrol}: devices join a group. Their device IDs are exported ({@link EnrolExport}),
 * the group signer issues a membership for each ({@link EnrolIssue}), and each sets up its key
 * domain by it ({@link EnrolJoin}).
 *
 * <p>All three in one room; or each as a visit of its own, of which only the files are carried to
 * the next. A visit is a ceremony whose record cites the last hash of the visit before.
 */
public final class DeviceEnrol implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "device-enrol";

  static final List<Seat> SEATS = GroupSigner.SEATS;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    return EnrolPlan.fields();
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    Facts facts = complete(decided);
    for (Field field : planning()) {
      if (field.slot().equals(EnrolPlan.GROUP)
          && field.refuses(facts.get(EnrolPlan.GROUP)).isPresent()) {
        throw new PlanProblem.NoKeyDomainUid(facts.get(EnrolPlan.GROUP)).asException();
      }
    }
    return new Enrolment(new EnrolPlan(facts));
  }

  /** An enrolment that can be made. */
  record Enrolment(EnrolPlan plan) implements Plan {
    @Override
    public Ceremony ceremony() {
      return new Ceremony(ID, List.of(plan.facts().get(PlanFields.NAME)), plan.facts(), first());
    }

    private Part first() {
      ReaderRoom readers = plan.readers();
      EnrolExport export = new EnrolExport(plan, readers);
      EnrolIssue issue = new EnrolIssue(plan, readers);
      EnrolJoin join = new EnrolJoin(plan, readers);
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(plan.facts(), SEATS));
      return switch (plan.visit()) {
        case EXPORT -> {
          sections.addAll(export.sections());
          sections.add(closing());
          yield new Part(sections, Part.END);
        }
        case ISSUE -> {
          sections.add(issue.files());
          sections.add(issue.device());
          yield new Part(sections, known -> rest(issue.sections(known)));
        }
        case JOIN -> {
          sections.add(join.files());
          sections.addAll(join.devices());
          yield new Part(sections, known -> rest(joining().sections(known)));
        }
        case TOGETHER -> {
          sections.addAll(export.sections());
          sections.add(issue.device());
          yield new Part(
              sections,
              known -> {
                List<Section> then = new ArrayList<>(issue.sections(known));
                then.addAll(joining().memberSections());
                return rest(then);
              });
        }
      };
    }

    /** Joins where all devices were in a reader once; a room of its own, since parts are pure. */
    private EnrolJoin joining() {
      ReaderRoom readers = plan.readers();
      for (int m = 1; m <= plan.members(); m++) {
        readers.put(m);
      }
      if (plan.visit() == EnrolPlan.Visit.TOGETHER) {
        readers.put(plan.signer());
      }
      return new EnrolJoin(plan, readers);
    }

    private Optional<Part> rest(List<Section> sections) {
      List<Section> all = new ArrayList<>(sections);
      all.add(closing());
      return Optional.of(new Part(all, Part.END));
    }

    private Section closing() {
      return Closing.section(plan.facts(), SEATS);
    }
  }
}
