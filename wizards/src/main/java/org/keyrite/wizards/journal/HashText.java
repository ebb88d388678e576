// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;

/**
 * A hash as people compare it: groups of four hex digits, and words to read aloud. Read back,
 * blanks and signs between groups or words, line ends and upper case do not matter; every byte
 * does.
 */
public final class HashText {
  private static final int GROUP = 4;
  private static final int SIZE = 32;

  private HashText() {}

  /** The hex digits in groups of four: {@code 4f0a 91c2 …}. */
  public static List<String> groups(Bytes hash) {
    String hex = hash.toHex();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < hex.length(); i += GROUP) {
      groups.add(hex.substring(i, Math.min(i + GROUP, hex.length())));
    }
    return groups;
  }

  /** A word for each byte. */
  public static List<String> words(Bytes hash) {
    return new PgpWords().words(hash);
  }

  /** The SHA-256 hash that a person typed, in hex or in words; nothing if it is not a whole one. */
  public static Optional<Bytes> parse(String typed) {
    List<String> pieces =
        Arrays.stream(typed.split("[^A-Za-z0-9]+")).filter(piece -> !piece.isEmpty()).toList();
    String joined = pieces.stream().collect(Collectors.joining()).toLowerCase(Locale.ROOT);
    if (joined.matches("[0-9a-f]{" + 2 * SIZE + "}")) {
      return Optional.of(Bytes.fromHex(joined));
    }
    return pieces.size() == SIZE ? new PgpWords().bytes(pieces) : Optional.empty();
  }
}
