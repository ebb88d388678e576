// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.keyrite.wizards.ceremonies.KeyDomainSteps.D;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeleteKeyDomain;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;

/**
 * What a {@link KeyDomainCare} does. What is to be is looked at first: done already by an earlier
 * attempt whose answer was lost, it is not done again.
 *
 * @param act what is done
 * @param domain which key domain
 * @param shares of how many shares a new key is made
 */
record KeyDomainWork(String act, KeyDomainIndex domain, int shares) {
  private static final String NONE = "none";

  /** Which device it is, what its key domains are, and whether this can be done with it. */
  void look(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(D),
        (hsm, device) -> {
          DeviceLook.identity(desk, D, hsm, device);
          hsm.pins().requireInitialised();
          int keys = keysIn(KeyList.read(hsm));
          if (!act.equals(KeyDomainCare.STATUS)) {
            device.require(Feature.KEY_DOMAINS);
            requirePossible(hsm.send(new QueryKeyDomain(domain)), keys);
          }
          desk.put(KeyDomainSteps.BEFORE, told(KeyDomains.read(hsm, device)));
          desk.put(KeyDomainSteps.KEYS, keys);
          return device;
        });
  }

  private int keysIn(KeyList keys) {
    return (int)
        keys.keys().stream()
            .filter(key -> key.terms().domain().orElse(KeyDomainIndex.FIRST).equals(domain))
            .count();
  }

  private void requirePossible(KeyDomainSlot slot, int keys) throws ProblemException {
    switch (slot) {
      case KeyDomainSlot.Undefined() when act.equals(KeyDomainCare.CREATE) -> {
        // There is room for it.
      }
      case KeyDomainSlot.Undefined() ->
          throw new DeviceProblem.KeyDomainNotCreated(domain.value()).asException();
      case KeyDomainSlot.Defined(KeyDomainStatus status) -> requirePossible(status, keys);
      case KeyDomainSlot.BeyondLast() ->
          throw new DeviceProblem.KeyDomainMissing(domain.value()).asException();
      case KeyDomainSlot.None() -> throw new DeviceProblem.NoKeyDomains().asException();
    }
  }

  private void requirePossible(KeyDomainStatus status, int keys) throws ProblemException {
    switch (act) {
      case KeyDomainCare.CREATE ->
          throw new DeviceProblem.KeyDomainUnavailable(domain.value()).asException();
      case KeyDomainCare.CLEAR -> {
        boolean untouched = !status.hasKey() && status.outstanding() == status.shares();
        if (untouched || (status.isExchanged() && !status.hasKey())) {
          throw new DeviceProblem.NoKeyEncryptionKey(domain.value()).asException();
        }
      }
      default -> {
        if (keys > 0) {
          throw new DeviceProblem.KeyDomainHasKeys(domain.value()).asException();
        }
      }
    }
  }

  /** Does it, unless an earlier attempt did without our hearing of it. */
  void change(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(D),
        (hsm, device) -> {
          KeyDomainSlot now = hsm.send(new QueryKeyDomain(domain));
          if (!(LostAnswer.isPossible(desk) && isDone(now))) {
            Unlock.logIn(desk, hsm, D);
            change(hsm, now);
          }
          requireDone(hsm);
          return device;
        });
  }

  private void change(SmartCardHsm hsm, KeyDomainSlot now) throws ProblemException {
    switch (act) {
      case KeyDomainCare.CREATE -> hsm.send(new CreateDkekDomain(domain, shares));
      case KeyDomainCare.CLEAR -> hsm.send(new ClearKeyEncryptionKey(domain));
      default -> {
        // pico-hsm deletes a domain of a group only once its key is gone.
        if (now instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
            && status.isExchanged()
            && status.hasKey()) {
          hsm.send(new ClearKeyEncryptionKey(domain));
        }
        hsm.send(new DeleteKeyDomain(domain));
      }
    }
  }

  private boolean isDone(KeyDomainSlot now) {
    return switch (now) {
      case KeyDomainSlot.Undefined() -> act.equals(KeyDomainCare.DELETE);
      case KeyDomainSlot.Defined(KeyDomainStatus status) ->
          switch (act) {
            case KeyDomainCare.CREATE ->
                !status.isExchanged()
                    && status.shares() == shares
                    && status.outstanding() == shares;
            case KeyDomainCare.CLEAR -> !status.hasKey();
            default -> false;
          };
      default -> false;
    };
  }

  private void requireDone(SmartCardHsm hsm) throws ProblemException {
    if (!isDone(hsm.send(new QueryKeyDomain(domain)))) {
      throw new DeviceProblem.KeyDomainNotChanged(domain.value()).asException();
    }
  }

  /** All key domains as they are now. */
  void readBack(Desk desk) throws ProblemException {
    desk.use(
        DeviceFacts.serial(D),
        (hsm, device) -> {
          requireDone(hsm);
          desk.put(KeyDomainSteps.AFTER, told(hsm, device));
          return device;
        });
  }

  private static String told(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    return told(KeyDomains.read(hsm, device));
  }

  /** Those that are set up, each in codes, and how many there is room for beside them. */
  private static String told(KeyDomains domains) {
    List<String> codes = new ArrayList<>();
    int free = 0;
    for (int index = 0; index < domains.slots().size(); index++) {
      if (domains.slots().get(index) instanceof KeyDomainSlot.Defined(KeyDomainStatus status)) {
        codes.add(told(index, status));
      } else {
        free++;
      }
    }
    if (free > 0) {
      codes.add("FREE " + free);
    }
    return codes.isEmpty() ? NONE : String.join(", ", codes);
  }

  private static String told(int index, KeyDomainStatus status) {
    String value = status.keyCheckValue().toText();
    if (status.isExchanged()) {
      String uid = status.group().orElseThrow().toHex();
      return status.hasKey()
          ? "XKEK " + index + " " + value + " " + uid
          : "GROUP " + index + " " + uid;
    }
    if (status.hasKey()) {
      return (status.shares() == 0 ? "RANDOM " : "DKEK ")
          + index
          + " "
          + value
          + " "
          + status.shares();
    }
    return "WAITING " + index + " " + status.outstanding() + " " + status.shares();
  }
}
