// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.KeyProblem.KeyExists;
import org.keyrite.core.problem.KeyProblem.WrappedKeyRefused;
import org.keyrite.core.problem.KeyProblem.WrappedKindNotHeld;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.wrap.KeyBlob;

/**
 * Takes a wrapped key in: {@code 80 74 key 93 00 Lc Lc blob}, after log-in (section 6.1 [2+]). The
 * device finds the key domain by the check value in the blob. A blob that is too long for a command
 * is written to {@link FileId#SCRATCH} first and left out here (section 2.6 [2+]). Compare the
 * check value beforehand: a refusal does not say why.
 *
 * @param key a free reference
 * @param blob the wrapped key; nothing if it is in the scratch file
 */
public record UnwrapKey(KeyId key, Optional<KeyBlob> blob) implements Command<Done> {
  private static final String NAME = "UNWRAP KEY";

  /** pico-hsm: no key encryption key fits, or the MAC does not. [1] */
  private static final int EXECUTION = 0x6400;

  @Override
  public CommandApdu encode() {
    CommandApdu.Builder command = CommandApdu.of(0x80, 0x74, key.value(), 0x93);
    blob.ifPresent(content -> command.put(content.encode()));
    return command.build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.EXISTS -> throw new KeyExists(key.value()).asException();
      case Refusal.WRONG_DATA,
          Refusal.WRONG_LENGTH,
          Refusal.TO_BE_CHANGED,
          Refusal.CONDITIONS,
          Refusal.FILE_NOT_FOUND,
          Refusal.REFERENCE_NOT_FOUND,
          Refusal.UNKNOWN_INSTRUCTION,
          EXECUTION ->
          throw new WrappedKeyRefused(answer.status().toString()).asException();
      case KeyRefusal.NOT_SUPPORTED -> throw new WrappedKindNotHeld().asException();
      default -> Refusal.done(NAME, answer);
    };
  }
}
