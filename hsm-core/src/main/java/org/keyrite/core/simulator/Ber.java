// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/** The few encodings that answers and certificates are put together from. */
final class Ber {
  private Ber() {}

  /** A TLV whose content is these parts in order. */
  static Bytes tlv(int tag, Bytes... parts) {
    return new Tlv(new Tag(tag), join(parts)).encode();
  }

  /** The parts in order. */
  static Bytes join(Bytes... parts) {
    Bytes whole = Bytes.EMPTY;
    for (Bytes part : parts) {
      whole = whole.plus(part);
    }
    return whole;
  }

  /** The low byte of a number. */
  static Bytes octet(int value) {
    return Bytes.of((byte) value);
  }

  /** The low two bytes of a number, big-endian. */
  static Bytes pair(int value) {
    return Bytes.of((byte) (value >> 8), (byte) value);
  }

  /** The number that these bytes are, big-endian; at most eight. */
  static long number(Bytes bytes) {
    long number = 0;
    for (int i = 0; i < bytes.size(); i++) {
      number = number << 8 | bytes.at(i);
    }
    return number;
  }
}
