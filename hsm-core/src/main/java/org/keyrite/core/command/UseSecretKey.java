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
 * Encrypts, decrypts, authenticates or derives with AES: {@code 80 78 key algorithm Lc input Le},
 * after log-in (section 13 [2+]). CBC with a vector of zeros. The caller owns what comes back: as
 * long as the input, of a CMAC 16 bytes.
 *
 * @param key its reference
 * @param algorithm one of AES
 * @param input a multiple of 16 bytes, at most 240; for derivation any
 */
public record UseSecretKey(KeyId key, Algorithm algorithm, Bytes input) implements Command<Secret> {
  private static final String NAME = "USE SECRET KEY";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x78, key.value(), algorithm.id())
        .put(input)
        .expecting(256)
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
