// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can go wrong between this machine and a device, and what a device refuses. */
public sealed interface DeviceProblem extends Problem {

  /** The service of the system that knows about readers does not run, or is not installed. */
  record ReaderServiceMissing() implements DeviceProblem {}

  /** That service does not run, and what needs it does not wait for it. */
  record ReaderServiceNeeded() implements DeviceProblem {}

  /** There is no reader with this name. */
  record ReaderMissing(String reader) implements DeviceProblem {}

  /** Another program keeps the device in this reader to itself. */
  record ReaderBusy(String reader) implements DeviceProblem {}

  /** The reader could not carry a command, with the reason that the system gave. */
  record NotTransmitted(String reader, String reason) implements DeviceProblem {}

  /** The reader carries short commands only, and this one has so many bytes of data. */
  record ReaderTooSmall(int size) implements DeviceProblem {}

  /** No device is in this reader. */
  record DeviceMissing(String reader) implements DeviceProblem {}

  /** The device in this reader was pulled, or reset by another program, while it was used. */
  record DeviceGone(String reader) implements DeviceProblem {}

  /** The device with this serial is in no reader. */
  record DeviceNotHere(String serial) implements DeviceProblem {}

  /** The device with this serial has another part in the ceremony already. */
  record DeviceTwice(String serial) implements DeviceProblem {}

  /** No device is there that could have this part in the ceremony, and nobody can plug one in. */
  record NoDeviceFits(String part) implements DeviceProblem {}

  /** Several devices could have this part in the ceremony, and nobody can choose. */
  record SeveralDevicesFit(String part) implements DeviceProblem {}

  /** Another device is there than the one that is meant; both by serial. */
  record AnotherDevice(String expected, String found) implements DeviceProblem {}

  /**
   * A device with the serial of the one that is meant is there, but with another certificate, or
   * without its key, which the one that is meant has.
   */
  record DeviceSubstituted(String serial) implements DeviceProblem {}

  /** The certificates of this device name a known maker who did not sign them. */
  record DeviceForged(String serial) implements DeviceProblem {}

  /** This device shows genuine certificates and did not prove that it has their key. */
  record DeviceUnproven(String serial) implements DeviceProblem {}

  /** Nobody knows who made this device. */
  record MakerUnknown(String serial) implements DeviceProblem {}

  /** This device was made for tests. */
  record DeviceForTests(String serial) implements DeviceProblem {}

  /** Anybody can make a device like this one. */
  record DeviceOfAnybody(String serial) implements DeviceProblem {}

  /** What is in the reader is no SmartCard-HSM, or its program for one cannot be reached. */
  record AnotherApplet() implements DeviceProblem {}

  /** The device has no certificate, so nobody can tell which one it is. */
  record CertificateMissing() implements DeviceProblem {}

  /** Bytes of an answer are not what the answer to this command looks like. */
  record AnswerMalformed(String command, String field, int offset) implements DeviceProblem {}

  /** A status word that this command is not known to have; four hex digits. */
  record UnexpectedStatus(String command, String status) implements DeviceProblem {}

  /** The device does not know this command. */
  record CommandUnknown(String command) implements DeviceProblem {}

  /** The firmware, in the form 3.5, is older than what is asked of it. */
  record FirmwareTooOld(String found, String needed) implements DeviceProblem {}

  /** The device was never initialised. */
  record NotInitialised() implements DeviceProblem {}

  /** The device wants the user PIN first. */
  record NotLoggedIn() implements DeviceProblem {}

  /** The device did not take the settings it was to be initialised with. */
  record SettingsRefused(String status) implements DeviceProblem {}

  /** The device has no more room. */
  record DeviceFull() implements DeviceProblem {}

  /** There is no such object on the device; four hex digits. */
  record ObjectMissing(String file) implements DeviceProblem {}

  /** All shares of this key domain are there; one more is not taken. */
  record ShareCountExceeded(int domain) implements DeviceProblem {}

  /** This key domain has no key encryption key. */
  record NoKeyEncryptionKey(int domain) implements DeviceProblem {}

  /** The device was initialised without key domains and without DKEK. */
  record NoKeyDomains() implements DeviceProblem {}

  /** This key domain has room on the device but was not set up. */
  record KeyDomainNotCreated(int domain) implements DeviceProblem {}

  /** The device has no such key domain, or it is set up already. */
  record KeyDomainUnavailable(int domain) implements DeviceProblem {}

  /** Other key domains are set up on the device with this serial than a moment before. */
  record KeyDomainsChanged(String serial) implements DeviceProblem {}

  /** The device took the command, and this key domain is as it was. */
  record KeyDomainNotChanged(int domain) implements DeviceProblem {}

  /** This key domain still holds keys. */
  record KeyDomainHasKeys(int domain) implements DeviceProblem {}

  /** The device has fewer key domains than this index needs. */
  record KeyDomainMissing(int domain) implements DeviceProblem {}

  /** The key of this key domain is agreed between devices and takes no shares. */
  record KeyDomainExchanged(int domain) implements DeviceProblem {}

  /** The device has made up the key of this key domain itself, and it takes no shares. */
  record KeyDomainRandom(int domain) implements DeviceProblem {}

  /** The key of this key domain is made of another number of shares than planned. */
  record ShareNumberDiffers(int domain, int found, int planned) implements DeviceProblem {}

  /** Another number of shares is missing in this key domain than the record says. */
  record MissingSharesDiffer(int domain, int expected, int found) implements DeviceProblem {}

  /** Shares came into this key domain before the ceremony; it is to get so many. */
  record SharesThereAlready(int domain, int planned) implements DeviceProblem {}

  /** All shares are there, and the device with this serial shows the check value of no key. */
  record CheckValueOfNoKey(String serial) implements DeviceProblem {}

  /** The shares in the device with this serial make a key of zeros, which everybody knows. */
  record SharesCancelEachOther(String serial) implements DeviceProblem {}

  /** Two devices, by serial, show two key check values. */
  record CheckValuesDiffer(String one, String value, String other, String otherValue)
      implements DeviceProblem {}

  /** The devices agree on a key check value that is not the planned one. */
  record CheckValueUnexpected(String expected, String found) implements DeviceProblem {}

  /** What was typed is not the end of the serial of the device that is to be erased. */
  record SerialTypedDiffers(String typed) implements DeviceProblem {}

  /** The device took the command to initialise itself, and is not initialised. */
  record StillNotInitialised() implements DeviceProblem {}

  /** After it was initialised, the device allows another number of tries. */
  record TriesNotSet(int wanted, int found) implements DeviceProblem {}

  /** After it was initialised, the SO-PIN may do something else with the user PIN than planned. */
  record OptionsNotSet() implements DeviceProblem {}

  /** After it was initialised, so many keys are still on the device. */
  record NotErased(int keys) implements DeviceProblem {}

  /** After it was initialised, the device has other key domains. */
  record KeyDomainsNotSet(int wanted, int found) implements DeviceProblem {}

  /** The device does not give back the label that was written. */
  record LabelNotSet(String label) implements DeviceProblem {}
}
