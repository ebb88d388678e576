// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.math.BigInteger;
import org.keyrite.core.bytes.Bytes;

/**
 * Reads lengths of two bytes and what follows them, from the front. Throws {@link
 * IndexOutOfBoundsException} when the bytes are too few.
 */
final class LengthValue {
  private final Bytes content;
  private int position;

  LengthValue(Bytes content, int position) {
    this.content = content;
    this.position = position;
  }

  static Bytes encode(Bytes value) {
    return Ber.pair(value.size()).plus(value);
  }

  Bytes take(int size) {
    Bytes taken = content.slice(position, position + size);
    position += size;
    return taken;
  }

  Bytes next() {
    return take((int) Ber.number(take(2)));
  }

  /** The next as a number; leading zeros may be there or not. */
  BigInteger number() {
    return new BigInteger(1, next().toByteArray());
  }

  Bytes rest() {
    return take(content.size() - position);
  }
}
