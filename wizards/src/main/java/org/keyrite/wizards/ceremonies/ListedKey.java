// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.wizards.ceremony.Codec;

/**
 * A key as a list of a ceremony shows it. The list is a fact, so its text is what people read: a
 * choice with arguments for each key. Blanks inside an argument do not break.
 *
 * @param state what can be done with it: the choice
 * @param number by which people choose it
 * @param label what it is called, maybe nothing
 * @param algorithm kind and size, as {@link KeySpec#text} writes it
 * @param id that PKCS #11 shows, in hex
 * @param fingerprint of its public half, in hex; empty where that is not known
 */
record ListedKey(
    String state, int number, String label, String algorithm, String id, String fingerprint) {
  /** Lists as journals have them. */
  static final Codec<List<ListedKey>> LIST = new Codec<>(ListedKey::written, ListedKey::read);

  private static final String NONE = "none";
  private static final String NOTHING = "–";
  private static final char BLANK = ' ';
  private static final char UNBROKEN = '\u00A0';
  private static final int ARGUMENTS = 6;

  /** A key that is on a device. */
  static ListedKey of(String state, int number, StoredKey key) {
    return new ListedKey(
        state,
        number,
        plain(key.label().orElse("")),
        key.spec().map(KeySpec::text).orElse(""),
        key.pkcsId().map(Bytes::toHex).orElse(""),
        key.publicKey().map(PublicKey::fingerprint).map(Bytes::toHex).orElse(""));
  }

  /** A label as lists have it: with one kind of blank. */
  static String plain(String label) {
    return label.replace(UNBROKEN, BLANK).strip();
  }

  /** Whether it is the same key, whatever can be done with it. */
  boolean isSame(ListedKey other) {
    return equals(other.in(state, number));
  }

  /** The same key in another state, under another number. */
  ListedKey in(String otherState, int otherNumber) {
    return new ListedKey(otherState, otherNumber, label, algorithm, id, fingerprint);
  }

  private static String written(List<ListedKey> keys) {
    return keys.isEmpty()
        ? NONE
        : keys.stream().map(ListedKey::written).collect(Collectors.joining(", "));
  }

  private String written() {
    return Stream.of(state, String.valueOf(number), label, algorithm, id, fingerprint)
        .map(text -> text.isEmpty() ? NOTHING : text.replace(BLANK, UNBROKEN))
        .collect(Collectors.joining(" "));
  }

  private static List<ListedKey> read(String text) {
    return text.equals(NONE)
        ? List.of()
        : Stream.of(text.split(", ", -1)).map(ListedKey::readOne).toList();
  }

  private static ListedKey readOne(String text) {
    List<String> words =
        Stream.of(text.split(" ", -1))
            .map(word -> word.equals(NOTHING) ? "" : word.replace(UNBROKEN, BLANK))
            .toList();
    if (words.size() != ARGUMENTS) {
      throw new IllegalArgumentException(text);
    }
    return new ListedKey(
        words.get(0),
        Integer.parseInt(words.get(1)),
        words.get(2),
        words.get(3),
        words.get(4).toLowerCase(Locale.ROOT),
        words.get(5));
  }
}
