// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/**
 * Tells a device that {@link AuthenticateChip} comes next: {@code 00 22 41 A4 Lc 80 0A protocol}
 * (section 14 [2+], untested on hardware). The answer is whether it can; where it cannot, it
 * refuses in one way or another (6A81 or 6D00 [inf]).
 */
public record ChooseChipAuthentication() implements Command<Boolean> {
  /** Chip authentication with ECDH, AES-128 and CMAC (BSI TR-03110). */
  public static final Bytes ECDH_AES_128_CMAC = Bytes.fromHex("04007F00070202030202");

  private static final Tag PROTOCOL = new Tag(0x80);

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x22, 0x41, 0xA4)
        .put(new Tlv(PROTOCOL, ECDH_AES_128_CMAC).encode())
        .build();
  }

  @Override
  public Boolean decode(ResponseApdu answer) {
    return answer.status().isOk() && answer.size() == 0;
  }
}
