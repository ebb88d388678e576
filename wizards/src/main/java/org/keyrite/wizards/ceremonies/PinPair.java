// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.Optional;
import org.keyrite.core.command.ChangePin;
import org.keyrite.core.command.ChangeSoPin;
import org.keyrite.core.command.PinReference;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.PinStatus;
import org.keyrite.core.command.ResetRetryCounter;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.command.VerifySoPin;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/** The PIN that a device has and the one that it gets; whoever made a pair closes it. */
sealed interface PinPair extends AutoCloseable {

  /** What people typed for an act. */
  static PinPair of(PinAct act, Desk desk) throws ProblemException {
    return switch (act) {
      case CHANGE -> users(desk);
      case RESET -> new Reset(so(desk, act), Optional.of(user(desk)));
      case UNBLOCK -> new Reset(so(desk, act), Optional.empty());
      case CHANGE_SO -> officers(desk);
    };
  }

  private static UserPin user(Desk desk) throws ProblemException {
    return DevicePins.user(desk.get(PinChangeSteps.NEW_USER_PIN));
  }

  private static SoPin so(Desk desk, PinAct act) throws ProblemException {
    return DevicePins.so(desk.get(PinChangeSteps.present(act)));
  }

  private static PinPair users(Desk desk) throws ProblemException {
    UserPins pins =
        new UserPins(DevicePins.user(desk.get(PinChangeSteps.present(PinAct.CHANGE))), user(desk));
    return pins.present.matches(pins.chosen) ? refused(pins, new PinProblem.SamePin()) : pins;
  }

  private static PinPair officers(Desk desk) throws ProblemException {
    SoPins pins =
        new SoPins(so(desk, PinAct.CHANGE_SO), DevicePins.so(desk.get(PinChangeSteps.NEW_SO_PIN)));
    try (SoPin written = DevicePins.so(desk.get(PinChangeSteps.NEW_SO_PIN_AGAIN))) {
      if (!pins.chosen.matches(written)) {
        return refused(pins, new PinProblem.PinOnPaperDiffers());
      }
    }
    return pins.present.matches(pins.chosen) ? refused(pins, new PinProblem.SamePin()) : pins;
  }

  private static PinPair refused(PinPair pins, PinProblem problem) throws ProblemException {
    pins.close();
    throw problem.asException();
  }

  /**
   * Has the device change its PIN; the one that it has is given, and costs a try if it is wrong.
   */
  void change(SmartCardHsm hsm) throws ProblemException;

  /** Gives the device the PIN that it shall have; costs a try if it has another. */
  void prove(SmartCardHsm hsm) throws ProblemException;

  @Override
  void close();

  /**
   * Of the user. The command to change it has nothing between the two, and the device cuts them
   * apart where its own ends: a character too many in the first would become part of the second. So
   * the first is given alone before, but for that of a delivery, which can only be changed.
   */
  record UserPins(UserPin present, UserPin chosen) implements PinPair {
    @Override
    public void change(SmartCardHsm hsm) throws ProblemException {
      if (!(hsm.send(new PinStatus(PinReference.USER)) instanceof PinState.ToBeChanged)) {
        hsm.send(new VerifyPin(present));
      }
      hsm.send(new ChangePin(present, chosen));
    }

    @Override
    public void prove(SmartCardHsm hsm) throws ProblemException {
      hsm.send(new VerifyPin(chosen));
    }

    @Override
    public void close() {
      present.close();
      chosen.close();
    }
  }

  /** Of the officer. */
  record SoPins(SoPin present, SoPin chosen) implements PinPair {
    @Override
    public void change(SmartCardHsm hsm) throws ProblemException {
      hsm.sendWithSoPin(new ChangeSoPin(present, chosen));
    }

    @Override
    public void prove(SmartCardHsm hsm) throws ProblemException {
      hsm.sendWithSoPin(new VerifySoPin(chosen));
    }

    @Override
    public void close() {
      present.close();
      chosen.close();
    }
  }

  /**
   * The officer's, and the user's new one if he gets one; without one there is nothing to prove.
   */
  record Reset(SoPin soPin, Optional<UserPin> chosen) implements PinPair {
    @Override
    public void change(SmartCardHsm hsm) throws ProblemException {
      hsm.sendWithSoPin(new ResetRetryCounter(soPin, chosen));
    }

    @Override
    public void prove(SmartCardHsm hsm) throws ProblemException {
      if (chosen.isPresent()) {
        hsm.send(new VerifyPin(chosen.get()));
      }
    }

    @Override
    public void close() {
      soPin.close();
      chosen.ifPresent(UserPin::close);
    }
  }
}
