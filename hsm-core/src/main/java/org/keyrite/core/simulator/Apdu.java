// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * A command APDU (ISO/IEC 7816-4 section 5.1), short or extended, in one of its four cases.
 *
 * @param header CLA, INS, P1 and P2
 * @param data the command data, empty in cases 1 and 2
 * @param le how many bytes may be answered, 0 in cases 1 and 3
 */
record Apdu(Bytes header, Bytes data, int le) {
  private static final int HEADER = 4;
  private static final int SHORT_MAX = 256;
  private static final int EXTENDED_MAX = 65536;

  /** The command that these bytes are, if their lengths fit. */
  static Optional<Apdu> parse(Bytes bytes) {
    if (bytes.size() < HEADER) {
      return Optional.empty();
    }
    Bytes header = bytes.slice(0, HEADER);
    Bytes body = bytes.slice(HEADER, bytes.size());
    if (body.size() == 0) {
      return Optional.of(new Apdu(header, Bytes.EMPTY, 0));
    }
    boolean extended = body.size() > 1 && body.at(0) == 0;
    return extended ? extended(header, body) : brief(header, body);
  }

  private static Optional<Apdu> brief(Bytes header, Bytes body) {
    if (body.size() == 1) {
      return Optional.of(new Apdu(header, Bytes.EMPTY, orMost(body.at(0), SHORT_MAX)));
    }
    int end = 1 + body.at(0);
    if (body.size() == end) {
      return Optional.of(new Apdu(header, body.slice(1, end), 0));
    }
    if (body.size() == end + 1) {
      return Optional.of(new Apdu(header, body.slice(1, end), orMost(body.at(end), SHORT_MAX)));
    }
    return Optional.empty();
  }

  private static Optional<Apdu> extended(Bytes header, Bytes body) {
    if (body.size() < 3) {
      return Optional.empty();
    }
    int first = number(body, 1);
    if (body.size() == 3) {
      return Optional.of(new Apdu(header, Bytes.EMPTY, orMost(first, EXTENDED_MAX)));
    }
    int end = 3 + first;
    if (first == 0 || body.size() < end) {
      return Optional.empty();
    }
    if (body.size() == end) {
      return Optional.of(new Apdu(header, body.slice(3, end), 0));
    }
    if (body.size() == end + 2) {
      int le = orMost(number(body, end), EXTENDED_MAX);
      return Optional.of(new Apdu(header, body.slice(3, end), le));
    }
    return Optional.empty();
  }

  private static int number(Bytes bytes, int at) {
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }

  private static int orMost(int le, int most) {
    return le == 0 ? most : le;
  }

  int cla() {
    return header.at(0);
  }

  int ins() {
    return header.at(1);
  }

  int p1() {
    return header.at(2);
  }

  int p2() {
    return header.at(3);
  }

  int p1p2() {
    return number(header, 2);
  }

  /** Header and lengths: the data may be a PIN or a share. */
  @Override
  public String toString() {
    return header + " Lc " + data.size() + " Le " + le;
  }
}
