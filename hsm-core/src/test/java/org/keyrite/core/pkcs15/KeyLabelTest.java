// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.pkcs15;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.KeyProblem.KeyIdSize;
import org.keyrite.core.problem.PlanProblem.TextTooLong;
import org.keyrite.core.problem.PlanProblem.TextUnprintable;
import org.keyrite.core.problem.PlanProblem.ValueMissing;
import org.keyrite.core.problem.ProblemException;

class KeyLabelTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "Root key 2026", "Schlüssel", "鍵", "🔑", "a\u00A0b"})
  void takesWhatCanBeShown(String text) throws ProblemException {
    assertEquals(text, KeyLabel.of(text).text());
  }

  @Test
  void takesBlanksFromItsEnds() throws ProblemException {
    assertEquals("a b", KeyLabel.of("  a b ").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "   ", "\t"})
  void refusesNothing(String text) {
    assertRefused(new ValueMissing(), () -> KeyLabel.of(text));
  }

  @Test
  void refusesTheSixtyFifthCharacter() throws ProblemException {
    assertEquals(64, KeyLabel.of("x".repeat(64)).text().length());
    assertEquals(128, KeyLabel.of("🔑".repeat(64)).text().length());
    assertRefused(new TextTooLong(65, 64), () -> KeyLabel.of("x".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u001bb",
        "a\nb",
        "a\u202Eb",
        "a\u200Bb",
        "a\u2028b",
        "a\uD800b",
        "a\uE000b"
      })
  void refusesWhatCannotBeShown(String text) {
    assertRefused(new TextUnprintable(), () -> KeyLabel.of(text));
  }

  @Test
  void idsHaveOneToThirtyTwoBytes() throws ProblemException {
    assertEquals("0a", PkcsId.of(Bytes.of((byte) 10)).toString());
    assertEquals(32, PkcsId.of(Bytes.of(new byte[32])).value().size());
    assertRefused(new KeyIdSize(0), () -> PkcsId.of(Bytes.EMPTY));
    assertRefused(new KeyIdSize(33), () -> PkcsId.of(Bytes.of(new byte[33])));
  }
}
