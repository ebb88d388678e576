// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.KeyProblem.KeyExists;
import org.keyrite.core.problem.KeyProblem.KeyKindRefused;
import org.keyrite.core.problem.ProblemException;

/**
 * Makes an AES key: {@code 00 48 key size Lc terms 00}, after log-in (section 7.5 [2+]). Size is
 * B0, B1 or B2 for 128, 192 and 256 bits. Needs firmware 3.0. There is nothing public about the
 * key.
 *
 * @param key a free reference
 * @param spec AES
 * @param terms how it may be used; a list is needed [1]
 */
public record GenerateSecretKey(KeyId key, KeySpec.Aes spec, KeyTerms terms)
    implements Command<Done> {
  private static final String NAME = "GENERATE SECRET KEY";
  private static final int SMALLEST = 0xB0;

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x48, key.value(), SMALLEST + (spec.bits() - 128) / 64)
        .put(terms.encodedAlgorithms())
        .put(terms.encodedUses())
        .put(terms.encodedDomain())
        .expecting(256)
        .build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.EXISTS -> throw new KeyExists(key.value()).asException();
      case KeyRefusal.NOT_SUPPORTED, Refusal.WRONG_DATA, Refusal.WRONG_LENGTH ->
          throw new KeyKindRefused(spec.text()).asException();
      case Refusal.REFERENCE_NOT_FOUND ->
          throw new KeyDomainNotCreated(terms.domain().map(index -> index.value()).orElse(0))
              .asException();
      default -> Refusal.done(NAME, answer);
    };
  }
}
