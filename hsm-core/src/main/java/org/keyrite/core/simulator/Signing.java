// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.keyrite.core.bytes.Bytes;

/**
 * SIGN, {@code 80 68 id algorithm}.
 *
 * <pre>
 * RSA  20           block as long as the modulus        EC  70     hash
 *      30           DigestInfo, PKCS#1 v1.5                 71-75  message, hashed with SHA-1, 224,
 *      31 33 34 35  message, SHA-1, 256, 384, 512                  256, 384, 512
 *      40           hash, PSS                               answers SEQUENCE { r, s }
 *      41 43 44 45  message, PSS
 * </pre>
 */
record Signing(RandomGenerator random) implements Handler {
  private static final int LONGEST_HASH = 66;

  @Override
  public Outcome handle(Turn turn) {
    return KeyUse.perform(turn, this::choose);
  }

  private Optional<KeyUse.Algorithm> choose(KeyMaterial material, int algorithm) {
    return switch (material) {
      case RsaKey key -> block(key, algorithm).map(block -> data -> signed(key, block.apply(data)));
      case EcKey key ->
          hash(algorithm).map(hash -> data -> hash.apply(data).map(key::derSignature));
      case AesKey _ -> Optional.empty();
    };
  }

  private static Optional<Bytes> signed(RsaKey key, Optional<Bytes> block) {
    return block.flatMap(key::transform);
  }

  /** How the block that the key transforms is made. */
  private Optional<Function<Bytes, Optional<Bytes>>> block(RsaKey key, int algorithm) {
    int size = key.modulus().size();
    return switch (algorithm) {
      case 0x20 -> Optional.of(Optional::of);
      case 0x30 -> Optional.of(data -> RsaPadding.pkcs1(data, size));
      case 0x31, 0x33, 0x34, 0x35 ->
          Optional.of(data -> RsaPadding.pkcs1(digest(algorithm), data, size));
      case 0x40 ->
          Optional.of(data ->
              Digest.ofSize(data.size())
                  .flatMap(digest -> RsaPadding.pss(digest, data, size, random)));
      case 0x41, 0x43, 0x44, 0x45 ->
          Optional.of(data -> {
            Digest digest = digest(algorithm);
            return RsaPadding.pss(digest, digest.of(data), size, random);
          });
      default -> Optional.empty();
    };
  }

  private static Optional<Function<Bytes, Optional<Bytes>>> hash(int algorithm) {
    return switch (algorithm) {
      case 0x70 ->
          Optional.of(
              data -> Optional.of(data).filter(h -> h.size() > 0 && h.size() <= LONGEST_HASH));
      case 0x71, 0x72, 0x73, 0x74, 0x75 ->
          Optional.of(data -> Optional.of(digest(algorithm).of(data)));
      default -> Optional.empty();
    };
  }

  /** The low digit counts the functions through, SHA-1 being 1. */
  private static Digest digest(int algorithm) {
    return Digest.values()[(algorithm & 0x0F) - 1];
  }
}
