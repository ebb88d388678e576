// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

/**
 * What a device can do with a key, by the number that is in the list of a key and in P2 of the
 * command (byte reference, section 7.3 [2+]). Those that only one maker knows are left out.
 */
public enum Algorithm {
  AES_CBC_ENCRYPT(0x10),
  AES_CBC_DECRYPT(0x11),
  AES_CMAC(0x18),
  /** On a whole block that the caller padded; what OpenSC uses for PKCS #1 v1.5. */
  RSA_RAW_SIGN(0x20),
  RSA_RAW_DECRYPT(0x21),
  /** PKCS #1 v1.5; the caller supplies the DigestInfo. */
  RSA_PKCS1(0x30),
  RSA_PKCS1_SHA256(0x33),
  RSA_PKCS1_SHA384(0x34),
  RSA_PKCS1_SHA512(0x35),
  /** PSS; the caller supplies the hash, whose length says which one it is. */
  RSA_PSS(0x40),
  RSA_PSS_SHA256(0x43),
  RSA_PSS_SHA384(0x44),
  RSA_PSS_SHA512(0x45),
  /** On a hash that the caller supplies. */
  ECDSA(0x70),
  ECDSA_SHA256(0x73),
  ECDSA_SHA384(0x74),
  ECDSA_SHA512(0x75),
  ECDH(0x80),
  /** ECDH that yields an XKEK. */
  ECDH_XKEK(0x84),
  /** The key may leave the device, wrapped. */
  WRAP(0x92),
  AES_DERIVE(0x99);

  private final int id;

  Algorithm(int id) {
    this.id = id;
  }

  /** Its number, one byte. */
  public int id() {
    return id;
  }
}
