// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.PinReference;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.PinStatus;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.device.DevicePoint;

/**
 * The work of a {@link PinChange}: straight-line code on a desk.
 *
 * <p>A try is taken only while the counter says what the witness was shown. So a PIN that was
 * refused is not given once more by doing the step again; the section has to be done again, with
 * the witness. What an attempt has brought about whose answer was lost is found out with the new
 * PIN, where enough tries are left for it to be the wrong one.
 */
final class PinChangeWork {
  private static final String NOW = "now";
  private static final String EARLIER = "earlier";

  /** So many tries must be left to find something out: after a wrong one it is not the last yet. */
  private static final int ENOUGH = 3;

  private final PinAct act;

  PinChangeWork(PinAct act) {
    this.act = act;
  }

  /** Reads how many tries are left, and refuses a device on which the act cannot succeed. */
  void count(Desk desk) throws ProblemException {
    desk.use(
        OneDevice.SERIAL,
        (hsm, device) -> {
          hsm.pins().requireInitialised();
          requireAllowed(device);
          desk.put(act.tries(), tries(hsm));
          return device;
        });
  }

  /** Devices before 2.0, which do not tell their chip, do not tell their options either. */
  private void requireAllowed(DeviceInfo device) throws ProblemException {
    boolean tells = device.applet().platform().isPresent();
    boolean unblocks = device.applet().options().contains(DeviceOption.RESET_RETRY_COUNTER);
    boolean only = device.applet().options().contains(DeviceOption.UNBLOCK_ONLY);
    boolean allowed =
        switch (act) {
          case RESET -> unblocks && !only;
          case UNBLOCK -> unblocks;
          case CHANGE, CHANGE_SO -> true;
        };
    if (tells && !allowed) {
      throw new PinProblem.ResetNotAllowed().asException();
    }
  }

  /** The tries left of the PIN that is given, in codes; one that cannot be given is refused. */
  private String tries(SmartCardHsm hsm) throws ProblemException {
    PinState state = hsm.send(new PinStatus(act.counted()));
    boolean so = act.needsSoPin();
    switch (state) {
      case PinState.Blocked() ->
          throw (so ? new PinProblem.SoPinBlocked() : new PinProblem.PinBlocked()).asException();
      case PinState.Absent() -> throw new PinProblem.PinAbsent().asException();
      default -> {
        return DevicePoint.tries(state);
      }
    }
  }

  /** Changes the PIN, proves it and reads its tries back. */
  void change(Desk desk) throws ProblemException {
    desk.use(
        OneDevice.SERIAL,
        (hsm, device) -> {
          try (PinPair pins = PinPair.of(act, desk)) {
            desk.put(PinChangeSteps.OUTCOME, changed(desk, hsm, pins) ? NOW : EARLIER);
          }
          // Selecting locks the device, and only a locked one tells its tries.
          hsm.select();
          desk.put(PinChangeSteps.TRIES_AFTER, triesAfter(hsm, act.changed()));
          return device;
        });
  }

  private static String triesAfter(SmartCardHsm hsm, PinReference pin) throws ProblemException {
    PinState state = hsm.send(new PinStatus(pin));
    if (state instanceof PinState.Blocked) {
      throw new PinProblem.PinBlocked().asException();
    }
    return DevicePoint.tries(state);
  }

  /** Whether the PIN was changed now; if not, an attempt before has done it. */
  private boolean changed(Desk desk, SmartCardHsm hsm, PinPair pins) throws ProblemException {
    String shown = desk.get(act.tries());
    String now = tries(hsm);
    int attempt = desk.attemptsSince(PinChangeSteps.COUNT);
    if (attempt == 1 || isHarmlessAgain()) {
      requireAsShown(shown, now, attempt == 1);
    } else if (isChangedAlready(hsm, pins, shown, now, attempt)) {
      return false;
    }
    pins.change(hsm);
    pins.prove(hsm);
    return true;
  }

  /** With the SO-PIN, which stays the same, the same may be done any number of times. */
  private boolean isHarmlessAgain() {
    return act == PinAct.RESET || act == PinAct.UNBLOCK;
  }

  /** Tries that came back since say that the right PIN was given. */
  private void requireAsShown(String shown, String now, boolean first) throws ProblemException {
    boolean rose = !first && number(now) > number(shown);
    if (!now.equals(shown) && !rose) {
      throw triedSince(now);
    }
  }

  /**
   * Whether the attempt before has changed the PIN. Its answer was lost, or it did not get that
   * far. Looked at once: after more attempts the tries are to be seen by the witness again.
   */
  private boolean isChangedAlready(
      SmartCardHsm hsm, PinPair pins, String shown, String now, int attempt)
      throws ProblemException {
    int left = number(now);
    // A first PIN that has to be changed hides its tries for as long as it is there.
    if (left >= 0 && left < number(shown)) {
      throw triedSince(now);
    }
    if (left < ENOUGH || attempt > 2) {
      throw new PinProblem.ChangeUnknown().asException();
    }
    try {
      pins.prove(hsm);
      return true;
    } catch (ProblemException e) {
      switch (e.problem()) {
        case PinProblem.WrongPin _, PinProblem.SoPinWrong _ -> {
          return false;
        }
        default -> throw e;
      }
    }
  }

  /** Tries as a number; less than any where the device does not tell one. */
  private static int number(String tries) {
    return tries.matches("[0-9]+") ? Integer.parseInt(tries) : -1;
  }

  private ProblemException triedSince(String now) {
    return (act.needsSoPin()
            ? new PinProblem.SoPinTriedSince(now)
            : new PinProblem.PinTriedSince(now))
        .asException();
  }
}
