// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

// Long because every promise that all sheets keep is tried on all sheets here, side by side.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class SheetPdfTest {
  private static final Typefaces TYPEFACES = new Typefaces();

  /** Every sample in every language on every paper. */
  static Stream<Arguments> sheets() {
    return SheetSamples.all().keySet().stream()
        .flatMap(name ->
            Stream.of(Language.values())
                .flatMap(language ->
                    Stream.of(PaperSize.values()).map(size -> Arguments.of(name, language, size))));
  }

  private static Secret render(String name, Language language, PaperSize size) {
    return render(SheetSamples.all().get(name), language, size);
  }

  private static Secret render(Sheet sheet, Language language, PaperSize size) {
    return new SheetPdf(TYPEFACES, Messages.in(language), size).render(sheet);
  }

  private static PDDocument load(Secret pdf) throws Exception {
    return Loader.loadPDF(Samples.bytes(pdf).toByteArray());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void carriesAllItsFonts(String name, Language language, PaperSize size) throws Exception {
    try (Secret pdf = render(name, language, size);
        PDDocument document = load(pdf)) {
      int fonts = 0;
      for (PDPage page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          PDFont used = page.getResources().getFont(font);
          assertTrue(used instanceof PDType0Font && used.isEmbedded(), used::getName);
          assertTrue(used.getName().matches("[A-Z]{6}\\+IBMPlex.*"), used::getName);
          fonts++;
        }
        assertEquals(size.width(), page.getMediaBox().getWidth(), 0.01);
        assertEquals(size.height(), page.getMediaBox().getHeight(), 0.01);
      }
      assertTrue(fonts > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void keepsTextInsideTheMarginsAndApart(String name, Language language, PaperSize size)
      throws Exception {
    try (Secret pdf = render(name, language, size);
        PDDocument document = load(pdf)) {
      for (List<PlacedText.Glyph> page : PlacedText.pages(document)) {
        for (PlacedText.Glyph glyph : page) {
          assertTrue(glyph.left() >= Book.MARGIN - 0.6, () -> glyph + " is left of the margin");
          assertTrue(
              glyph.right() <= size.width() - Book.MARGIN + 0.6,
              () -> glyph + " is right of the margin");
          assertTrue(glyph.top() >= 28 && glyph.bottom() <= size.height() - 26, glyph::toString);
        }
        PlacedText.overlaps(page)
            .ifPresent(pair -> {
              throw new AssertionError(pair);
            });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void inksNothingBesideTheMarginsButLinesToFoldAndCut(
      String name, Language language, PaperSize size) throws Exception {
    int allowed = name.startsWith("share") ? 2 : name.equals("labels") ? 4 : 0;
    try (Secret pdf = render(name, language, size)) {
      BufferedImage page = Rasters.page(pdf, 0, 144);
      int margin = 2 * 36;
      int lines = 0;
      boolean last = false;
      for (int y = 0; y < page.getHeight(); y++) {
        boolean ink = false;
        for (int x = 0; x < margin; x++) {
          ink |= isInk(page, x, y) || isInk(page, page.getWidth() - 1 - x, y);
        }
        lines += ink && !last ? 1 : 0;
        last = ink;
      }
      assertEquals(allowed, lines);
      for (int x = 0; x < page.getWidth(); x++) {
        for (int y = 0; y < 2 * 24; y++) {
          assertFalse(isInk(page, x, y) || isInk(page, x, page.getHeight() - 1 - y));
        }
      }
    }
  }

  private static boolean isInk(BufferedImage page, int x, int y) {
    return page.getRaster().getSample(x, y, 0) < 200;
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void isTheSameForTheSameContent(String name, Language language, PaperSize size) {
    try (Secret first = render(name, language, size);
        Secret second =
            new SheetPdf(Messages.in(language), size).render(SheetSamples.all().get(name))) {
      assertTrue(first.matches(second));
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void saysOnEveryPageThatItIsARehearsal(String name, Language language, PaperSize size)
      throws Exception {
    if (!SheetSamples.all().get(name).frame().rehearsal()) {
      return;
    }
    String foot = Messages.in(language).text("paper.rehearsal.foot");
    try (Secret pdf = render(name, language, size);
        PDDocument document = load(pdf)) {
      for (String page : PlacedText.texts(document)) {
        assertTrue(page.contains(foot));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void putsAllOnThePagesItShould(String name, Language language, PaperSize size) throws Exception {
    Map<String, Integer> pages =
        Map.of("share-with-file", 2, "labels", 2, "agenda", 2, "key-long", 2);
    try (Secret pdf = render(name, language, size);
        PDDocument document = load(pdf)) {
      int most = name.equals("record") ? 5 : pages.getOrDefault(name, 1);
      int least = name.equals("record") ? 4 : most;
      int found = document.getNumberOfPages();
      assertTrue(found >= least && found <= most, found + " pages");
    }
  }

  @Test
  void drawsTheWatermarkAboveTextToTypeAndCodes() throws Exception {
    for (PaperSize size : PaperSize.values()) {
      try (Secret practice = render(share(true), Language.ENGLISH, size);
          Secret earnest = render(share(false), Language.ENGLISH, size)) {
        BufferedImage marked = Rasters.page(practice, 0, 144);
        BufferedImage plain = Rasters.page(earnest, 0, 144);
        int zone = (int) (2 * new Folds(size.height()).second());
        int foot = (int) (2 * (size.height() - 38));
        assertNotEquals(0, differences(marked, plain, 0, zone));
        assertEquals(0, differences(marked, plain, zone, foot));
      }
    }
  }

  private static Sheet share(boolean rehearsal) {
    return new ShareSheet(
        SheetSamples.frame(rehearsal),
        Samples.share(128, 2, 3, 2),
        false,
        SheetSamples.FILE,
        java.util.Optional.empty());
  }

  private static int differences(BufferedImage one, BufferedImage two, int from, int to) {
    int differences = 0;
    for (int y = from; y < to; y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        boolean same = one.getRaster().getSample(x, y, 0) == two.getRaster().getSample(x, y, 0);
        differences += same ? 0 : 1;
      }
    }
    return differences;
  }

  @Test
  void foldsSoThatNoFlapReachesWhatMustStayReadable() {
    for (PaperSize size : PaperSize.values()) {
      Folds folds = new Folds(size.height());
      assertTrue(2 * folds.first() - size.height() >= folds.second(), "first flap");
      assertEquals(folds.flapEnd(), 2 * folds.second() - folds.first(), 0.01);
    }
  }

  @Test
  void printsNothingSecretByHandOrOnOtherSheets() throws Exception {
    ShareContent content = Samples.share(128, 2, 3, 2);
    String value = content.value().use(bytes -> HexFormat.of().formatHex(bytes));
    List<String> secrets = new ArrayList<>(List.of(value));
    Samples.lines(content).forEach(line -> secrets.add(new String(line)));
    for (String name : SheetSamples.all().keySet()) {
      boolean printed = name.equals("share-128") || name.equals("share-with-file");
      for (Language language : Language.values()) {
        try (Secret pdf = render(name, language, PaperSize.A4);
            PDDocument document = load(pdf)) {
          String text = String.join("", PlacedText.texts(document)).replaceAll("\\s", "");
          // The first line says only which set and which share it is.
          for (String secret : secrets.subList(2, secrets.size() - 1)) {
            assertEquals(printed, text.contains(secret), name);
          }
          assertEquals(printed, text.contains(value), name);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void keepsTheLightMarginOfACodeFree(String name, Language language, PaperSize size)
      throws Exception {
    if (!name.matches("share-(64|128|large)|file-.*")) {
      return;
    }
    try (Secret pdf = render(name, language, size)) {
      BufferedImage page = Rasters.page(pdf, 0, 200);
      Rasters.Place code = Rasters.code(page);
      int margin = (int) (3.7 * code.module());
      for (int x = -margin; x < code.side() + margin; x++) {
        for (int y = -margin; y < code.side() + margin; y++) {
          boolean inCode = x >= -2 && y >= -2 && x <= code.side() + 2 && y <= code.side() + 2;
          assertFalse(!inCode && isInk(page, code.left() + x, code.top() + y));
        }
      }
    }
  }

  @Test
  void tellsNothingButItsNamesInItsMetadata() throws Exception {
    try (Secret pdf = render("share-128", Language.ENGLISH, PaperSize.A4);
        PDDocument document = load(pdf)) {
      var information = document.getDocumentInformation();
      List<String> values = new ArrayList<>();
      for (String key : information.getMetadataKeys()) {
        values.add(key + "=" + information.getCOSObject().getString(key));
      }
      assertEquals(
          List.of(
              "CreationDate=D:20261121143200+00'00'",
              "Creator=Keyrite 1.0.0",
              "Subject=7F3K-2M9A",
              "Title=Vault 2026, sheet 2 of 3"),
          values);
      assertEquals(null, document.getDocumentCatalog().getMetadata());
      // A search for what is left of a ceremony finds the id in the file as it is.
      String file = pdf.use((byte[] bytes) -> new String(bytes, StandardCharsets.ISO_8859_1));
      assertTrue(file.contains("7F3K-2M9A"));
    }
  }

  @Test
  void holdsLongNamesAndBigNumbers() throws Exception {
    String longName = "Schlüsselwiederherstellungsverfahrensanweisung X";
    assertEquals(SheetFrame.MAX_NAME, longName.length());
    String file = "dkek-7F3K-2M9A-schluesselwiederherstellungsverfahren-99.pbe";
    for (Language language : Language.values()) {
      for (PaperSize size : PaperSize.values()) {
        List<Sheet> sheets =
            List.of(
                new ShareSheet(
                    SheetSamples.frame(longName, true),
                    Samples.share(128, 99, 99, 99),
                    false,
                    file,
                    java.util.Optional.of(Samples.shareFile())),
                new ShareFileSheet(
                    SheetSamples.frame("W".repeat(SheetFrame.MAX_NAME), true),
                    new ShareFileContent(Samples.SET, 255, 99, 99, Samples.shareFile().file()),
                    file,
                    new ShareFileSheet.Password(99, true),
                    java.util.Optional.of("8C731C199B130CB0")),
                new LabelSheet(
                    SheetSamples.frame(longName, true),
                    Samples.SET,
                    List.of(new LabelSheet.ShareFileLabel(99, 99, 255))),
                new ReceiptSheet(
                    SheetSamples.frame(longName, true),
                    Samples.SET,
                    "Maria-Magdalena Freifrau von und zu Schlüsselwiederherstellung",
                    99,
                    99,
                    99,
                    255,
                    "A 0048213"));
        for (Sheet sheet : sheets) {
          try (Secret pdf = render(sheet, language, size);
              PDDocument document = load(pdf)) {
            for (List<PlacedText.Glyph> page : PlacedText.pages(document)) {
              for (PlacedText.Glyph glyph : page) {
                assertTrue(glyph.left() >= Book.MARGIN - 0.6, glyph::toString);
                assertTrue(glyph.right() <= size.width() - Book.MARGIN + 0.6, glyph::toString);
              }
              PlacedText.overlaps(page)
                  .ifPresent(pair -> {
                    throw new AssertionError(pair);
                  });
            }
          }
        }
      }
    }
  }

  @Test
  void refusesANameThatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> SheetSamples.frame("x".repeat(49), true));
    assertThrows(IllegalArgumentException.class, () -> SheetSamples.frame(" ", true));
  }

  @Test
  void printsAQuestionMarkForWhatTheFontsLack() throws Exception {
    Sheet receipt =
        new ReceiptSheet(SheetSamples.frame(false), Samples.SET, "Łukasz 山田\n", 1, 3, 2, 1, "");
    try (Secret pdf = render(receipt, Language.ENGLISH, PaperSize.A4);
        PDDocument document = load(pdf)) {
      assertTrue(PlacedText.texts(document).getFirst().contains("Łukasz ??"));
    }
  }

  @Test
  void namesTheIdThatStockToolsMustBeGiven() throws Exception {
    for (int id : new int[] {9, 10, 16, 99}) {
      Sheet sheet = SheetSamples.share(128, 2, 99, id, false);
      try (Secret pdf = render(sheet, Language.ENGLISH, PaperSize.A4);
          PDDocument document = load(pdf)) {
        String text = PlacedText.texts(document).getFirst();
        String hex = Integer.toHexString(id).toLowerCase(Locale.ROOT);
        String note = id < 10 ? "" : " (sheet " + id + ";";
        assertTrue(text.contains("Share ID " + hex + note), text);
        assertEquals(id >= 10, text.contains("hexadecimal"));
      }
    }
  }

  @Test
  void leavesNoFontCacheBehind(@TempDir Path folder) throws Exception {
    System.setProperty("pdfbox.fontcache", folder.toString());
    for (Sheet sheet : SheetSamples.all().values()) {
      render(sheet, Language.ENGLISH, PaperSize.A4).close();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void namesNoFontThatItDoesNotCarry() {
    try (Secret pdf = render("share-128", Language.GERMAN, PaperSize.A4)) {
      String raw = pdf.use(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
      assertFalse(raw.contains("Helvetica"));
    }
  }
}
