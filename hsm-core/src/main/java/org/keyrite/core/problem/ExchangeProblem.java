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

  /** The file is no manifest of a migration; the member at which that is seen. */
  record MigrationManifestUnreadable(String file, String member) implements ExchangeProblem {}

  /** A manifest of a migration lists a file that does not lie beside it. */
  record BundleFileMissing(String file) implements ExchangeProblem {}

  /** A file of a migration is not the one that its manifest lists. */
  record BundleFileAltered(String file) implements ExchangeProblem {}

  /** The words that the other site read aloud are not those of the bundle that was brought. */
  record BundleWordsDiffer() implements ExchangeProblem {}

  /** What was typed are not the first words of a hash, of which so many are needed. */
  record BundleWordsUnreadable(int fewest) implements ExchangeProblem {}

  /** A bundle is of another visit than the one before this; both counted from 1. */
  record BundleOfAnotherVisit(int expected, int found) implements ExchangeProblem {}

  /** The device with this serial waits for no bundle of this migration, or not any more. */
  record BundleOfAnotherMigration(String serial, String migration) implements ExchangeProblem {}

  /**
   * The exchange key that waited on the device of this serial was used for an agreement that is not
   * there any more, and keys of the bundle are still missing.
   */
  record OfferUsedUp(String serial) implements ExchangeProblem {}

  /** A bundle is for the device with the first serial, and this one has the second. */
  record BundleForAnotherDevice(String expected, String found) implements ExchangeProblem {}

  /** The keys come from the device with the second serial; the first one was named before. */
  record PartnerNotTheNamedOne(String expected, String found) implements ExchangeProblem {}

  /** The certificate of the device with this serial is not the one that was named before. */
  record PartnerCertificateChanged(String serial) implements ExchangeProblem {}

  /** The check value in a bundle is zeros: its device had agreed on nothing. */
  record BundleWithoutCheckValue() implements ExchangeProblem {}

  /** The record beside a bundle is not that of the visit that made it. */
  record BundleRecordDiffers(String file) implements ExchangeProblem {}

  /** The record beside a bundle ends before its visit was over. */
  record BundleRecordUnfinished(String file) implements ExchangeProblem {}

  /** What was typed is no serial of a device. */
  record NoDeviceSerial(String typed) implements ExchangeProblem {}

  /** What was typed is no fingerprint of a certificate. */
  record NoFingerprint(String typed) implements ExchangeProblem {}
}
