// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.charset.StandardCharsets;
import org.keyrite.core.bytes.Secret;

/**
 * What the made-up person in a seat takes for a passphrase: the same each time, so that a rehearsal
 * that was stopped can go on. Put together as bytes, so that no text of it is left behind.
 */
final class MadeUpPassphrase {
  private static final byte[] BEFORE = "made up for seat ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = " only".getBytes(StandardCharsets.US_ASCII);

  private MadeUpPassphrase() {}

  /** The same for a screen: where it is told, it is no secret. */
  static String told(int index) {
    try (Secret passphrase = of(index)) {
      return passphrase.use(ascii -> new String(ascii, StandardCharsets.US_ASCII));
    }
  }

  /** The passphrase of this seat; the caller owns it. */
  static Secret of(int index) {
    byte[] text = new byte[BEFORE.length + 2 + AFTER.length];
    System.arraycopy(BEFORE, 0, text, 0, BEFORE.length);
    text[BEFORE.length] = (byte) ('0' + index / 10);
    text[BEFORE.length + 1] = (byte) ('0' + index % 10);
    System.arraycopy(AFTER, 0, text, BEFORE.length + 2, AFTER.length);
    return Secret.taking(text);
  }
}
