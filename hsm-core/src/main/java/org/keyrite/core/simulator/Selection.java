// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * SELECT, {@code 00 A4}.
 *
 * <pre>
 * P1 04     the applet by its identifier; begins a new session, which is how one logs out
 * P1 00 02  an elementary file by its two-byte identifier, which becomes the current one
 * P1 08 09  by path: there are no paths
 * P2 00     answers a template 6F, 04 a template 62, 0C nothing
 * </pre>
 */
final class Selection implements Handler {
  static final Bytes APPLET = Bytes.fromHex("E82B0601040181C31F0201");

  /** The byte in front of the version: the platform. Real values are not public. */
  static final int PLATFORM = 0x00;

  private static final int FCI = 0x6F;
  private static final int FCP = 0x62;

  /** What the template of a key says about its use, if there is something to say. */
  private static final int RULES = 0xA5;

  @Override
  public Outcome handle(Turn turn) {
    int p2 = turn.apdu().p2();
    if (p2 != 0x00 && p2 != 0x04 && p2 != 0x0C) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    return switch (turn.apdu().p1()) {
      case 0x04 -> applet(turn);
      case 0x00, 0x02 -> file(turn);
      case 0x08, 0x09 -> turn.refuse(Status.FILE_NOT_FOUND);
      default -> turn.refuse(Status.WRONG_PARAMETERS);
    };
  }

  private static Outcome applet(Turn turn) {
    if (!turn.apdu().data().equals(APPLET)) {
      return turn.refuse(Status.FILE_NOT_FOUND);
    }
    Firmware firmware = turn.state().identity().firmware();
    Bytes proprietary =
        Ber.join(
            Ber.pair(turn.state().setup().map(Setup::options).orElse(0)),
            Ber.octet(PLATFORM),
            Ber.octet(firmware.major()),
            Ber.octet(firmware.minor()));
    return answer(
        turn.with(Session.SELECTED),
        Ber.join(Ber.tlv(0x82, Ber.octet(0x78)), Ber.tlv(0x85, proprietary)));
  }

  private static Outcome file(Turn turn) {
    Bytes data = turn.apdu().data();
    if (data.size() != 2) {
      return turn.refuse(Status.WRONG_LENGTH);
    }
    int identifier = data.at(0) << 8 | data.at(1);
    Optional<Bytes> content = FileCommands.content(turn.state(), identifier);
    boolean isThere = content.isPresent() || FileCommands.isKey(turn.state(), identifier);
    if (!turn.session().selected() || !isThere) {
      return turn.refuse(Status.FILE_NOT_FOUND);
    }
    // A key has no content and so no size.
    Bytes size = content.map(bytes -> Ber.tlv(0x80, Ber.pair(bytes.size()))).orElse(Bytes.EMPTY);
    Bytes rules =
        FileCommands.key(turn.state(), identifier)
            .map(key -> key.rules().encode())
            .filter(told -> told.size() > 0)
            .map(told -> Ber.tlv(RULES, told))
            .orElse(Bytes.EMPTY);
    return answer(
        turn.with(turn.session().at(identifier)),
        Ber.join(size, Ber.tlv(0x82, Ber.octet(0x01)), Ber.tlv(0x83, data), rules));
  }

  private static Outcome answer(Turn turn, Bytes content) {
    return switch (turn.apdu().p2()) {
      case 0x00 -> turn.answer(Ber.tlv(FCI, content));
      case 0x04 -> turn.answer(Ber.tlv(FCP, content));
      default -> turn.done();
    };
  }
}
