// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes that must not outlive their last reader. Whoever holds a {@code Secret} owns it and closes
 * it; {@link #use} lends the bytes for the length of one call, and the borrower keeps neither them
 * nor a copy. There is no {@code equals}, and the text of a secret tells only how long it is.
 *
 * <p>Thread-safe: a secret is wiped only between two uses, never under a borrower's hands.
 *
 * <p>What Java cannot promise: a collector may have moved the array before it was wiped.
 */
public final class Secret implements AutoCloseable {
  private final byte[] content;
  private boolean wiped;

  private Secret(byte[] content) {
    this.content = content;
  }

  /** Takes over the array itself: the caller hands it on and forgets it. */
  public static Secret taking(byte[] content) {
    return new Secret(content);
  }

  /**
   * Lends the bytes to {@code reader}.
   *
   * @throws IllegalStateException if the secret was wiped
   */
  public synchronized <R, E extends Exception> R use(Reader<R, E> reader) throws E {
    if (wiped) {
      throw new IllegalStateException("secret was wiped");
    }
    return reader.read(content);
  }

  /** A second secret with the same content and an owner of its own. */
  public Secret copy() {
    return use(bytes -> taking(bytes.clone()));
  }

  /** Whether the content is the same, in time that does not depend on where it differs. */
  public boolean matches(Secret other) {
    try (Secret theirs = other.copy()) {
      return use(mine -> MessageDigest.isEqual(mine, theirs.content));
    }
  }

  /** How many bytes there are, also after they were wiped. */
  public int size() {
    return content.length;
  }

  /** Whether the bytes are gone. */
  public synchronized boolean isWiped() {
    return wiped;
  }

  /** Overwrites the bytes with zeros. Closing twice does no harm. */
  @Override
  public synchronized void close() {
    Arrays.fill(content, (byte) 0);
    wiped = true;
  }

  @Override
  public String toString() {
    return "secret of " + content.length + " bytes";
  }

  /** Reads lent bytes during one call. */
  @FunctionalInterface
  public interface Reader<R, E extends Exception> {
    /** Reads the bytes; keeps nothing of them but what it returns. */
    R read(byte[] lent) throws E;
  }
}
