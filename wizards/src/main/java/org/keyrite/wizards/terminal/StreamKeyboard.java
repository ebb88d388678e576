// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.keyboard.KeyboardSetup;

/**
 * Lines of a stream in UTF-8, read byte by byte: a buffer would keep what was typed. Give it a
 * stream that has none.
 */
public final class StreamKeyboard implements Keyboard {
  private static final int LONGEST_LINE = 4096;

  private final InputStream in;
  private final Unseen unseen;
  private final Optional<KeyboardSetup> setup;

  /** Reads a line while what is typed is not shown. */
  @FunctionalInterface
  public interface Unseen {
    /** The line; null at the end of the input. */
    char[] read() throws ProblemException;
  }

  /** A pipe, where nobody sees what is typed. */
  public StreamKeyboard(InputStream in) {
    this.in = in;
    unseen = null;
    setup = Optional.empty();
  }

  /**
   * A keyboard.
   *
   * @param unseen reads lines that must not be seen
   * @param setup how it is set up
   */
  public StreamKeyboard(InputStream in, Unseen unseen, KeyboardSetup setup) {
    this.in = in;
    this.unseen = unseen;
    this.setup = Optional.of(setup);
  }

  @Override
  public boolean isManned() {
    return unseen != null;
  }

  @Override
  public Optional<String> line() {
    return visible().map(String::new);
  }

  @Override
  public boolean hasLine() {
    try {
      return unseen == null || in.available() > 0;
    } catch (IOException e) {
      // A terminal that was closed: whoever reads it learns that there is nothing more to come.
      return true;
    }
  }

  @Override
  public Optional<char[]> hidden() throws ProblemException {
    return unseen == null ? visible() : Optional.ofNullable(unseen.read());
  }

  @Override
  public Optional<KeyboardSetup> setup() {
    return setup;
  }

  @Override
  public Optional<char[]> visible() {
    byte[] typed = new byte[LONGEST_LINE];
    try {
      int size = 0;
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      while (next >= 0 && next != '\n') {
        if (size < LONGEST_LINE) {
          typed[size++] = (byte) next;
        }
        next = in.read();
      }
      if (size > 0 && typed[size - 1] == '\r') {
        size--;
      }
      return Optional.of(decode(typed, size));
    } catch (IOException e) {
      // A terminal that was closed: there is nothing more to come.
      return Optional.empty();
    } finally {
      Arrays.fill(typed, (byte) 0);
    }
  }

  private static char[] decode(byte[] typed, int size) {
    CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(typed, 0, size));
    char[] line = new char[characters.remaining()];
    characters.get(line);
    Arrays.fill(characters.array(), '\0');
    return line;
  }
}
