// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * What a device tells about a key domain that was set up (byte reference, sections 5.4 and 9 [2+]).
 *
 * <pre>
 * offset  length
 * 0       1       number of shares of a DKEK domain, 0 for a random key; of an XKEK domain 00 or FF
 * 1       1       shares that are missing; FF for a cleared XKEK on pico-hsm
 * 2       8       key check value
 * 10      32      UID, XKEK domains only; 64 bytes on pico-hsm
 * </pre>
 *
 * @param shares number of shares as the device tells it
 * @param outstanding shares that are missing
 * @param keyCheckValue as the device tells it; it means nothing while shares are missing
 * @param uid name of an XKEK domain: the x-coordinate of the group signer's key
 */
public record KeyDomainStatus(
    int shares, int outstanding, KeyCheckValue keyCheckValue, Optional<Bytes> uid) {
  private static final String FORMAT = "key domain status";
  private static final int UID_OFFSET = 2 + KeyCheckValue.SIZE;
  private static final int UID = 32;
  private static final int UID_OF_PICO = 64;

  /**
   * The status in an answer.
   *
   * @throws ProblemException {@link Malformed} if it has another length than 10, 42 or 74 bytes
   */
  public static KeyDomainStatus parse(Bytes content) throws ProblemException {
    int uid = content.size() - UID_OFFSET;
    if (uid != 0 && uid != UID && uid != UID_OF_PICO) {
      throw new Malformed(FORMAT, "length", content.size()).asException();
    }
    return new KeyDomainStatus(
        content.at(0),
        content.at(1),
        new KeyCheckValue(content.slice(2, UID_OFFSET)),
        uid == 0 ? Optional.empty() : Optional.of(content.slice(UID_OFFSET, content.size())));
  }

  /**
   * Whether there is a key encryption key: no share is missing and the check value is not zero.
   * Both are asked, because pico-hsm shows a check value while shares are missing, and none after a
   * share that it could not store.
   */
  public boolean hasKey() {
    return outstanding == 0 && !keyCheckValue.isNone();
  }

  /** Whether its key is agreed between devices instead of made of shares. */
  public boolean isExchanged() {
    return uid.isPresent();
  }

  /** The group of an exchanged key. */
  public Optional<KeyDomainUid> group() {
    return uid.map(KeyDomainUid::ofReported);
  }
}
