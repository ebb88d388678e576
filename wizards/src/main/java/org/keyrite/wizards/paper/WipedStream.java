// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.keyrite.core.bytes.Secret;

/** Collects bytes and leaves none behind: what it outgrows and what it held is overwritten. */
final class WipedStream extends OutputStream {
  private static final int FIRST_SIZE = 64 * 1024;

  private byte[] content = new byte[FIRST_SIZE];
  private int length;

  @Override
  public void write(int value) {
    grow(1);
    content[length++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    Objects.checkFromIndexSize(from, count, bytes.length);
    grow(count);
    System.arraycopy(bytes, from, content, length, count);
    length += count;
  }

  private void grow(int count) {
    if (length + count > content.length) {
      byte[] larger = Arrays.copyOf(content, Math.max(content.length * 2, length + count));
      Arrays.fill(content, (byte) 0);
      content = larger;
    }
  }

  /** What was written, for the caller to close. */
  Secret toSecret() {
    return Secret.taking(Arrays.copyOf(content, length));
  }

  @Override
  public void close() {
    Arrays.fill(content, (byte) 0);
  }
}
