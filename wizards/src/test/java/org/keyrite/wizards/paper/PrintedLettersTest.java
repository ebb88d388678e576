// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedLettersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain, with 7 (signs) & [more]!",
        "Äöü ß ẞ Çğıİşñ",
        "Łódź Őrség Dvořák Šťastný Þór Ærø",
        "Nguyễn Thị Hường",
        "Ωμέγα Άννα Γιώργος",
        "Фёдор Україна Љубав Ґалаґан",
        "“Quote” – dash … № €",
        "no\u00A0break"
      })
  void knowsWhatTheFontsHave(String text) {
    assertEquals(List.of(), PrintedLetters.lacking(text));
  }

  @Test
  void namesEachLetterOnceInOrder() {
    assertEquals(List.of("山", "田", "太", "郎"), PrintedLetters.lacking("山田 太郎 (山)"));
    assertEquals(List.of("م", "ح", "د"), PrintedLetters.lacking("محمد"));
    assertEquals(List.of("ש", "ל", "ו", "ם"), PrintedLetters.lacking("שלום"));
    assertEquals(List.of("김"), PrintedLetters.lacking("Kim 김"));
    assertEquals(List.of("𠮷"), PrintedLetters.lacking("𠮷 beyond the first plane"));
    assertEquals(List.of("\uD83D\uDD11"), PrintedLetters.lacking("key \uD83D\uDD11"));
    assertEquals(List.of("\u202E"), PrintedLetters.lacking("turned \u202E round"));
  }

  @Test
  void takesLettersThatWereTypedInPieces() {
    assertEquals(List.of(), PrintedLetters.lacking("Rene\u0301 O\u0308z"));
    assertEquals("Ren\u00E9", new Typefaces().printable(Face.TEXT, "Rene\u0301"));
  }

  /** What is let through here is what becomes no question mark there, in any face of names. */
  @Test
  void agreesWithWhatIsDrawn() {
    Typefaces typefaces = new Typefaces();
    List<Face> names = List.of(Face.TEXT, Face.MEDIUM, Face.STRONG);
    List<String> differing =
        IntStream.range(0x20, 0x2_0000)
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .filter(c -> c != '?' && !Character.isWhitespace(c))
            .mapToObj(Character::toString)
            .filter(c ->
                PrintedLetters.lacking(c).isEmpty()
                    != names.stream().noneMatch(face -> typefaces.printable(face, c).contains("?")))
            .toList();
    assertEquals(List.of(), differing);
    assertTrue(PrintedLetters.lacking("\u4E00").contains("\u4E00"));
  }
}
