// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong when two devices of a group agree on an exchanged key encryption key. */
public sealed interface ExchangeProblem extends Problem {

  /** The exchange request of the device with this serial does not say for which group it is. */
  record ExchangeRequestWithoutGroup(String serial) implements ExchangeProblem {}

  /** The exchange request of this device is for another group; both key domain UIDs in hex. */
  record PartnerOfAnotherGroup(String serial, String expected, String found)
      implements ExchangeProblem {}

  /** An exchange request names another device than the certificates beside it. */
  record ExchangeRequestOfAnotherDevice(String expected, String found) implements ExchangeProblem {}

  /** The signature of the key or of the device with this serial over its request is not there. */
  record ExchangeKeyUnproven(String serial) implements ExchangeProblem {}

  /** An exchange key is not on brainpoolP256r1. */
  record ExchangeKeyOfAnotherKind(String kind) implements ExchangeProblem {}

  /** The exchange request is of the device with this serial, which is not the one looked at. */
  record PartnerChanged(String serial) implements ExchangeProblem {}

  /** A device was given its own exchange request. */
  record PartnerIsSameDevice(String serial) implements ExchangeProblem {}

  /** The device did not take an exchange request that holds here; four hex digits. */
  record ExchangeRefusedByDevice(String status) implements ExchangeProblem {}

  /** After it agreed, the device shows a check value of zeros for this key domain. */
  record NothingAgreed(String serial, int domain) implements ExchangeProblem {}

  /** Two devices that should have agreed show two check values. */
  record CheckValuesOfPartnersDiffer(String one, String other) implements ExchangeProblem {}

  /** Beside an exchange key is no request of its device any more. */
  record ExchangeRequestMissing(int reference) implements ExchangeProblem {}

  /** After it was cleaned up, the device still has an agreed key in this key domain. */
  record AgreedKeyRemains(String serial, int domain) implements ExchangeProblem {}

  /** After it was cleaned up, the device still has the exchange key under this reference. */
  record ExchangeKeyRemains(String serial, int reference) implements ExchangeProblem {}
}
