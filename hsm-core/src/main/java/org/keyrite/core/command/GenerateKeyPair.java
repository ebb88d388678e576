// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.List;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.apdu.ResponseApdu;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.CvRequest;
import org.keyrite.core.cvc.HolderReference;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.RsaPublicKey;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.KeyProblem.KeyExists;
import org.keyrite.core.problem.KeyProblem.KeyKindRefused;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.Tlv;

/**
 * Makes an RSA or EC key: {@code 00 46 key 00 00 Lc Lc template 00 00}, after log-in (section 7.1
 * [2+]). The device's own key vouches for the new one. Some devices refuse a reference that is
 * taken, some overwrite: choose a free one.
 *
 * <pre>
 * 5F29  profile, 00
 * 42    issuer
 * 7F49  06 algorithm; EC: 81 p, 82 a, 83 b, 84 G, 85 n, 87 h; RSA: 82 exponent, 02 bits
 * 5F20  holder
 * 90, 91, 92: {@link KeyTerms}
 * </pre>
 *
 * @param key a free reference
 * @param spec RSA or EC
 * @param holder what the request calls the key
 * @param terms how it may be used
 */
public record GenerateKeyPair(KeyId key, KeySpec spec, HolderReference holder, KeyTerms terms)
    implements Command<CvRequest> {
  /** Whom OpenSC asks for a certificate; nobody reads it. */
  public static final HolderReference ISSUER = new HolderReference("UTCA00001");

  private static final String NAME = "GENERATE KEY PAIR";
  private static final Bytes RSA_WITH_SHA256 = Bytes.fromHex("04007f00070202020102");
  private static final Bytes ECDSA_WITH_SHA256 = Bytes.fromHex("04007f00070202020203");

  private static final Tag PROFILE = new Tag(0x5F29);
  private static final Tag CAR = new Tag(0x42);
  private static final Tag KEY = new Tag(0x7F49);
  private static final Tag CHR = new Tag(0x5F20);
  private static final Tag ALGORITHM = new Tag(0x06);
  private static final Tag BITS = new Tag(0x02);
  private static final Tag EXPONENT = new Tag(0x82);

  /** Tags of the numbers of a curve, in their order; 86 would be the point. */
  private static final List<Integer> NUMBERS = List.of(0x81, 0x82, 0x83, 0x84, 0x85, 0x87);

  /**
   * A pair of keys of this kind.
   *
   * @throws IllegalArgumentException if it is no pair but a secret key
   */
  public GenerateKeyPair {
    if (spec instanceof KeySpec.Aes) {
      throw new IllegalArgumentException(spec.text());
    }
  }

  @Override
  public CommandApdu encode() {
    return CommandApdu.of(0x00, 0x46, key.value(), 0x00)
        .put(new Tlv(PROFILE, Bytes.of((byte) 0)).encode())
        .put(new Tlv(CAR, ISSUER.encode()).encode())
        .put(new Tlv(KEY, keyTemplate()).encode())
        .put(new Tlv(CHR, holder.encode()).encode())
        .put(terms.encode())
        .expecting(CommandApdu.LONGEST_ANSWER)
        .build();
  }

  private Bytes keyTemplate() {
    return switch (spec) {
      case KeySpec.Rsa(int bits) ->
          new Tlv(ALGORITHM, RSA_WITH_SHA256)
              .encode()
              .plus(new Tlv(EXPONENT, RsaPublicKey.USUAL_EXPONENT).encode())
              .plus(new Tlv(BITS, Bytes.of((byte) (bits >> 8), (byte) bits)).encode());
      case KeySpec.Ec ec -> {
        Bytes template = new Tlv(ALGORITHM, ECDSA_WITH_SHA256).encode();
        List<Bytes> numbers = ec.curve().numbers();
        for (int i = 0; i < numbers.size(); i++) {
          template = template.plus(new Tlv(new Tag(NUMBERS.get(i)), numbers.get(i)).encode());
        }
        yield template;
      }
      case KeySpec.Aes aes -> throw new IllegalStateException(aes.text());
    };
  }

  /** Wrong data after a well-formed template say that the device has no such keys. [inf] */
  @Override
  public CvRequest decode(ResponseApdu answer) throws ProblemException {
    return switch (answer.status().value()) {
      case Refusal.OK -> CvRequest.parse(answer.data());
      case Refusal.EXISTS -> throw new KeyExists(key.value()).asException();
      case KeyRefusal.NOT_SUPPORTED, Refusal.WRONG_DATA, Refusal.WRONG_LENGTH ->
          throw new KeyKindRefused(spec.text()).asException();
      case Refusal.REFERENCE_NOT_FOUND ->
          throw new KeyDomainNotCreated(terms.domain().map(index -> index.value()).orElse(0))
              .asException();
      default -> throw Refusal.of(NAME, answer.status());
    };
  }
}
