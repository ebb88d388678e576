// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.ProblemException;

/**
 * Decrypts with RSA, or agrees on a point with ECDH: {@code 80 62 key algorithm Lc input Le}, after
 * log-in (section 13 [2+]). The caller owns what comes back: a block with its padding, or the point
 * as {@code 04 x y}, on pico-hsm {@code 04 x}.
 *
 * @param key its reference
 * @param algorithm {@code RSA_RAW_DECRYPT} or {@code ECDH}
 * @param input a block as long as the modulus, or a point as {@code 04 x y}
 * @param longest the most bytes that come back: 256, or 512 for RSA above 2048 bits
 */
public record DecryptWithKey(KeyId key, Algorithm algorithm, Bytes input, int longest)
    implements Command<Secret> {
  private static final String NAME = "DECRYPT";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x62, key.value(), algorithm.id())
        .put(input)
        .expecting(longest)
        .build();
  }

  @Override
  public Secret decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      throw KeyRefusal.of(NAME, key, answer.status());
    }
    return answer.secret();
  }
}
