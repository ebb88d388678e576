// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.PlanFields.NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.pkcs15.TokenInfo;
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
 * {@code device-setup}: devices are erased and initialised, one after the other, and get all
 * shares, until all have the same key encryption key.
 */
public final class DeviceSetup implements CeremonyKind {
  /** The id in the catalogue. */
  public static final String ID = "device-setup";

  static final Fact<String> LABEL = Fact.text("label");
  static final Fact<Integer> TRIES = Fact.number("tries");
  static final Fact<String> RESET = Fact.text("reset");
  static final Fact<Integer> KEY_DOMAINS = Fact.number("keyDomains");

  private static final String NEW_PIN = "newPin";
  private static final String UNBLOCK = "unblock";
  private static final String NEVER = "never";

  private static final int FEWEST_TRIES = 2;
  private static final int MOST_TRIES = 10;
  private static final int MOST_KEY_DOMAINS = 255;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Field> planning() {
    List<Field> fields = new ArrayList<>(PlanFields.common());
    fields.addAll(ImportPlan.fields());
    fields.add(new Field(LABEL, PlanFields.printed(0, TokenInfo.LONGEST_LABEL)));
    fields.add(new Field(TRIES, new Editor.Number(FEWEST_TRIES, MOST_TRIES)).preset("3"));
    fields.add(
        new Field(RESET, new Editor.Choice(List.of(NEW_PIN, UNBLOCK, NEVER))).preset(NEW_PIN));
    fields.add(new Field(KEY_DOMAINS, new Editor.Number(0, MOST_KEY_DOMAINS)).preset("0"));
    return fields;
  }

  @Override
  public Plan plan(Facts decided) throws ProblemException {
    SetupPlan plan = new SetupPlan(new ImportPlan(complete(decided)));
    TokenInfo.labelled(plan.label());
    return plan;
  }

  /** A set-up that can be made. */
  record SetupPlan(ImportPlan shares) implements Plan {
    Facts facts() {
      return shares.facts();
    }

    /** What the devices are called, empty for no label. */
    String label() {
      return facts().get(LABEL).strip();
    }

    /** How often the user PIN may be wrong. */
    int tries() {
      return facts().get(TRIES);
    }

    /** The fewest characters of a PIN that may be wrong so often (byte reference, section 3). */
    int shortestPin() {
      return tries() <= 3 ? 6 : tries() <= 5 ? 7 : 8;
    }

    Set<DeviceOption> options() {
      return switch (facts().get(RESET)) {
        case NEW_PIN -> Set.of(DeviceOption.RESET_RETRY_COUNTER);
        case UNBLOCK -> Set.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY);
        default -> Set.of();
      };
    }

    /** How many key domains there is room for; 0 for the one DKEK of devices without. */
    int keyDomains() {
      return facts().get(KEY_DOMAINS);
    }

    KeyDomainSetup domains() {
      return keyDomains() > 0
          ? new KeyDomainSetup.KeyDomains(keyDomains())
          : new KeyDomainSetup.DkekShares(shares.shares());
    }

    @Override
    public Ceremony ceremony() {
      ReaderRoom readers = shares.readers();
      SetupSteps steps = new SetupSteps(this);
      List<Section> sections = new ArrayList<>();
      sections.add(Opening.section(facts(), shares.custodians()));
      for (int d = 1; d <= shares.devices(); d++) {
        readers.put(d);
        sections.add(device(steps, d));
      }
      sections.add(new ShareImport(shares, readers, d -> List.of(steps.setUp(d))).section());
      sections.add(Closing.section(facts(), shares.custodians()));
      return new Ceremony(
          ID,
          List.of(facts().get(NAME), shares.devices(), shares.shares()),
          facts(),
          new Part(sections, Part.END));
    }

    private Section device(SetupSteps steps, int d) {
      return new Section(
          new StepId("deviceSetup.device", d),
          shares.deviceWords(d),
          List.of(
              steps.await(d),
              steps.look(d),
              steps.named(d),
              steps.erase(d),
              steps.soTries(d),
              steps.soPin(d),
              steps.soPinWritten(d),
              steps.userPin(d),
              steps.initialise(d)));
    }
  }
}
