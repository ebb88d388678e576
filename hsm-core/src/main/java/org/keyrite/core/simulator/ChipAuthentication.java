// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.keyrite.core.bytes.Bytes;

/**
 * Shows that the device has the key of its certificate. Secure messaging, which this opens on a
 * card, the simulated device has not.
 *
 * <pre>
 * 00 22 41 A4 Lc 80 0A protocol     MANAGE SECURITY ENVIRONMENT; 6A88 for other protocols
 * 00 86 00 00 Lc 7C{ 80 point } Le  GENERAL AUTHENTICATE: 7C{ 81 nonce, 82 token }; 6985 if no
 *                                   protocol was chosen just before
 * </pre>
 */
final class ChipAuthentication {
  static final int CHOOSE = 0x41A4;

  /** id-CA-ECDH-AES-CBC-CMAC-128. */
  private static final Bytes PROTOCOL_ID = Bytes.fromHex("04007F00070202030202");

  private static final int PROTOCOL = 0x80;
  private static final int DYNAMIC_DATA = 0x7C;
  private static final int POINT = 0x80;
  private static final int SIZE = 8;

  private ChipAuthentication() {}

  static Outcome choose(Turn turn) {
    Optional<Bytes> protocol =
        Fields.parse(turn.apdu().data(), List.of(PROTOCOL))
            .flatMap(fields -> fields.find(PROTOCOL));
    if (protocol.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    return protocol.get().equals(PROTOCOL_ID)
        ? turn.with(turn.session().authenticating()).done()
        : turn.refuse(Status.NOT_SET_UP);
  }

  static Outcome answer(Turn turn) {
    Apdu apdu = turn.apdu();
    if (apdu.p1p2() != 0) {
      return turn.refuse(Status.WRONG_PARAMETERS);
    }
    if (!turn.session().isAuthenticating()) {
      return turn.refuse(Status.NEVER_ALLOWED);
    }
    Optional<Bytes> point =
        Fields.parse(apdu.data(), List.of(DYNAMIC_DATA))
            .flatMap(fields -> fields.find(DYNAMIC_DATA))
            .flatMap(data -> Fields.parse(data, List.of(POINT)))
            .flatMap(fields -> fields.find(POINT));
    Bytes key = turn.state().identity().key().bytes();
    Optional<Bytes> agreed =
        point.flatMap(new EcKey(EcCurve.BRAINPOOL_256_R1, Hidden.of(key))::agree);
    if (agreed.isEmpty()) {
      return turn.refuse(Status.WRONG_DATA);
    }
    // A card draws it. Here the point, which is new every time, makes it another one every time.
    Bytes nonce = key.plus(point.get()).sha256().slice(0, SIZE);
    Bytes x = agreed.get().slice(1, 1 + EcCurve.BRAINPOOL_256_R1.width());
    return turn.answer(
        Ber.tlv(DYNAMIC_DATA, Ber.tlv(0x81, nonce), Ber.tlv(0x82, token(x, nonce, point.get()))));
  }

  private static Bytes token(Bytes x, Bytes nonce, Bytes point) {
    Bytes key = Digest.SHA_1.of(Ber.join(x, nonce, Bytes.fromHex("00000002"))).slice(0, 16);
    Bytes message = Ber.tlv(0x7F49, Ber.tlv(0x06, PROTOCOL_ID), Ber.tlv(0x86, point));
    CMac mac = new CMac(AESEngine.newInstance());
    mac.init(new KeyParameter(key.toByteArray()));
    mac.update(message.toByteArray(), 0, message.size());
    byte[] code = new byte[mac.getMacSize()];
    mac.doFinal(code, 0);
    return Bytes.of(code).slice(0, SIZE);
  }
}
