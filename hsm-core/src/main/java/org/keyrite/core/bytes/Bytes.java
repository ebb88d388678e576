// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable, public sequence of bytes. Compares by content; its text is lower-case hex. */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte... content) {
    return new Bytes(content.clone());
  }

  /**
   * The bytes written in this hex text, upper or lower case, without separators.
   *
   * @throws IllegalArgumentException if the text is not hex with two digits a byte
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /** How many bytes there are. */
  public int size() {
    return content.length;
  }

  /** The byte at this offset, 0 to 255. */
  public int at(int offset) {
    return content[offset] & 0xFF;
  }

  /** The bytes from {@code from} up to, not including, {@code to}. */
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, checked(to)));
  }

  private int checked(int to) {
    if (to > content.length) {
      throw new IndexOutOfBoundsException(to + " of " + content.length + " bytes");
    }
    return to;
  }

  /** These bytes followed by others. */
  public Bytes plus(Bytes more) {
    byte[] joined = Arrays.copyOf(content, content.length + more.content.length);
    System.arraycopy(more.content, 0, joined, content.length, more.content.length);
    return new Bytes(joined);
  }

  /** A copy that the caller may change. */
  public byte[] toByteArray() {
    return content.clone();
  }

  /** The 32 bytes of SHA-256 over these. */
  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has it.
      throw new IllegalStateException(e);
    }
  }

  /** Lower-case hex, two digits a byte. */
  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return toHex();
  }
}
