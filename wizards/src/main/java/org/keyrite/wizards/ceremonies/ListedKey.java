// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.List;
import java.util.Locale;
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

  /** What it is called in a title. */
  String title() {
    return label.isEmpty() ? "–" : label;
  }

  private static String written(List<ListedKey> keys) {
    return CodeWords.written(keys.stream().map(ListedKey::words));
  }

  private List<String> words() {
    return List.of(state, String.valueOf(number), label, algorithm, id, fingerprint);
  }

  private static List<ListedKey> read(String text) {
    return CodeWords.read(text, ARGUMENTS).stream().map(ListedKey::of).toList();
  }

  private static ListedKey of(List<String> words) {
    return new ListedKey(
        words.get(0),
        Integer.parseInt(words.get(1)),
        words.get(2),
        words.get(3),
        words.get(4).toLowerCase(Locale.ROOT),
        words.get(5));
  }
}
