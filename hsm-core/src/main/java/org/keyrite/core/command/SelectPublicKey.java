// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/**
 * Tells a device by whose key it is to check what comes next: {@code 00 22 81 B6 Lc 83 len holder}
 * (section 8.6 [2+]). The answer is whether the device knows the key: its root's, or one whose
 * certificate it has verified.
 *
 * @param holder whose key
 */
public record SelectPublicKey(HolderReference holder) implements Command<Boolean> {
  private static final String NAME = "MANAGE SECURITY ENVIRONMENT";
  private static final Tag HOLDER = new Tag(0x83);

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x22, 0x81, 0xB6)
        .put(new Tlv(HOLDER, holder.encode()).encode())
        .build();
  }

  @Override
  public Boolean decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> {
        Refusal.nothingElse(NAME, answer);
        yield true;
      }
      case Refusal.REFERENCE_NOT_FOUND -> false;
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
