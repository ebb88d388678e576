// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.DeviceIdentity;

/** People who answer everything, and try again whatever is refused. */
final class ToyShell implements Shell {
  final List<String> entered = new ArrayList<>();
  final List<Problem> refusals = new ArrayList<>();
  final Map<String, String> facts = new HashMap<>();
  boolean happened;
  private final ToyWorld world;

  ToyShell(ToyWorld world) {
    this.world = world;
    facts.put("seat.officer", "Olga");
    facts.put("seat.witness", "Wim");
    facts.put("seat.custodian[1]", "Clara");
    facts.put("label", "two");
    facts.put("count", "3");
    facts.put("extra", "more");
  }

  @Override
  public void entering(Agenda.Row row, CeremonyState state) {
    entered.add(row.step().id().toString());
  }

  @Override
  public Answers ask(Ask ask, CeremonyState state) {
    Map<String, String> given = new HashMap<>();
    Map<SecretSlot, org.keyrite.core.bytes.Secret> secrets = new HashMap<>();
    for (Field field : state.fields(ask)) {
      switch (field.slot()) {
        case Fact<?> fact -> given.put(fact.name(), facts.get(fact.name()));
        case SecretSlot secret -> secrets.put(secret, world.secret(secret.name() + " typed"));
      }
    }
    return new Answers(Facts.ofTexts(given), secrets);
  }

  @Override
  public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
    return new DeviceIdentity("DEVICE1", Bytes.EMPTY, true);
  }

  @Override
  public Verdict attest(Attest attest, CeremonyState state, Revealer revealer) {
    attest
        .shown()
        .forEach(shown -> {
          if (shown instanceof Attest.Shown.WhileHeld held) {
            revealer.lines(held);
          }
        });
    return new Verdict(true, "");
  }

  @Override
  public Progress watch(Perform perform, CeremonyState state) {
    return Progress.NONE;
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    refusals.add(problem);
    return new Way.Again();
  }

  @Override
  public boolean happened(Step doubtful) {
    return happened;
  }
}
