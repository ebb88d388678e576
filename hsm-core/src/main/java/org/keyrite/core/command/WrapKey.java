// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.KeyProblem.KeyMissing;
import org.keyrite.core.problem.KeyProblem.NotExportable;
import org.keyrite.core.problem.KeyProblem.NothingToWrapUnder;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.KeyBlob;

/**
 * Gives a key away under the key encryption key of its key domain: {@code 80 72 key 92 00 00 00},
 * after log-in (section 6.1 [2+]).
 *
 * @param key its reference
 */
public record WrapKey(KeyId key) implements Command<KeyBlob> {
  private static final String NAME = "WRAP KEY";

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x80, 0x72, key.value(), 0x92)
        .expecting(CommandApdu.LONGEST_ANSWER)
        .build();
  }

  @Override
  public KeyBlob decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> KeyBlob.parse(answer.data());
      case Refusal.FILE_NOT_FOUND -> throw new KeyMissing(key.value()).asException();
      case Refusal.REFERENCE_NOT_FOUND -> throw new NothingToWrapUnder(key.value()).asException();
      // The last one: a device that was initialised without DKEK.
      case KeyRefusal.NOT_SUPPORTED, Refusal.CONDITIONS, Refusal.UNKNOWN_INSTRUCTION ->
          throw new NotExportable(key.value()).asException();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
