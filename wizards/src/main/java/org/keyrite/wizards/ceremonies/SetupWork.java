// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.AppletInfo;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.PinReference;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.PinStatus;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.PinStates;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Perform;

/** The work of a {@link DeviceSetup} besides shares: straight-line code on a desk. */
final class SetupWork {
  private final DeviceSetup.SetupPlan plan;
  private final DomainWork domain;

  SetupWork(DeviceSetup.SetupPlan plan) {
    this.plan = plan;
    this.domain = plan.shares().domain();
  }

  void look(Desk desk, int d) throws ProblemException {
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          if (plan.keyDomains() > 0) {
            device.require(Feature.KEY_DOMAINS);
          }
          PinStates pins = hsm.pins();
          desk.put(DeviceFacts.soTries(d), tries(pins.so()));
          desk.put(
              DeviceFacts.state(d), pins.isInitialised() ? DeviceFacts.SET_UP : DeviceFacts.NEW);
          desk.put(DeviceFacts.keys(d), pins.isInitialised() ? keys(hsm) : 0);
          DeviceLook.identity(desk, d, hsm, device);
          return device;
        });
  }

  /** Tries left of the SO-PIN, as a fact; a device that has none left can never be set up. */
  private static String tries(PinState soPin) throws ProblemException {
    return switch (soPin) {
      case PinState.Absent() -> DeviceFacts.NO_PIN_YET;
      case PinState.Unverified(int tries) -> Integer.toString(tries);
      case PinState.Blocked() -> throw new PinProblem.SoPinBlocked().asException();
      // The reference knows neither for an SO-PIN of a locked device.
      case PinState.Verified(), PinState.ToBeChanged() ->
          throw new DeviceProblem.UnexpectedStatus("VERIFY status", "9000").asException();
    };
  }

  private static int keys(SmartCardHsm hsm) throws ProblemException {
    return (int) hsm.send(new EnumerateObjects()).stream().filter(FileId::isKey).count();
  }

  /**
   * Erases the device. Done again with the same PINs it does no harm; that it is the same SO-PIN
   * which was refused before shows in its counter.
   */
  void initialise(Desk desk, int d) throws ProblemException {
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          requireUntried(
              desk.get(DeviceFacts.soTries(d)),
              tries(hsm.send(new PinStatus(PinReference.SO))),
              desk);
          try (UserPin userPin = DevicePins.user(desk.get(DeviceFacts.userPin(d)));
              SoPin soPin = DevicePins.so(desk.get(DeviceFacts.soPin(d)))) {
            hsm.sendWithSoPin(
                new InitializeDevice(plan.options(), userPin, soPin, plan.tries(), plan.domains()));
          }
          refuse(difference(hsm, device));
          return device;
        });
    desk.put(DeviceFacts.missing(d), plan.shares().shares());
  }

  /**
   * Refuses an SO-PIN that was tried since the witness saw its counter. A counter that went up, or
   * came into being, says that the device did what an earlier attempt asked for.
   */
  private static void requireUntried(String witnessed, String now, Desk desk)
      throws ProblemException {
    if (now.equals(witnessed)) {
      return;
    }
    boolean rose =
        !now.equals(DeviceFacts.NO_PIN_YET)
            && (witnessed.equals(DeviceFacts.NO_PIN_YET)
                || Integer.parseInt(now) > Integer.parseInt(witnessed));
    if (!rose || !LostAnswer.isPossible(desk)) {
      throw new PinProblem.SoPinTriedSince(now).asException();
    }
  }

  /** Looks whether a device was erased that was to be: it is then as the plan says. */
  Perform.Doubt.Finding wasInitialised(Desk desk, int d) throws ProblemException {
    desk.put(DeviceFacts.missing(d), plan.shares().shares());
    return desk.use(
        DeviceFacts.serial(d),
        (hsm, device) ->
            hsm.readFile(FileId.TOKEN_INFO).isEmpty() && difference(hsm, device).isEmpty()
                ? Perform.Doubt.Finding.HAPPENED
                : Perform.Doubt.Finding.DID_NOT_HAPPEN);
  }

  /** Names the device and reads everything back, as it is after a reset. */
  void setUp(Desk desk, int d) throws ProblemException {
    if (!plan.label().isEmpty()) {
      desk.use(
          DeviceFacts.serial(d),
          (hsm, device) -> {
            Unlock.logIn(desk, hsm, d);
            hsm.writeFile(FileId.TOKEN_INFO, label());
            return device;
          });
    }
    desk.use(
        DeviceFacts.serial(d),
        (hsm, device) -> {
          refuse(difference(hsm, device));
          if (!plan.label().isEmpty()
              && !hsm.readFile(FileId.TOKEN_INFO).equals(Optional.of(label()))) {
            throw new DeviceProblem.LabelNotSet(plan.label()).asException();
          }
          return domain.status(hsm);
        });
  }

  private Bytes label() throws ProblemException {
    return TokenInfo.labelled(plan.label()).encode();
  }

  private static void refuse(Optional<Problem> difference) throws ProblemException {
    if (difference.isPresent()) {
      throw difference.get().asException();
    }
  }

  /** In what a device is not as the plan says, as far as it can be read. */
  private Optional<Problem> difference(SmartCardHsm hsm, DeviceInfo before)
      throws ProblemException {
    AppletInfo applet = hsm.select();
    PinState user = hsm.send(new PinStatus(PinReference.USER));
    if (user instanceof PinState.Absent) {
      return Optional.of(new DeviceProblem.StillNotInitialised());
    }
    for (DeviceOption option :
        List.of(DeviceOption.RESET_RETRY_COUNTER, DeviceOption.UNBLOCK_ONLY)) {
      if (applet.options().contains(option) != plan.options().contains(option)) {
        return Optional.of(new DeviceProblem.OptionsNotSet());
      }
    }
    int tries = DevicePins.tries(user);
    if (tries != plan.tries()) {
      return Optional.of(new DeviceProblem.TriesNotSet(plan.tries(), tries));
    }
    int keys = keys(hsm);
    return keys > 0 ? Optional.of(new DeviceProblem.NotErased(keys)) : domains(hsm, before);
  }

  /** The first key domain may have been set up already; no share is in it. */
  private Optional<Problem> domains(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    List<KeyDomainSlot> slots = KeyDomains.read(hsm, device).slots();
    int wanted = Math.max(1, plan.keyDomains());
    boolean others =
        slots.stream().skip(1).allMatch(slot -> slot instanceof KeyDomainSlot.Undefined);
    if (slots.size() != wanted || !others) {
      return Optional.of(new DeviceProblem.KeyDomainsNotSet(wanted, slots.size()));
    }
    if (slots.getFirst() instanceof KeyDomainSlot.Undefined && plan.keyDomains() > 0) {
      return Optional.empty();
    }
    int n = plan.shares().shares();
    int missing = domain.status(slots.getFirst()).outstanding();
    return missing == n
        ? Optional.empty()
        : Optional.of(new DeviceProblem.MissingSharesDiffer(domain.index().value(), n, missing));
  }
}
