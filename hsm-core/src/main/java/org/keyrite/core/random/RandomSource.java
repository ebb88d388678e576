// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;

/** Something that yields unpredictable bytes. */
public interface RandomSource {
  /** What it is, for the record: a symbolic name, not a sentence. */
  String name();

  /**
   * Overwrites every byte.
   *
   * @throws ProblemException if the source has none to give; the content is then of no use
   */
  void fill(byte[] into) throws ProblemException;

  /** So many secret bytes; the caller owns them. */
  default Secret secret(int size) throws ProblemException {
    byte[] bytes = new byte[size];
    try {
      fill(bytes);
    } catch (ProblemException e) {
      Arrays.fill(bytes, (byte) 0);
      throw e;
    }
    return Secret.taking(bytes);
  }

  /** So many bytes that will be public, such as a salt. */
  default Bytes bytes(int size) throws ProblemException {
    byte[] bytes = new byte[size];
    fill(bytes);
    return Bytes.of(bytes);
  }
}
