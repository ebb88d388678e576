// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.ProblemException;

/**
 * Signs: {@code 80 68 key algorithm Lc input Le}, after log-in (section 13 [2+]). What the input is
 * depends on the algorithm: a block as long as the modulus, a DigestInfo, a hash, or a message.
 *
 * @param key its reference
 * @param algorithm one that signs
 * @param input public bytes
 * @param longest the most bytes of a signature: 256, or 512 for RSA above 2048 bits
 */
public record SignWithKey(KeyId key, Algorithm algorithm, Bytes input, int longest)
    implements Command<Bytes> {
  private static final String NAME = "SIGN";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x68, key.value(), algorithm.id())
        .put(input)
        .expecting(longest)
        .build();
  }

  @Override
  public Bytes decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      throw KeyRefusal.of(NAME, key, answer.status());
    }
    return answer.data();
  }
}
