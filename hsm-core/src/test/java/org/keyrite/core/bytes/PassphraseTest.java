// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassphraseTest {

  private static Passphrase passphrase(String text) {
    return Passphrase.taking(text.toCharArray());
  }

  private static List<Bytes> encodings(String text) {
    return passphrase(text).encodings().stream().map(form -> form.use(Bytes::of)).toList();
  }

  @Test
  void wipesTheArrayItTook() {
    char[] content = {'a', 'b'};
    Passphrase.taking(content).close();
    assertArrayEquals(new char[2], content);
  }

  @Test
  void encodesAllCharactersOfAnyLength() {
    for (String text : List.of("", "a", "ä", "ääääääääääää", "€€€", "a\uD83D\uDD11b")) {
      Bytes encoded = passphrase(text).encode(StandardCharsets.UTF_8).use(Bytes::of);
      assertEquals(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), encoded, text);
    }
  }

  @Test
  void refusesToReplaceWhatACharsetLacks() {
    assertThrows(
        IllegalArgumentException.class,
        () -> passphrase("10 €").encode(StandardCharsets.ISO_8859_1));
    assertThrows(
        IllegalArgumentException.class, () -> passphrase("\uD83D").encode(StandardCharsets.UTF_8));
  }

  @Test
  void offersLatinFormOnlyWhereItDiffers() {
    assertEquals(List.of(Bytes.fromHex("61")), encodings("a"));
    assertEquals(List.of(Bytes.fromHex("c3a4"), Bytes.fromHex("e4")), encodings("ä"));
    assertEquals(List.of(Bytes.fromHex("e282ac")), encodings("€"));
  }

  @Test
  void plainMeansPrintableAscii() {
    assertTrue(passphrase(" ~aZ9").isPlain());
    assertFalse(passphrase("ä").isPlain());
    assertFalse(passphrase("a\tb").isPlain());
    assertFalse(passphrase("\u007F").isPlain());
  }

  @Test
  void textTellsOnlyTheLength() {
    assertEquals("passphrase of 3 characters", passphrase("abc").toString());
  }
}
