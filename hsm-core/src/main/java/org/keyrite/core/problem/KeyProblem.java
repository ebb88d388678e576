// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.problem;

/** What can go wrong with a key on a device, or with one that was wrapped to leave it. */
public sealed interface KeyProblem extends Problem {

  /** The device has no key with this reference. */
  record KeyMissing(int reference) implements KeyProblem {}

  /** The device has a key with this reference already. */
  record KeyExists(int reference) implements KeyProblem {}

  /** The device has no free reference for one more key. */
  record NoFreeKey() implements KeyProblem {}

  /** More keys, an exchange key with them, are to go to the device than numbers are free there. */
  record TooFewPlaces(int needed, int free) implements KeyProblem {}

  /** Keys take at least so many bytes, and fewer are free on the device that is to get them. */
  record TooLittleMemory(long least, long free) implements KeyProblem {}

  /** So many keys of a bundle are to go to the device, and fewer numbers are free there. */
  record BundleNeedsPlaces(int needed, int free) implements KeyProblem {}

  /** The keys of a bundle take at least so many bytes, and fewer are free on the device. */
  record BundleNeedsMemory(long least, long free) implements KeyProblem {}

  /** The device, or its firmware, has no keys of this kind and size. */
  record KeyKindRefused(String kind) implements KeyProblem {}

  /** The device made another key than it was told to. */
  record AnotherKindMade(String expected, String found) implements KeyProblem {}

  /** The request for a new key is of another device than the one that should have made it. */
  record RequestOfAnotherDevice(String expected, String found) implements KeyProblem {}

  /** A signature in the request for a key does not hold. */
  record RequestUnproven() implements KeyProblem {}

  /** The key may not be used so: its list of algorithms leaves it out. */
  record UseForbidden(int reference) implements KeyProblem {}

  /** The use counter of the key has reached zero. */
  record KeyUsedUp(int reference) implements KeyProblem {}

  /** The key cannot leave the device: its list of algorithms, or its key domain, forbids it. */
  record NotExportable(int reference) implements KeyProblem {}

  /** The key domain of the key has no key encryption key, so nothing can be wrapped under it. */
  record NothingToWrapUnder(int reference) implements KeyProblem {}

  /** The device did not take a wrapped key although it has its key encryption key. */
  record WrappedKeyRefused(String status) implements KeyProblem {}

  /** The device has no keys of the kind that is in a wrapped key. */
  record WrappedKindNotHeld() implements KeyProblem {}

  /** The device has no key encryption key under which this wrapped key, by its KCV, was wrapped. */
  record WrappedUnderAnotherKey(String keyCheckValue) implements KeyProblem {}

  /** A wrapped key is not as it was written: its MAC does not fit. */
  record WrappedKeyChanged() implements KeyProblem {}

  /** What is inside a wrapped key is no key that holds together. */
  record WrappedKeyBroken(String field) implements KeyProblem {}

  /** A file is no wrapped key. */
  record NotAWrappedKey(String path) implements KeyProblem {}

  /** The ID of a key has none or more than 32 bytes. */
  record KeyIdSize(int size) implements KeyProblem {}

  /** Another key on the device has this ID, in hex. */
  record KeyIdInUse(String id) implements KeyProblem {}

  /** The public half of the key is nowhere, so nothing that it signs can be checked. */
  record PublicKeyUnknown(int reference) implements KeyProblem {}

  /** What the key signed, decrypted or authenticated is not what this key must yield. */
  record ProofWrong(int reference) implements KeyProblem {}

  /** The list of the key leaves out everything by which it could be proven. */
  record NothingToProveWith(int reference) implements KeyProblem {}

  /** The certificate is for another key. */
  record CertificateOfAnotherKey(int reference) implements KeyProblem {}

  /** The certificate with this subject is for no key of the device. */
  record CertificateOfNoKey(String subject) implements KeyProblem {}

  /** The certificate with this subject was valid up to a time that is over; UTC. */
  record CertificateExpired(String subject, String until) implements KeyProblem {}

  /** The device does not give back the certificate that was written beside a key. */
  record CertificateNotWritten(int reference) implements KeyProblem {}

  /** A certificate for this key was named before. */
  record CertificateRepeated(int reference) implements KeyProblem {}

  /** A request for a certificate is not signed by the key in it. */
  record RequestNotOfItsKey(String subject) implements KeyProblem {}

  /** A certificate names itself as its issuer, but its own key did not sign it. */
  record CertificateNotOfItsKey(String subject) implements KeyProblem {}

  /** This is no X.509 certificate. */
  record NotACertificate() implements KeyProblem {}

  /** The name that a certificate is to carry is not written as names are. */
  record SubjectUnreadable() implements KeyProblem {}

  /** A key on the device is not the one that was listed a moment ago. */
  record KeyChangedMeanwhile(int reference) implements KeyProblem {}

  /** A word that was typed names no keys of the list, or one that cannot be chosen. */
  record NoSuchKeys(String word) implements KeyProblem {}

  /** A key of the list was named twice; perhaps another one was meant. */
  record KeyNamedTwice(int number) implements KeyProblem {}

  /** After it was made, the key on the device is not as it was planned. */
  record KeyNotAsPlanned(int reference) implements KeyProblem {}

  /** What was typed for a key that is to be deleted is not what names it. */
  record KeyTypedDiffers(String typed, String expected) implements KeyProblem {}

  /** The key does not answer as one of the kind that was chosen for it. */
  record KeyOfAnotherKind(int reference, String kind) implements KeyProblem {}

  /** The device says that it deleted a key, and something of it is still there. */
  record KeyNotDeleted(int reference) implements KeyProblem {}
}
