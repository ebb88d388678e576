// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/** One of the 32-byte parts whose XOR is the DKEK. Its owner closes it. */
public final class DkekShare implements AutoCloseable {
  /** How many bytes a share has. */
  public static final int SIZE = 32;

  private final Secret content;

  private DkekShare(Secret content) {
    this.content = content;
  }

  /**
   * Takes over 32 secret bytes.
   *
   * @throws IllegalArgumentException if there are not 32; the secret is then closed
   */
  public static DkekShare taking(Secret content) {
    if (content.size() != SIZE) {
      content.close();
      throw new IllegalArgumentException("DKEK share of " + content.size() + " bytes");
    }
    return new DkekShare(content);
  }

  /** A new share. */
  public static DkekShare generate(RandomSource random) throws ProblemException {
    return taking(random.secret(SIZE));
  }

  /** Lends the 32 bytes, as {@link Secret#use} does. */
  public <R, E extends Exception> R use(Secret.Reader<R, E> reader) throws E {
    return content.use(reader);
  }

  /** Whether both are the same share; imported twice, a share cancels itself. */
  public boolean matches(DkekShare other) {
    return content.matches(other.content);
  }

  /**
   * The check value that a DKEK of this share alone would have. As private as the share, unless the
   * share is the whole DKEK.
   */
  public KeyCheckValue keyCheckValue() {
    try (Dkek alone = Dkek.of(List.of(this))) {
      return alone.keyCheckValue();
    }
  }

  /** Whether the bytes are gone. */
  public boolean isWiped() {
    return content.isWiped();
  }

  @Override
  public void close() {
    content.close();
  }

  @Override
  public String toString() {
    return "DKEK share";
  }
}
