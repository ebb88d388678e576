// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class SignaturesTest {
  private static final SheetPdf PDF = new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4);

  private static List<String> pages(int rows, int people) throws Exception {
    DeviceSheet sheet =
        new DeviceSheet(
            SheetSamples.frame(false),
            "DENK0400123",
            IntStream.rangeClosed(1, rows).mapToObj(i -> new Row("Row " + i, "told")).toList(),
            IntStream.rangeClosed(1, people)
                .mapToObj(i -> new Person("Custodian " + i, "Person " + i, ""))
                .toList());
    try (Secret pdf = PDF.render(sheet);
        PDDocument document = Loader.loadPDF(Samples.bytes(pdf).toByteArray())) {
      return PlacedText.texts(document);
    }
  }

  @Test
  void areOnOnePageIfTheyFitOnOne() throws Exception {
    boolean movedOn = false;
    for (int rows = 20; rows <= 40; rows++) {
      List<String> pages = pages(rows, 6);
      String last = pages.getLast();
      assertTrue(last.contains("Signatures"), last);
      IntStream.rangeClosed(1, 6).forEach(i -> assertTrue(last.contains("Person " + i), last));
      movedOn |= pages.size() > 1;
    }
    assertTrue(movedOn);
  }

  @Test
  void goOnOnFurtherPagesIfThereAreTooMany() throws Exception {
    List<String> pages = pages(20, 60);
    assertTrue(pages.getFirst().contains("Person 1"), pages.getFirst());
    assertTrue(pages.getLast().contains("Person 60"), pages.getLast());
    assertEquals(5, pages.size());
  }
}
