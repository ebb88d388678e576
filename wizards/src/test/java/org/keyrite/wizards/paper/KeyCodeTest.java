// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

class KeyCodeTest {

  private static Map<String, Bytes> files(List<KeyCode> codes) throws ProblemException {
    return KeyPages.of(codes).files();
  }

  private static void assertRefused(Problem expected, List<KeyCode> codes) {
    assertEquals(expected, assertThrows(ProblemException.class, () -> files(codes)).problem());
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
  void writesBase32AsTheStandardDoes(String text, String expected) {
    Bytes bytes = Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    assertEquals(expected, KeyCode.base32(bytes));
  }

  @Test
  void filesOfAnySizeComeBackFromCodesInAnyOrderAndTwice() throws Exception {
    Random random = new Random(Samples.SEED);
    for (int size : List.of(1, 2, 179, 180, 181, 359, 360, 928, 2699, 2700)) {
      Bytes file = SheetSamples.keyFile(size);
      List<KeyCode> codes = new ArrayList<>();
      for (KeyCode code : KeyCode.of(file)) {
        KeyCode read = KeyCode.parse(code.text()).orElseThrow();
        assertEquals(code, read);
        codes.add(read);
      }
      codes.addAll(KeyCode.of(file));
      Collections.shuffle(codes, random);
      assertEquals(Map.of(KeyCode.sheet(file), file), files(codes), size + " bytes");
    }
  }

  @Test
  void takesNoFileThatDoesNotFit() {
    for (int size : List.of(0, 2701)) {
      assertTrue(!KeyCode.fits(SheetSamples.keyFile(size)));
      assertThrows(IllegalArgumentException.class, () -> KeyCode.of(SheetSamples.keyFile(size)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KEYRITE:1:ABCD",
        "KEYRITE:K1:ABCDEFGH:01/01:",
        "KEYRITE:K1:ABCDEFGH:00/01:MY",
        "KEYRITE:K1:ABCDEFGH:02/01:MY",
        "KEYRITE:K1:ABCDEFGH:01/16:MY",
        "KEYRITE:K1:ABCDEFGH:01/02:MY",
        "KEYRITE:K1:ABCDEFGH:1/1:MY",
        "KEYRITE:K1:ABCDEFG1:01/01:MY",
        "KEYRITE:K1:ABCDEFGH:01/01:MZ",
        "KEYRITE:K1:ABCDEFGH:01/01:MYA",
        "KEYRITE:K1:ABCDEFGH:01/01:MY======",
        "KEYRITE:K2:ABCDEFGH:01/01:MY",
        "keyrite:k1:abcdefgh:01/01:my",
        "KEYRITE:K1:ABCDEFGH:01/01:MY "
      })
  void whatIsNotExactlyACodeIsNone(String text) {
    assertEquals(Optional.empty(), KeyCode.parse(text));
  }

  @Test
  void missingCodesAreNamed() {
    List<KeyCode> codes = KeyCode.of(SheetSamples.keyFile(928));
    String sheet = codes.getFirst().sheet();
    assertRefused(
        new PaperProblem.KeySheetIncomplete(sheet, "2, 6", 6),
        List.of(codes.get(4), codes.get(0), codes.get(2), codes.get(3)));
  }

  @Test
  void pagesOfTwoKeysAreToldApartAndNamed() throws Exception {
    Bytes one = SheetSamples.keyFile(300);
    Bytes other = SheetSamples.keyFile(301);
    List<KeyCode> whole = new ArrayList<>(KeyCode.of(one));
    whole.addAll(KeyCode.of(other));
    assertEquals(
        Map.of(KeyCode.sheet(one), one, KeyCode.sheet(other), other), files(whole), "both whole");
    String sheets =
        String.join(
            ", ", new java.util.TreeSet<>(List.of(KeyCode.sheet(one), KeyCode.sheet(other))));
    List<KeyCode> mixed =
        List.of(KeyCode.of(one).get(0), KeyCode.of(one).get(1), KeyCode.of(other).get(1));
    assertRefused(new PaperProblem.KeyPagesMixed(sheets, KeyCode.sheet(other), "1"), mixed);
  }

  @Test
  void codesThatContradictEachOtherAreRefused() {
    List<KeyCode> codes = KeyCode.of(SheetSamples.keyFile(300));
    String sheet = codes.getFirst().sheet();
    KeyCode first = codes.getFirst();
    Problem broken = new PaperProblem.KeySheetBroken(sheet);
    KeyCode changed = new KeyCode(sheet, 1, 2, SheetSamples.keyFile(180));
    assertRefused(broken, List.of(first, codes.get(1), changed));
    assertRefused(broken, List.of(changed, codes.get(1)));
    assertRefused(broken, List.of(first, new KeyCode(sheet, 2, 3, first.part())));
  }
}
