// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.key.Algorithm;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.problem.ExchangeProblem.ExchangeRefusedByDevice;
import org.keyrite.core.problem.ProblemException;

/**
 * Has a device agree with another on the key encryption key of a key domain: {@code 80 62 key 84 Lc
 * 7F21 42 5F37}, after log-in and directly after the other device was selected (section 11.3 [2+]).
 * The domain is that of the exchange key. The request is always sent in full; pico-hsm looks at its
 * first part only [1]. One that is too long for a command is written to {@link FileId#SCRATCH}
 * first and left out here.
 *
 * <p>The answer says nothing of the key: {@link QueryKeyDomain} tells its check value.
 *
 * @param key reference of the exchange key
 * @param partner the other device's request; nothing if it is in the scratch file
 */
public record DeriveXkek(KeyId key, Optional<CvRequest> partner) implements Command<Done> {
  private static final String NAME = "DERIVE XKEK";

  @Override
  public CommandApdu encode() {
    CommandApdu.Builder command = CommandApdu.of(0x80, 0x62, key.value(), Algorithm.ECDH_XKEK.id());
    partner.ifPresent(request -> command.put(request.content()));
    return command.build();
  }

  @Override
  public Done decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> Refusal.nothingElse(NAME, answer);
      case Refusal.CONDITIONS,
          Refusal.VERIFICATION,
          Refusal.WRONG_DATA,
          Refusal.WRONG_LENGTH,
          Refusal.REFERENCE_NOT_FOUND ->
          throw new ExchangeRefusedByDevice(answer.status().toString()).asException();
      default -> throw KeyRefusal.of(NAME, key, answer.status());
    };
  }
}
