// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Characters that a person typed and nobody else may see. Owned and wiped like a {@link Secret};
 * becomes one through {@link #encode}.
 */
public final class Passphrase implements AutoCloseable {
  private final char[] content;

  private Passphrase(char[] content) {
    this.content = content;
  }

  /** Takes over the array itself: the caller hands it on and forgets it. */
  public static Passphrase taking(char[] content) {
    return new Passphrase(content);
  }

  /** How many characters there are. */
  public int length() {
    return content.length;
  }

  /** Whether every character is printable ASCII, which every keyboard and tool writes alike. */
  public boolean isPlain() {
    for (char c : content) {
      if (c < 0x20 || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  /**
   * The characters as bytes of this charset; the passphrase stays as it is.
   *
   * @throws IllegalArgumentException if the charset lacks one of them
   */
  public Secret encode(Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    // Large enough from the start: a buffer that grows leaves copies behind.
    byte[] room = new byte[(int) Math.ceil(content.length * (double) encoder.maxBytesPerChar())];
    ByteBuffer encoded = ByteBuffer.wrap(room);
    try {
      if (encoder.encode(CharBuffer.wrap(content), encoded, true).isError()
          || encoder.flush(encoded).isError()) {
        throw new IllegalArgumentException("a character is not in " + charset);
      }
      return Secret.taking(Arrays.copyOf(room, encoded.position()));
    } finally {
      Arrays.fill(room, (byte) 0);
    }
  }

  /**
   * Every form in which another tool may have used this passphrase as a password, the likeliest
   * first: UTF-8; then ISO-8859-1, if that differs and has all characters. The caller owns them.
   */
  public List<Secret> encodings() {
    List<Secret> encodings = new ArrayList<>();
    encodings.add(encode(StandardCharsets.UTF_8));
    if (!isPlain() && isLatin()) {
      encodings.add(encode(StandardCharsets.ISO_8859_1));
    }
    return encodings;
  }

  private boolean isLatin() {
    for (char c : content) {
      if (c > 0xFF) {
        return false;
      }
    }
    return true;
  }

  /** Overwrites the characters. Closing twice does no harm. */
  @Override
  public void close() {
    Arrays.fill(content, '\0');
  }

  @Override
  public String toString() {
    return "passphrase of " + content.length + " characters";
  }
}
