// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.keydomain;

import java.util.Locale;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.EcPublicKey;

/**
 * The name of an XKEK key domain, and so of its group: the x-coordinate of the group signer's
 * public point (byte reference, section 10.1 [2+]). Public, and what people compare aloud.
 *
 * @param value 32 bytes
 */
public record KeyDomainUid(Bytes value) {
  /** Bytes of a UID. */
  public static final int SIZE = 32;

  private static final int GROUP = 4;

  /**
   * A UID of this value.
   *
   * @throws IllegalArgumentException if it has another size
   */
  public KeyDomainUid {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("UID of " + value.size() + " bytes");
    }
  }

  /** The UID of the group whose signer has this key, of a curve with 32 bytes a coordinate. */
  public static KeyDomainUid of(EcPublicKey signer) {
    return new KeyDomainUid(signer.x());
  }

  /** What a device reports: pico-hsm adds the y-coordinate, which is not looked at [1]. */
  static KeyDomainUid ofReported(Bytes reported) {
    return new KeyDomainUid(reported.slice(0, SIZE));
  }

  /** 64 upper-case hex digits without gaps, as in the name of a membership file. */
  public String toHex() {
    return value.toHex().toUpperCase(Locale.ROOT);
  }

  /** Upper-case hex in sixteen groups of four digits, to be read aloud. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    String hex = toHex();
    for (int i = 0; i < hex.length(); i += GROUP) {
      text.append(i == 0 ? "" : " ").append(hex, i, i + GROUP);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return toHex();
  }
}
