// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.KeyProblem.KeyIdSize;
import org.keyrite.core.problem.ProblemException;

/**
 * The ID by which PKCS #11 programs name a new key, CKA_ID. IDs that other tools wrote may have any
 * length; this is what we write.
 *
 * @param value 1 to 32 bytes
 */
public record PkcsId(Bytes value) {
  /** The most bytes. */
  public static final int LONGEST = 32;

  /**
   * An ID of these bytes.
   *
   * @throws ProblemException {@link KeyIdSize}
   */
  public static PkcsId of(Bytes value) throws ProblemException {
    if (value.size() < 1 || value.size() > LONGEST) {
      throw new KeyIdSize(value.size()).asException();
    }
    return new PkcsId(value);
  }

  /** Lower-case hex. */
  @Override
  public String toString() {
    return value.toHex();
  }
}
