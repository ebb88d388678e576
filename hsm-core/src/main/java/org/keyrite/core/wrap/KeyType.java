// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import java.util.Optional;
import java.util.stream.Stream;

/** What is inside a wrapped key (byte reference, section 6.2 [2+]). */
public enum KeyType {
  /** RSA as d, n, e. */
  RSA(0x05),
  /** RSA as dP, dQ, p, qInv, q, n, e. */
  RSA_CRT(0x06),
  EC(0x0C),
  AES(0x0F);

  private final int code;

  KeyType(int code) {
    this.code = code;
  }

  static Optional<KeyType> of(int code) {
    return Stream.of(values()).filter(type -> type.code == code).findFirst();
  }

  int code() {
    return code;
  }
}
