// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * The key domain that shares go to, as its device tells it now.
 *
 * @param index which one
 * @param shares how many shares the plan makes its key of
 */
record DomainWork(KeyDomainIndex index, int shares) {

  /** Whether there is room for it and nothing else. */
  boolean isUndefined(SmartCardHsm hsm) throws ProblemException {
    return hsm.send(new QueryKeyDomain(index)) instanceof KeyDomainSlot.Undefined;
  }

  /** Its status; refuses what cannot take these shares. */
  KeyDomainStatus status(SmartCardHsm hsm) throws ProblemException {
    return status(hsm.send(new QueryKeyDomain(index)));
  }

  /** Its status, as the device told it; refuses what cannot take these shares. */
  KeyDomainStatus status(KeyDomainSlot told) throws ProblemException {
    int domain = index.value();
    return switch (told) {
      case KeyDomainSlot.Defined(KeyDomainStatus status) -> usable(status);
      case KeyDomainSlot.Undefined() ->
          throw new DeviceProblem.KeyDomainNotCreated(domain).asException();
      case KeyDomainSlot.BeyondLast() ->
          throw new DeviceProblem.KeyDomainMissing(domain).asException();
      case KeyDomainSlot.None() -> throw new DeviceProblem.NoKeyDomains().asException();
    };
  }

  private KeyDomainStatus usable(KeyDomainStatus status) throws ProblemException {
    if (status.isExchanged()) {
      throw new DeviceProblem.KeyDomainExchanged(index.value()).asException();
    }
    if (status.shares() == 0) {
      throw new DeviceProblem.KeyDomainRandom(index.value()).asException();
    }
    if (status.shares() != shares) {
      throw new DeviceProblem.ShareNumberDiffers(index.value(), status.shares(), shares)
          .asException();
    }
    return status;
  }

  /** Refuses a domain in which another number of shares is missing. */
  void requireMissing(int expected, KeyDomainStatus found) throws ProblemException {
    if (found.outstanding() != expected) {
      throw new DeviceProblem.MissingSharesDiffer(index.value(), expected, found.outstanding())
          .asException();
    }
  }
}
