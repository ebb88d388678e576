// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class TableLayoutTest {
  private static DeviceSheet sheet(int keys) {
    String all =
        IntStream.rangeClosed(1, keys)
            .mapToObj(i -> "(" + i + ") Ledger of a branch, AES-256, moves to other devices")
            .collect(Collectors.joining(", "));
    return new DeviceSheet(
        SheetSamples.all().get("device-status").frame(),
        "DENK0400123",
        List.of(
            new Row("Serial number", "DENK0400123"),
            new Row("Keys on the device", all),
            new Row("Others", "the last row")),
        List.of());
  }

  private static PDDocument drawn(int keys) throws Exception {
    try (Secret pdf =
        new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4).render(sheet(keys))) {
      return Loader.loadPDF(Samples.bytes(pdf).toByteArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 250})
  void aRowThatIsTallerThanAPageGoesOnOnTheNext(int keys) throws Exception {
    try (PDDocument document = drawn(keys)) {
      assertTrue(document.getNumberOfPages() > 1);
      for (List<PlacedText.Glyph> page : PlacedText.pages(document)) {
        for (PlacedText.Glyph glyph : page) {
          assertTrue(glyph.bottom() <= PaperSize.A4.height() - 26, glyph::toString);
        }
      }
      String text = String.join(" ", PlacedText.texts(document));
      for (int i = 1; i <= keys; i++) {
        assertTrue(text.contains("(" + i + ")"), "key " + i + " is not on paper");
      }
      assertTrue(text.contains("the last row"));
    }
  }

  @Test
  void aRowThatFitsIsNotBroken() throws Exception {
    try (PDDocument document = drawn(20)) {
      assertEquals(1, document.getNumberOfPages());
    }
  }
}
