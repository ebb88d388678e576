// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.charset.StandardCharsets;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.wizards.ceremony.Pin;

/**
 * The PINs of the devices in a rehearsal: the same each time for the same device. Put together as
 * bytes, so that no text of them is left behind.
 */
final class MadeUpPin {
  private static final byte[] USER = "made-up".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SO = "0123456789ABCD".getBytes(StandardCharsets.US_ASCII);

  private MadeUpPin() {}

  /** The same for a screen: where it is told, it is no secret. */
  static String told(Pin which, int device) {
    try (Secret pin = of(which, device)) {
      return pin.use(ascii -> new String(ascii, StandardCharsets.US_ASCII));
    }
  }

  /** The same as if a person typed it; the caller owns it. */
  static Passphrase typed(Pin which, int device) {
    try (Secret pin = of(which, device)) {
      return pin.use(ascii -> {
        char[] typed = new char[ascii.length];
        for (int i = 0; i < ascii.length; i++) {
          typed[i] = (char) ascii[i];
        }
        return Passphrase.taking(typed);
      });
    }
  }

  /** The PIN of the device with this number: nine letters and digits, or 16 hex digits. */
  static Secret of(Pin which, int device) {
    byte[] before = which == Pin.USER ? USER : SO;
    byte[] text = new byte[before.length + 2];
    System.arraycopy(before, 0, text, 0, before.length);
    text[before.length] = (byte) ('0' + device / 10 % 10);
    text[before.length + 1] = (byte) ('0' + device % 10);
    return Secret.taking(text);
  }
}
