// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyrite.core.pin.UserPin;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DevicePoint;

/**
 * The steps of a {@link PinChange}, as they stand in its agenda; {@link PinChangeWork} does them.
 */
final class PinChangeSteps {
  /** Whether the PIN was changed now, or by an attempt whose answer was lost. */
  static final Fact<String> OUTCOME = Fact.text("pin.outcome");

  /** Tries left of the PIN that was changed. */
  static final Fact<String> TRIES_AFTER = Fact.text("pin.triesAfter");

  static final SecretSlot NEW_USER_PIN = new SecretSlot("newUserPin");
  static final SecretSlot NEW_SO_PIN = new SecretSlot("newSoPin");

  /** As it stands on paper: typed from there, so that what is set is what was written down. */
  static final SecretSlot NEW_SO_PIN_AGAIN = new SecretSlot("newSoPinAgain");

  static final StepId COUNT = StepId.of("pinChange.count");

  private static final List<DevicePoint> NAMED =
      List.of(DevicePoint.SERIAL, DevicePoint.LABEL, DevicePoint.ORIGIN, DevicePoint.FIRMWARE);

  private final PinAct act;
  private final PinChangeWork work;

  PinChangeSteps(PinAct act) {
    this.act = act;
    this.work = new PinChangeWork(act);
  }

  /** The PIN that the device has. */
  static SecretSlot present(PinAct act) {
    return act.needsSoPin() ? DeviceFacts.soPin(1) : DeviceFacts.pin(1);
  }

  AwaitDevice await() {
    return OneDevice.await(StepId.of("pinChange.await"));
  }

  Perform look() {
    return OneDevice.look(StepId.of("pinChange.look"), NAMED);
  }

  Attest named() {
    return OneDevice.guarded(StepId.of("pinChange.named"), NAMED);
  }

  Perform count() {
    return new Perform(
        COUNT,
        Seat.OPERATOR,
        List.of(),
        Set.of(OneDevice.SERIAL),
        Set.of(act.tries()),
        work::count);
  }

  Attest tries() {
    return OneDevice.seen(
        StepId.of(act.needsSoPin() ? "pinChange.soTries" : "pinChange.userTries"),
        List.of(DevicePoint.SERIAL),
        List.of(act.tries()));
  }

  Ask present() {
    return Ask.of(
        StepId.of(act.needsSoPin() ? "pinChange.presentSo" : "pinChange.presentUser"),
        act.giver(),
        List.of(),
        new Field(present(act), new Editor.KnownPin(act.given())));
  }

  Ask userPin() {
    return Ask.of(
        StepId.of("pinChange.userPin"),
        Seat.OPERATOR,
        List.of(),
        new Field(NEW_USER_PIN, new Editor.NewPin(Pin.USER, UserPin.SHORTEST)));
  }

  Ask soPin() {
    return Ask.of(
        StepId.of("pinChange.soPin"),
        Seat.OFFICER,
        List.of(),
        new Field(NEW_SO_PIN, new Editor.NewPin(Pin.SO, 0)));
  }

  Attest soPinWritten() {
    return Attest.of(
        StepId.of("pinChange.soPinWritten"),
        Seat.OFFICER,
        List.of(),
        new Attest.Shown.WhileHeld(NEW_SO_PIN, DevicePins::soLines));
  }

  Ask soPinAgain() {
    return Ask.of(
        StepId.of("pinChange.soPinAgain"),
        Seat.OFFICER,
        List.of(),
        new Field(NEW_SO_PIN_AGAIN, new Editor.KnownPin(Pin.SO)));
  }

  /** Done again, it finds out by itself what an attempt before it has brought about. */
  Perform change() {
    Set<Slot> needs = new HashSet<>(Set.of(OneDevice.SERIAL, act.tries(), present(act)));
    if (act.choosesUserPin()) {
      needs.add(NEW_USER_PIN);
    }
    if (act.choosesSoPin()) {
      needs.addAll(Set.of(NEW_SO_PIN, NEW_SO_PIN_AGAIN));
    }
    String key =
        switch (act) {
          case CHANGE -> "pinChange.change";
          case RESET -> "pinChange.reset";
          case UNBLOCK -> "pinChange.unblock";
          case CHANGE_SO -> "pinChange.changeSo";
        };
    return new Perform(
        StepId.of(key),
        Seat.OPERATOR,
        List.of(),
        needs,
        Set.of(OUTCOME, TRIES_AFTER),
        work::change);
  }
}
