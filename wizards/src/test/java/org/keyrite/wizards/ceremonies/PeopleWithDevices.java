// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.device.DeviceIdentity;

/**
 * Made-up people who put the device in, also when it was pulled, and try again after a refusal: the
 * same step, or the section where the step is refused twice running with the same sentence.
 */
final class PeopleWithDevices implements Shell {
  private static final int PATIENCE = 8;

  final List<Problem> refusals = new ArrayList<>();
  final List<Secret> secrets = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  private final DeviceStand stand;
  private final MadeUpPeople others;

  /** What they type, from the name of a slot. */
  private final UnaryOperator<String> typing;

  PeopleWithDevices(DeviceStand stand, MadeUpPeople others, UnaryOperator<String> typing) {
    this.stand = stand;
    this.others = others;
    this.typing = typing;
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) {
    others.entering(row, state);
  }

  @Override
  public Answers ask(Ask ask, CeremonyState state) throws ProblemException {
    Map<SecretSlot, Secret> given = new HashMap<>();
    for (Field field : state.fields(ask)) {
      String text = field.slot() instanceof SecretSlot ? typing.apply(field.slot().name()) : null;
      if (text != null) {
        Secret typed = DeviceStand.typed(text);
        secrets.add(typed);
        given.put((SecretSlot) field.slot(), typed);
      }
    }
    return given.isEmpty() ? others.ask(ask, state) : new Answers(Facts.NONE, given);
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
    stand.putBack();
    return stand.identity();
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer) {
    for (Attest.Shown one : attest.shown()) {
      if (one instanceof Attest.Shown.WhileHeld held && typing.apply(one.slot().name()) != null) {
        revealer
            .lines(held)
            .forEach(line -> {
              shown.add(new String(line));
              Arrays.fill(line, '\0');
            });
        return new Verdict(true, "");
      }
    }
    return others.attest(attest, state, revealer);
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return Progress.NONE;
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    boolean again = refusals.isEmpty() || !refusals.getLast().equals(problem);
    refusals.add(problem);
    stand.putBack();
    if (refusals.size() > PATIENCE) {
      return new Way.Stop();
    }
    return again
        ? new Way.Again()
        : ways.stream().filter(Way.Redo.class::isInstance).findFirst().orElseGet(Way.Stop::new);
  }

  @Override
  public boolean happened(Step doubtful) {
    return false;
  }
}
