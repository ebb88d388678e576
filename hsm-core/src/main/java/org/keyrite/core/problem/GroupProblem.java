// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can be wrong with the papers of a device that is to join a group, and with its group. */
public sealed interface GroupProblem extends Problem {

  /** A device ID in which the issuer's certificate stands in front of the device's. */
  record DeviceIdSwapped() implements GroupProblem {}

  /** Two certificates stand together of which the second is not the issuer of the first. */
  record IssuerDoesNotBelong(String device, String issuer) implements GroupProblem {}

  /** The certificate of this holder is not signed by its issuer, or by one who may not issue. */
  record CertificateForged(String holder) implements GroupProblem {}

  /** A group signer's key is on another curve than brainpoolP256r1, or is no key of a curve. */
  record SignerKeyOfAnotherKind(String kind) implements GroupProblem {}

  /** A group signer's key did not sign its own request. */
  record SignerKeyUnproven() implements GroupProblem {}

  /** The device that is named in a group signer's request did not vouch for the key. */
  record SignerKeyNotVouchedFor(String device) implements GroupProblem {}

  /** A group signer's request names another device than the certificates beside it. */
  record SignerKeyOfAnotherDevice(String expected, String found) implements GroupProblem {}

  /** The membership was not issued for the device with this serial. */
  record MembershipForAnotherDevice(String serial) implements GroupProblem {}

  /** The device did not believe the certificate of this holder. */
  record CertificateRefusedByDevice(String holder) implements GroupProblem {}

  /** The device did not take a membership that holds here; four hex digits. */
  record MembershipRefusedByDevice(String status) implements GroupProblem {}

  /** The membership that the signer's device has just signed does not hold. */
  record MembershipSignedWrong(String serial) implements GroupProblem {}

  /** No key on the device with this serial is that of the group signer with this UID. */
  record SignerMissing(String serial, String uid) implements GroupProblem {}

  /** The key of a group signer was made on another device, and restored to the first one. */
  record SignerMadeElsewhere(String serial, String maker) implements GroupProblem {}

  /** Beside a key is no request of its device any more, without which nobody can join. */
  record SignerRequestMissing(int reference) implements GroupProblem {}

  /** A file that belongs to a group cannot be used, for this reason. */
  record FileOfGroupRefused(String file, Problem why) implements GroupProblem {}

  /** Two device IDs are of the device with this serial. */
  record DeviceIdRepeated(String serial) implements GroupProblem {}

  /** A folder has no file that ends so. */
  record NoFilesOfGroup(String folder, String ending) implements GroupProblem {}

  /** Another number of device IDs is there than devices were planned. */
  record MembersDiffer(int planned, int found) implements GroupProblem {}

  /** A record beside files of a group is not that of the visit before. */
  record RecordOfAnotherVisit(String file) implements GroupProblem {}

  /** The device with this serial is a test device, and the signer's is none. */
  record TestDeviceInGroup(String serial) implements GroupProblem {}

  /** The device with this serial is simulated, and the signer's is not. */
  record SimulatedDeviceInGroup(String serial) implements GroupProblem {}

  /** The signer's device is for tests or simulated, and the device with this serial is neither. */
  record SignerOfAnotherKind(String serial) implements GroupProblem {}

  /** The device with this serial has no key that could be a group signer. */
  record NoSignerOnDevice(String serial) implements GroupProblem {}

  /** This line of a register of members is not as it was written. */
  record RegisterChanged(String path, int line) implements GroupProblem {}

  /** A register of members is that of another group; both key domain UIDs in hex. */
  record RegisterOfAnotherGroup(String expected, String found) implements GroupProblem {}

  /** After it was created, the key domain is not the one of the group. */
  record DomainOfAnotherGroup(int domain, String expected, String found) implements GroupProblem {}

  /** The membership is for another group; both key domain UIDs in hex. */
  record MembershipOfAnotherGroup(String expected, String found) implements GroupProblem {}

  /** Two devices, by serial, are in two groups. */
  record DevicesInTwoGroups(String one, String group, String other, String otherGroup)
      implements GroupProblem {}

  /** The key domain of the first device belongs to a group, and that of the second has a DKEK. */
  record OnlyOneInAGroup(String member, String group, String other) implements GroupProblem {}

  /** A key check value was planned, and the key domain belongs to a group. */
  record GroupInPlaceOfCheckValue(String expected, String group) implements GroupProblem {}
}
