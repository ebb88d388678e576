// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;

/** The two-byte identifiers of elementary files, and what may be done with them. */
final class FileId {
  /** The device's certificate and its issuer's. */
  static final int DEVICE_CERTIFICATES = 0x2F02;

  /** The label and what else PKCS#15 says about a token. */
  static final int TOKEN_INFO = 0x2F03;

  /** Where command data goes that fits no command. */
  static final int SCRATCH = 0x2F10;

  /** The device authentication key. */
  static final int DEVICE_KEY = 0xCC00;

  /** First byte of keys, which can neither be read nor written. */
  static final int KEYS = 0xCC;

  /** First byte of certificates and requests of keys. */
  static final int KEY_CERTIFICATES = 0xCE;

  private static final int PROTECTED_DATA = 0xCD;
  private static final int METADATA = 0xCB;

  /**
   * First bytes of files of objects: descriptors of keys (C4), of issuer certificates (C8) and of
   * data (C9), issuer certificates (CA), data for the user (CD), certificates or requests of keys
   * (CE), data for everybody (CF).
   */
  private static final List<Integer> OBJECTS = List.of(0xC4, 0xC8, 0xC9, 0xCA, 0xCD, 0xCE, 0xCF);

  private FileId() {}

  /** Whether ENUMERATE OBJECTS lists it. */
  static boolean isObject(int identifier) {
    return OBJECTS.contains(identifier >> 8);
  }

  static boolean needsPinToRead(int identifier) {
    return identifier >> 8 == PROTECTED_DATA;
  }

  static boolean isWritable(int identifier) {
    return identifier == TOKEN_INFO
        || identifier == SCRATCH
        || identifier >> 8 == METADATA
        || isObject(identifier);
  }
}
