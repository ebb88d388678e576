// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;
import org.keyrite.core.tlv.TlvReader;

/**
 * Has a device agree on a key with a point that was made for this once, by the private key of its
 * certificate: {@code 00 86 00 00 Lc 7C{ 80 point } 00}, answered by {@code 7C{ 81 nonce, 82 token
 * }} (section 14 [2+], untested on hardware). The answer is empty where the device refuses. Secure
 * messaging is on afterwards; the next command without it ends it [1].
 *
 * @param point uncompressed, on the curve of the device's key
 */
public record AuthenticateChip(Bytes point) implements Command<Optional<AuthenticateChip.Answer>> {
  private static final String NAME = "GENERAL AUTHENTICATE";
  private static final int SHORT_ANSWER = 256;
  private static final Tag DYNAMIC_DATA = new Tag(0x7C);
  private static final Tag POINT = new Tag(0x80);
  private static final Tag NONCE = new Tag(0x81);
  private static final Tag TOKEN = new Tag(0x82);

  /**
   * By what a device shows that it came to the same key.
   *
   * @param nonce from which the keys are derived, besides what was agreed
   * @param token a code over the point that was sent
   */
  public record Answer(Bytes nonce, Bytes token) {}

  @Override
  public CommandApdu encode() {
    Tlv sent = new Tlv(DYNAMIC_DATA, new Tlv(POINT, point).encode());
    return CommandApdu.of(0x00, 0x86, 0x00, 0x00)
        .put(sent.encode())
        .expecting(SHORT_ANSWER)
        .build();
  }

  @Override
  public Optional<Answer> decode(ResponseApdu answer) throws ProblemException {
    if (!answer.status().isOk()) {
      return Optional.empty();
    }
    TlvReader whole = TlvReader.of(NAME, answer.data());
    TlvReader told = whole.enter(DYNAMIC_DATA);
    whole.finish();
    Answer read = new Answer(told.next(NONCE), told.next(TOKEN));
    told.finish();
    return Optional.of(read);
  }
}
