// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.hsm.DeviceSerial;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.StepId;

/** The steps of a {@link DeviceSetup} besides the import of shares; {@link SetupWork} does them. */
final class SetupSteps {
  private final DeviceSetup.SetupPlan plan;
  private final SetupWork work;

  SetupSteps(DeviceSetup.SetupPlan plan) {
    this.plan = plan;
    this.work = new SetupWork(plan);
  }

  private static StepId id(String name, int d) {
    return new StepId("deviceSetup." + name, d);
  }

  private List<Object> words(int d) {
    return plan.shares().deviceWords(d);
  }

  AwaitDevice await(int d) {
    return AwaitDevice.first(
        id("await", d), Seat.OPERATOR, words(d), "device[" + d + "]", DeviceFacts.serial(d));
  }

  Perform look(int d) {
    return new Perform(
        id("look", d),
        Seat.OPERATOR,
        words(d),
        Set.of(DeviceFacts.serial(d)),
        DeviceLook.yields(d, DeviceFacts.state(d), DeviceFacts.keys(d), DeviceFacts.soTries(d)),
        desk -> work.look(desk, d));
  }

  Attest named(int d) {
    return DeviceLook.named(
        id("named", d),
        d,
        words(d),
        new Attest.Shown.Openly(DeviceFacts.state(d)),
        new Attest.Shown.Openly(DeviceFacts.keys(d)));
  }

  Ask erase(int d) {
    return new Ask(
        id("erase", d),
        Seat.OFFICER,
        words(d),
        Set.of(DeviceFacts.serial(d)),
        List.of(new Field(DeviceFacts.typed(d), new Editor.Text(1, DeviceSerial.TYPED))),
        facts -> anotherDevice(facts, d));
  }

  private static Optional<Problem> anotherDevice(Facts facts, int d) {
    DeviceSerial meant = new DeviceSerial(facts.get(DeviceFacts.serial(d)));
    String typed = facts.get(DeviceFacts.typed(d));
    return typed.equalsIgnoreCase(meant.lastCharacters())
        ? Optional.empty()
        : Optional.of(new DeviceProblem.SerialTypedDiffers(typed));
  }

  Attest soTries(int d) {
    return Attest.of(
        id("soTries", d),
        Seat.WITNESS,
        words(d),
        new Attest.Shown.Openly(DeviceFacts.serial(d)),
        new Attest.Shown.Openly(DeviceFacts.soTries(d)));
  }

  Ask soPin(int d) {
    return Ask.of(
        id("soPin", d),
        Seat.OFFICER,
        words(d),
        new Field(DeviceFacts.soPin(d), new Editor.NewPin(Pin.SO, 0)));
  }

  Attest soPinWritten(int d) {
    return Attest.of(
        id("soPinWritten", d),
        Seat.OFFICER,
        words(d),
        new Attest.Shown.WhileHeld(DeviceFacts.soPin(d), DevicePins::soLines));
  }

  Ask userPin(int d) {
    return Ask.of(
        id("userPin", d),
        Seat.OPERATOR,
        words(d),
        new Field(DeviceFacts.userPin(d), new Editor.NewPin(Pin.USER, plan.shortestPin())));
  }

  Perform initialise(int d) {
    return new Perform(
            id("initialise", d),
            Seat.OPERATOR,
            words(d),
            Set.of(
                DeviceFacts.serial(d),
                DeviceFacts.state(d),
                DeviceFacts.soTries(d),
                DeviceFacts.soPin(d),
                DeviceFacts.userPin(d)),
            Set.of(DeviceFacts.missing(d)),
            desk -> work.initialise(desk, d))
        .inDoubt(desk -> work.wasInitialised(desk, d));
  }

  Perform setUp(int d) {
    return new Perform(
        id("setUp", d),
        Seat.OPERATOR,
        words(d),
        Set.of(DeviceFacts.serial(d), DeviceFacts.userTries(d), DeviceFacts.pin(d)),
        Set.of(),
        desk -> work.setUp(desk, d),
        Perform.Trait.ONE_TRY);
  }
}
