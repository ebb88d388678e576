// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * ENCIPHER and the like with an AES key, {@code 80 78 id algorithm}.
 *
 * <pre>
 * 10, 11  CBC with an initial vector of zeros, encrypt and decrypt; whole blocks
 * 18      CMAC over whole blocks
 * 99      a derived key of 32 bytes. Real cards follow SP 800-56C in a way that is not public; this
 *         is its one-step form with SHA-256: SHA-256(00000001 | key | parameter)
 * </pre>
 */
final class SecretKeyUse {
  private static final int ENCRYPT = 0x10;
  private static final int DECRYPT = 0x11;
  private static final int MAC = 0x18;
  private static final int DERIVE = 0x99;
  private static final Bytes COUNTER = Bytes.fromHex("00000001");

  private SecretKeyUse() {}

  static Outcome handle(Turn turn) {
    return KeyUse.perform(turn, SecretKeyUse::choose);
  }

  private static Optional<KeyUse.Algorithm> choose(KeyMaterial material, int algorithm) {
    if (!(material instanceof AesKey key)) {
      return Optional.empty();
    }
    return switch (algorithm) {
      case ENCRYPT -> Optional.of(data -> blocks(data).map(key::encrypt));
      case DECRYPT -> Optional.of(data -> blocks(data).map(key::decrypt));
      case MAC -> Optional.of(data -> blocks(data).map(key::mac));
      case DERIVE -> Optional.of(data -> parameter(data).map(info -> derive(key, info)));
      default -> Optional.empty();
    };
  }

  private static Optional<Bytes> blocks(Bytes data) {
    boolean whole = data.size() > 0 && data.size() % AesKey.BLOCK == 0;
    return Optional.of(data).filter(_ -> whole);
  }

  private static Optional<Bytes> parameter(Bytes data) {
    return Optional.of(data).filter(info -> info.size() > 0);
  }

  private static Bytes derive(AesKey key, Bytes parameter) {
    return Ber.join(COUNTER, key.key().bytes(), parameter).sha256();
  }
}
