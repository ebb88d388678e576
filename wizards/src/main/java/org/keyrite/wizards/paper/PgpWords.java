// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;

/**
 * Bytes as words to read aloud: the PGP word list of Juola and Zimmermann (1995). A byte at an even
 * offset is a word of two syllables, one at an odd offset a word of three, so that a word that was
 * left out or repeated is heard.
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
      words.add((i % 2 == 0 ? even : odd).get(bytes.at(i)));
    }
    return words;
  }
}
