// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/** Blocks to be signed with RSA (RFC 8017 section 9). */
final class RsaPadding {
  private static final int TRAILER = 0xBC;

  /** The least that PKCS#1 has in front of the content: 00 01, eight FF, 00. */
  private static final int OVERHEAD = 11;

  /** What stands in front of a hash in a DigestInfo. */
  private static final Map<Digest, Bytes> DIGEST_INFO =
      Map.of(
          Digest.SHA_1, Bytes.fromHex("3021300906052B0E03021A05000414"),
          Digest.SHA_256, Bytes.fromHex("3031300D060960864801650304020105000420"),
          Digest.SHA_384, Bytes.fromHex("3041300D060960864801650304020205000430"),
          Digest.SHA_512, Bytes.fromHex("3051300D060960864801650304020305000440"));

  private RsaPadding() {}

  /** {@code 00 01 FF … FF 00 content}, if it fits in so many bytes. */
  static Optional<Bytes> pkcs1(Bytes content, int size) {
    if (content.size() == 0 || content.size() > size - OVERHEAD) {
      return Optional.empty();
    }
    byte[] block = new byte[size - content.size()];
    Arrays.fill(block, (byte) 0xFF);
    block[0] = 0x00;
    block[1] = 0x01;
    block[block.length - 1] = 0x00;
    return Optional.of(Bytes.of(block).plus(content));
  }

  /** The message's hash in a DigestInfo, padded like that. */
  static Optional<Bytes> pkcs1(Digest digest, Bytes message, int size) {
    return pkcs1(DIGEST_INFO.get(digest).plus(digest.of(message)), size);
  }

  /** EMSA-PSS over a hash; MGF1 with the same function, a salt as long as the hash. */
  static Optional<Bytes> pss(Digest digest, Bytes hash, int size, RandomGenerator random) {
    int masked = size - digest.size() - 1;
    int zeros = masked - digest.size() - 1;
    if (hash.size() != digest.size() || zeros < 0) {
      return Optional.empty();
    }
    byte[] drawn = new byte[digest.size()];
    random.nextBytes(drawn);
    Bytes salt = Bytes.of(drawn);
    Bytes seal = digest.of(Ber.join(Bytes.of(new byte[8]), hash, salt));
    Bytes open = Ber.join(Bytes.of(new byte[zeros]), Ber.octet(0x01), salt);
    byte[] block = open.toByteArray();
    Bytes mask = mask(digest, seal, block.length);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= (byte) mask.at(i);
    }
    // One bit less than the modulus, whose sizes are whole bytes.
    block[0] &= 0x7F;
    return Optional.of(Ber.join(Bytes.of(block), seal, Ber.octet(TRAILER)));
  }

  private static Bytes mask(Digest digest, Bytes seed, int size) {
    Bytes mask = Bytes.EMPTY;
    for (int counter = 0; mask.size() < size; counter++) {
      mask = mask.plus(digest.of(seed.plus(Ber.pair(0)).plus(Ber.pair(counter))));
    }
    return mask.slice(0, size);
  }
}
