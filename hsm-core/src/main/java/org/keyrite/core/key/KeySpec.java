// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Kind and size of a key (byte reference, section 7 [2+]). */
public sealed interface KeySpec {

  /**
   * RSA.
   *
   * @param bits size of the modulus; new keys get 2048, 3072 or 4096, the largest two only from
   *     newer firmware [1]
   */
  record Rsa(int bits) implements KeySpec {
    private static final List<Integer> OFFERED = List.of(2048, 3072, 4096);

    /**
     * A key of this size.
     *
     * @throws IllegalArgumentException if no device has keys of this size
     */
    public Rsa {
      if (bits < 512 || bits > 4096) {
        throw new IllegalArgumentException("RSA of " + bits + " bits");
      }
    }

    @Override
    public String text() {
      return "RSA-" + bits;
    }
  }

  /**
   * Elliptic curves.
   *
   * @param curve which one
   */
  record Ec(Curve curve) implements KeySpec {
    @Override
    public String text() {
      return curve.text();
    }

    @Override
    public int bits() {
      return curve.bits();
    }
  }

  /**
   * AES.
   *
   * @param bits 128, 192 or 256
   */
  record Aes(int bits) implements KeySpec {
    private static final Set<Integer> SIZES = Set.of(128, 192, 256);

    /**
     * A key of this size.
     *
     * @throws IllegalArgumentException if there is no such AES
     */
    public Aes {
      if (!SIZES.contains(bits)) {
        throw new IllegalArgumentException("AES of " + bits + " bits");
      }
    }

    @Override
    public String text() {
      return "AES-" + bits;
    }
  }

  /** All that new keys can be, in the order in which people are offered them. */
  static List<KeySpec> offered() {
    Stream<KeySpec> rsa = Rsa.OFFERED.stream().map(Rsa::new);
    Stream<KeySpec> ec = Curve.offered().stream().map(Ec::new);
    Stream<KeySpec> aes = Stream.of(128, 192, 256).map(Aes::new);
    return Stream.of(rsa, ec, aes).flatMap(each -> each).toList();
  }

  /** What is offered under this name, as {@link #text} writes it. */
  static Optional<KeySpec> fromText(String text) {
    return offered().stream().filter(spec -> spec.text().equals(text)).findFirst();
  }

  /** Size in bits as people name it: of the modulus, the field or the key. */
  int bits();

  /** Name without language: {@code RSA-2048}, {@code secp256r1}, {@code AES-256}. */
  String text();
}
