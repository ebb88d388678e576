// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class LineBreaksTest {
  private static final Typefaces TYPEFACES = new Typefaces();

  private static LineBreaks breaks(Face face, float width) {
    return new LineBreaks(TYPEFACES, face, 10, width);
  }

  @Test
  void breaksBetweenWords() {
    assertEquals(
        List.of("Keep it sealed,", "dry, and away"),
        breaks(Face.TEXT, 75).lines("Keep it sealed, dry, and away"));
  }

  @Test
  void keepsAShortTextOnOneLine() {
    assertEquals(List.of("dry"), breaks(Face.TEXT, 100).lines("  dry "));
    assertEquals(List.of(""), breaks(Face.TEXT, 100).lines(""));
  }

  @Test
  void breaksAfterAHyphenBeforeItBreaksAWord() {
    assertEquals(
        List.of("Sicherheits-", "Beauftragte"),
        breaks(Face.TEXT, 70).lines("Sicherheits-Beauftragte"));
  }

  @Test
  void breaksALongWordWithAHyphenAndLosesNothing() {
    String word = "Schlüsselwiederherstellungsverfahren";
    List<String> lines = breaks(Face.TEXT, 60).lines("Das " + word);
    assertEquals("Das", lines.getFirst());
    assertEquals(word, String.join("", lines.subList(1, lines.size())).replace("-", ""));
    for (String line : lines) {
      assertTrue(TYPEFACES.width(Face.TEXT, 10, line) <= 60, line);
    }
  }

  @Test
  void breaksValuesWithoutAHyphen() {
    String hash = "3f86ec7b76d88d605b762ac92e433f94";
    assertEquals(hash, String.join("", breaks(Face.MONO, 60).lines(hash)));
  }

  @Test
  void neverBreaksAnOptionOfACommand() {
    assertEquals(
        List.of("sc-hsm-tool", "--pwd-shares-total 2"),
        breaks(Face.MONO, 125).lines("sc-hsm-tool --pwd-shares-total 2"));
  }

  @Test
  void breaksACommandAsAShellTakesIt() {
    SheetFrame frame = SheetSamples.frame(false);
    Messages messages = Messages.in(Language.ENGLISH);
    try (Book book = new Book(TYPEFACES, messages, PaperSize.A4, frame)) {
      Pen pen = book.page();
      assertEquals(
          List.of("sc-hsm-tool \\", "--import-dkek-share \\", "vault.pbe"),
          Steps.commandLines(pen, 130, "sc-hsm-tool --import-dkek-share vault.pbe"));
      assertEquals(
          List.of("vault-2026\\", "-07.pbe"), Steps.commandLines(pen, 71, "vault-2026-07.pbe"));
    }
  }

  @Test
  void givesColumnsWhatTheirWordsNeedAndSharesTheRest() {
    float[] least = {20, 40};
    assertArrayEquals(
        new float[] {20, 80}, TableLayout.shared(least, new float[] {20, 200}, 100), 0.01f);
    assertArrayEquals(
        new float[] {40, 60}, TableLayout.shared(least, new float[] {40, 60}, 100), 0.01f);
    assertArrayEquals(
        new float[] {10, 20}, TableLayout.shared(least, new float[] {50, 60}, 30), 0.01f);
  }
}
