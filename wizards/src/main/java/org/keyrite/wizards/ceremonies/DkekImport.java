// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.PlanFields.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.hsm.PinStates;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Plan;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * {@code dkek-import}: shares go into devices that were initialised before, until all have the same
 * key encryption key.
 */
public final class DkekImport implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "dkek-import";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.addAll(ImportPlan.fields());
    fields.add(
        new Field(ImportPlan.DOMAIN, new Editor.Number(0, KeyDomainIndex.LARGEST)).preset("0"));
    fields.add(PlanFields.yesNo(ImportPlan.CLEAR, false));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) {
    return new DevicesPlan(new ImportPlan(complete(decided)));
  }

  /** An import that can be made. */
  record DevicesPlan(ImportPlan plan) implements Plan {
    Facts facts() {
      return plan.facts();
    }

    @Override
    public Ceremony ceremony() {
      ReaderRoom readers = plan.readers();
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(plan.facts(), plan.custodians()));
      for (int d = 1; d <= plan.devices(); d++) {
        readers.put(d);
        sections.add(device(d));
      }
      sections.add(new ShareImport(plan, readers, d -> List.of()).section());
      sections.add(Closing.section(plan.facts(), plan.custodians()));
      return new Ceremony(
          ID,
          List.of(plan.facts().get(NAME), plan.devices(), plan.shares()),
          plan.facts(),
          new Part(sections, Part.END));
    }

    private static StepId id(String name, int d) {
      return new StepId("dkekImport." + name, d);
    }

    private Section device(int d) {
      return new Section(
          id("device", d),
          plan.deviceWords(d),
          List.of(
              AwaitDevice.first(
                  id("await", d),
                  Seat.OPERATOR,
                  plan.deviceWords(d),
                  "device[" + d + "]",
                  DeviceFacts.serial(d)),
              new Perform(
                  id("look", d),
                  Seat.OPERATOR,
                  plan.deviceWords(d),
                  Set.of(DeviceFacts.serial(d)),
                  DeviceLook.yields(d, DeviceFacts.missing(d)),
                  desk -> look(desk, d)),
              DeviceLook.named(
                  id("named", d),
                  d,
                  plan.deviceWords(d),
                  new Attest.Shown.Openly(DeviceFacts.missing(d)))));
    }

    private void look(Desk desk, int d) throws ProblemException {
      DomainWork domain = plan.domain();
      KeyDomainStatus status =
          desk.use(
              DeviceFacts.serial(d),
              (hsm, device) -> {
                DeviceLook.identity(desk, d, hsm, device);
                PinStates pins = hsm.pins();
                pins.requireInitialised();
                DevicePins.tries(pins.user());
                return domain.status(hsm);
              });
      if (status.outstanding() != plan.shares() && !plan.clears()) {
        throw new DeviceProblem.SharesThereAlready(domain.index().value(), plan.shares())
            .asException();
      }
      desk.put(DeviceFacts.missing(d), status.outstanding());
    }
  }
}
