// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.Arrays;
import org.keyrite.core.bytes.Passphrase;

/**
 * Characters being typed, with a caret. Lives in one array of this class; whenever that array is
 * left behind or shortened, what it held is overwritten. Holds up to {@value #MOST} characters.
 */
final class SecretText implements AutoCloseable {
  /** More than any password that a person types. */
  static final int MOST = 256;

  private final char[] content;
  private int length;
  private int caret;

  SecretText() {
    this(MOST);
  }

  /** Room for this many characters and no more. */
  SecretText(int most) {
    content = new char[most];
  }

  int length() {
    return length;
  }

  int caret() {
    return caret;
  }

  boolean isFull() {
    return length == content.length;
  }

  char at(int index) {
    return content[index];
  }

  /** Puts a character before the caret; false if there is no room. */
  boolean insert(char c) {
    if (isFull()) {
      return false;
    }
    System.arraycopy(content, caret, content, caret + 1, length - caret);
    content[caret++] = c;
    length++;
    return true;
  }

  /** Puts a character in place of the one at the caret; false if there is none. */
  boolean replace(char c) {
    if (caret == length) {
      return false;
    }
    content[caret++] = c;
    return true;
  }

  /** Removes the character before the caret, both halves of one outside the basic plane. */
  boolean backspace() {
    if (caret == 0) {
      return false;
    }
    boolean pair = caret > 1 && Character.isSurrogatePair(content[caret - 2], content[caret - 1]);
    remove(pair ? 2 : 1);
    return true;
  }

  /** Removes the character after the caret. */
  boolean delete() {
    if (caret == length) {
      return false;
    }
    moveTo(caret + charsAt(caret));
    return backspace();
  }

  private int charsAt(int index) {
    boolean pair =
        index + 1 < length && Character.isSurrogatePair(content[index], content[index + 1]);
    return pair ? 2 : 1;
  }

  private void remove(int count) {
    System.arraycopy(content, caret, content, caret - count, length - caret);
    caret -= count;
    Arrays.fill(content, length - count, length, '\0');
    length -= count;
  }

  void moveTo(int position) {
    caret = Math.clamp(position, 0, length);
  }

  boolean sameAs(SecretText other) {
    return Arrays.equals(content, 0, length, other.content, 0, other.length);
  }

  /** A copy of the characters; the caller wipes it. */
  char[] copy() {
    return Arrays.copyOf(content, length);
  }

  /** Gives the characters away and is empty afterwards. */
  Passphrase take() {
    Passphrase taken = Passphrase.taking(copy());
    close();
    return taken;
  }

  /** Overwrites everything. */
  @Override
  public void close() {
    Arrays.fill(content, '\0');
    length = 0;
    caret = 0;
  }

  @Override
  public String toString() {
    return "text of " + length + " characters";
  }
}
