// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.AuthenticateChip;
import org.keyrite.core.command.ChooseChipAuthentication;
import org.keyrite.core.key.Agreement;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.UnexpectedStatus;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/**
 * Whether a device has the private key of its certificate, which anybody can copy: chip
 * authentication (byte reference, section 14 [2+]; BSI TR-03110 part 3, version 2). Both sides
 * agree on a key, and the device codes with it what it was sent. The secure messaging that this
 * opens is not used. Untested on hardware.
 *
 * <pre>
 * K      x-coordinate of what the device's key and one made for this once agree on
 * Kmac   first 16 bytes of SHA-1(K | nonce | 00000002)
 * token  first 8 bytes of AES-CMAC(Kmac, 7F49{ 06 protocol, 86 point })
 * </pre>
 */
public final class ChipAuthentication {
  private static final int TOKEN = 8;
  private static final int KEY = 16;
  private static final byte[] FOR_CODES = {0, 0, 0, 2};
  private static final Tag PUBLIC_KEY = new Tag(0x7F49);
  private static final Tag PROTOCOL = new Tag(0x06);
  private static final Tag POINT = new Tag(0x86);

  private ChipAuthentication() {}

  /**
   * Has a device prove itself. Locks it. A device that refuses, that answers something else or with
   * a wrong token did not prove anything; which of these it was makes no difference, since whoever
   * forges one can choose.
   *
   * @param device as it told who it is, in this session
   * @throws ProblemException {@code DeviceGone} and what else comes of the reader
   */
  public static boolean proves(SmartCardHsm hsm, DeviceInfo device) throws ProblemException {
    Optional<EcPublicKey> key = device.certificates().device().ecPublicKey();
    if (key.isEmpty() || !hsm.send(new ChooseChipAuthentication())) {
      return false;
    }
    try (Agreement agreement = Agreement.with(key.get())) {
      return answer(hsm, agreement.point())
          .filter(answer -> isToken(answer, agreement))
          .isPresent();
    } finally {
      endSecureMessaging(hsm);
    }
  }

  /** A card that ends it by refusing a command may refuse the first one [inf], not the second. */
  private static void endSecureMessaging(SmartCardHsm hsm) throws ProblemException {
    try {
      hsm.select();
    } catch (ProblemException e) {
      if (!(e.problem() instanceof UnexpectedStatus)) {
        throw e;
      }
      hsm.select();
    }
  }

  private static Optional<AuthenticateChip.Answer> answer(SmartCardHsm hsm, Bytes point)
      throws ProblemException {
    try {
      return hsm.send(new AuthenticateChip(point));
    } catch (ProblemException e) {
      if (e.problem() instanceof AnswerMalformed) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isToken(AuthenticateChip.Answer answer, Agreement agreement) {
    try (Secret shared = agreement.shared()) {
      byte[] token = shared.use(x -> token(x, answer.nonce(), agreement.point()));
      return MessageDigest.isEqual(token, answer.token().toByteArray());
    }
  }

  /**
   * The token that a device answers.
   *
   * @param shared what was agreed on; lent
   * @param nonce of the device
   * @param point that the device was sent
   */
  static byte[] token(byte[] shared, Bytes nonce, Bytes point) {
    byte[] key = key(shared, nonce);
    try {
      CMac mac = new CMac(AESEngine.newInstance());
      mac.init(new KeyParameter(key));
      byte[] coded = coded(point).toByteArray();
      mac.update(coded, 0, coded.length);
      byte[] code = new byte[mac.getMacSize()];
      mac.doFinal(code, 0);
      return Arrays.copyOf(code, TOKEN);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] key(byte[] shared, Bytes nonce) {
    MessageDigest hash = sha1();
    hash.update(shared);
    hash.update(nonce.toByteArray());
    byte[] whole = hash.digest(FOR_CODES);
    try {
      return Arrays.copyOf(whole, KEY);
    } finally {
      Arrays.fill(whole, (byte) 0);
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      // Every JDK has it.
      throw new IllegalStateException(e);
    }
  }

  private static Bytes coded(Bytes point) {
    Bytes protocol = new Tlv(PROTOCOL, ChooseChipAuthentication.ECDH_AES_128_CMAC).encode();
    return new Tlv(PUBLIC_KEY, protocol.plus(new Tlv(POINT, point).encode())).encode();
  }
}
