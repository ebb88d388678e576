// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;

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

  /** The characters as bytes of this charset; the passphrase stays as it is. */
  public Secret encode(Charset charset) {
    ByteBuffer encoded = charset.encode(CharBuffer.wrap(content));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    return Secret.taking(bytes);
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
