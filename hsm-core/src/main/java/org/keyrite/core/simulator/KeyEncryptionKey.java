// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;

/**
 * A complete DKEK and what is derived from it: a check value, an AES-256 key that encrypts, and one
 * that authenticates.
 *
 * @param secret 32 bytes
 */
record KeyEncryptionKey(Hidden secret) {
  static final int CHECK_VALUE_SIZE = 8;

  private static final int ENCRYPTS = 1;
  private static final int AUTHENTICATES = 2;

  Bytes checkValue() {
    return secret.bytes().sha256().slice(0, CHECK_VALUE_SIZE);
  }

  AesKey encryption() {
    return derived(ENCRYPTS);
  }

  AesKey authentication() {
    return derived(AUTHENTICATES);
  }

  private AesKey derived(int purpose) {
    Bytes counter = Ber.pair(0).plus(Ber.pair(purpose));
    return new AesKey(Hidden.of(secret.bytes().plus(counter).sha256()));
  }
}
