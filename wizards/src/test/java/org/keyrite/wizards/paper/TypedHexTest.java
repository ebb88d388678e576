// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Secret;

class TypedHexTest {
  private static Optional<Secret> parse(String text) {
    return TypedHex.parse(text.toCharArray(), 0, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "0abc,0abc",
    "abc,0abc",
    "7,07",
    "0,00",
    "a:bc,0abc",
    "0A:BC,0abc",
    "f ab cd,0fabcd",
    " 0abc ,0abc",
    "'  abc',0abc",
    "0000abc,00000abc"
  })
  void readsANumberOfAnyLength(String text, String hex) {
    try (Secret read = parse(text).orElseThrow()) {
      read.use(bytes -> {
        assertArrayEquals(HexFormat.of().parseHex(hex), bytes);
        return null;
      });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "0g", "0x1", "-1", "ab:c", "a:b", "ab:c:de", "\u0661"})
  void refusesWhatIsNoNumberOrHasAGapInsideAByte(String text) {
    assertEquals(Optional.empty(), parse(text));
  }
}
