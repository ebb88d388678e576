// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as words to read aloud: the PGP word list of Juola and Zimmermann (1995). A byte at an even
 * offset is a word of two syllables, one at an odd offset a word of three, so that a word that was
 * left out or repeated is heard. The words are the same in every language.
 */
public final class PgpWords {
  private static final String RESOURCE = "pgp-words.txt";
  private static final int VALUES = 256;

  private final List<String> even = new ArrayList<>();
  private final List<String> odd = new ArrayList<>();

  /** Loads the list from the class path. */
  public PgpWords() {
    try (InputStream in = PgpWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (even.size() != VALUES) {
      throw new IllegalStateException(even.size() + " words in " + RESOURCE);
    }
  }

  private void add(String line) {
    String[] columns = line.split(" ");
    even.add(columns[1]);
    odd.add(columns[2]);
  }

  /** One word a byte, in order. */
  public List<String> words(Bytes bytes) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < bytes.size(); i++) {
      words.add(column(i).get(bytes.at(i)));
    }
    return words;
  }

  /**
   * The bytes of words that a person typed, in upper or lower case; nothing if one of them is not
   * in the list, or does not belong at its place.
   */
  public Optional<Bytes> bytes(List<String> words) {
    byte[] bytes = new byte[words.size()];
    for (int i = 0; i < bytes.length; i++) {
      int value = indexOf(column(i), words.get(i).toLowerCase(Locale.ROOT));
      if (value < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) value;
    }
    return Optional.of(Bytes.of(bytes));
  }

  private List<String> column(int offset) {
    return offset % 2 == 0 ? even : odd;
  }

  private static int indexOf(List<String> column, String word) {
    for (int i = 0; i < column.size(); i++) {
      if (column.get(i).toLowerCase(Locale.ROOT).equals(word)) {
        return i;
      }
    }
    return -1;
  }
}
