// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import java.util.OptionalInt;
import org.keyrite.core.bytes.Secret;

/**
 * A payload as people write and type it: Crockford base32 in groups of four, four groups a line,
 * two check characters at the end of each line, and a last group that checks the whole text.
 *
 * <p>{@link CheckedTextReader} reads it back; {@code docs/formats/checked-text.md} says what is
 * found for certain and what only likely. Shown character by character, so that no {@code String}
 * ever holds a secret. The owner closes it, which wipes it.
 */
public final class CheckedText implements AutoCloseable {
  private final TextShape shape;
  private final byte[][] lines;

  private CheckedText(TextShape shape, byte[][] lines) {
    this.shape = shape;
    this.lines = lines;
  }

  /** The checked text of a payload; the payload stays the caller's. */
  public static CheckedText of(Secret payload) {
    TextShape shape = new TextShape(payload.size());
    byte[] values = groups(payload);
    byte[][] lines = new byte[shape.lines()][];
    int at = 0;
    for (int line = 1; line <= lines.length; line++) {
      int count = shape.groupsIn(line) * TextShape.GROUP;
      byte[] symbols = new byte[count + TextShape.LINE_CHECK];
      System.arraycopy(values, at, symbols, 0, count);
      LineCode.complete(line, symbols, 0, count);
      lines[line - 1] = symbols;
      at += count;
    }
    Arrays.fill(values, (byte) 0);
    return new CheckedText(shape, lines);
  }

  /** The values of a payload, filled up to whole groups, and of the group that checks them all. */
  static byte[] groups(Secret payload) {
    TextShape shape = new TextShape(payload.size());
    byte[] values = new byte[shape.groups() * TextShape.GROUP];
    payload.use(bytes -> {
      byte[] split = Crockford.split(bytes);
      System.arraycopy(split, 0, values, 0, split.length);
      Arrays.fill(split, (byte) 0);
      return null;
    });
    int last = shape.groups() - 1;
    WholeCode.write(WholeCode.check(values, last), values, last * TextShape.GROUP);
    return values;
  }

  /**
   * The symbol that a typed character stands for (lower case, O, I and L are understood), or
   * nothing if it is not of this alphabet.
   */
  public static OptionalInt fold(char typed) {
    int folded = Crockford.fold(typed);
    return folded == Crockford.FOREIGN ? OptionalInt.empty() : OptionalInt.of(folded);
  }

  /** How many lines and groups there are. */
  public TextShape shape() {
    return shape;
  }

  /**
   * One character.
   *
   * @param line from 1
   * @param position from 0; the last two of a line are its check characters
   */
  public char at(int line, int position) {
    return Crockford.symbol(lines[line - 1][position]);
  }

  /** A line without gaps, check characters last; the caller wipes the array. */
  public char[] line(int line) {
    char[] characters = new char[shape.charactersIn(line)];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = at(line, i);
    }
    return characters;
  }

  @Override
  public void close() {
    for (byte[] line : lines) {
      Arrays.fill(line, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "checked text of " + lines.length + " lines";
  }
}
