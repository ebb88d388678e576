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

  /** This key domain still holds keys. */
  record KeyDomainHasKeys(int domain) implements DeviceProblem {}
}
