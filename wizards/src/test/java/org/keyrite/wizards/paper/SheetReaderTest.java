// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class SheetReaderTest {
  @TempDir private Path folder;

  private Path file(String name, byte[] content) throws Exception {
    return Files.write(folder.resolve(name), content);
  }

  private static Problem refusal(Path file) {
    return assertThrows(ProblemException.class, () -> new SheetReader().read(file)).problem();
  }

  private static byte[] png(BufferedImage image) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static BufferedImage code(String text) throws Exception {
    ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 400, 400);
    graphics.setColor(Color.BLACK);
    int side = 320 / modules.getWidth();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row) == 1) {
          graphics.fillRect(40 + column * side, 40 + row * side, side, side);
        }
      }
    }
    graphics.dispose();
    return image;
  }

  @Test
  void refusesWhatIsNotThere() {
    Path file = folder.resolve("missing.png");
    assertEquals(new FileProblem.FileMissing(file.toString()), refusal(file));
  }

  @Test
  void refusesAFolder() {
    assertEquals(new FileProblem.FileIsFolder(folder.toString()), refusal(folder));
  }

  @Test
  void refusesWhatIsNeitherPictureNorDocument() throws Exception {
    byte[] whole = png(code("KEYRITE"));
    for (byte[] content :
        new byte[][] {
          {}, "hello".getBytes(), Arrays.copyOf(whole, 60), "%PDF-1.7 nothing".getBytes()
        }) {
      Path file = file("broken", content);
      assertEquals(new PaperProblem.PictureUnreadable(file.toString()), refusal(file));
    }
  }

  @Test
  void refusesAPictureWithoutACode() throws Exception {
    Path file = file("blank.png", png(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY)));
    assertEquals(new PaperProblem.NoCodeFound(file.toString()), refusal(file));
  }

  @Test
  void refusesADocumentWithoutACode() throws Exception {
    try (Secret pdf =
        new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4)
            .render(SheetSamples.all().get("receipt"))) {
      Path file = file("receipt.pdf", Samples.bytes(pdf).toByteArray());
      assertEquals(new PaperProblem.NoCodeFound(file.toString()), refusal(file));
    }
  }

  @Test
  void refusesACodeOfSomebodyElse() throws Exception {
    Path file = file("other.png", png(code("https://example.org/")));
    assertEquals(new PaperProblem.CodeNotOurs(file.toString()), refusal(file));
  }

  @Test
  void refusesOurCodeWithAWrongCharacter() throws Exception {
    try (Secret payload = Samples.share(128, 2, 3, 2).encode()) {
      char[] text = SheetCode.text(payload);
      text[20] = text[20] == 'A' ? 'B' : 'A';
      Path file = file("altered.png", png(code(new String(text))));
      assertEquals(new PaperProblem.LinesDoNotBelongTogether(), refusal(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEYRITE:1:", "KEYRITE:1:0000", "KEYRITE:1:UUUU"})
  void refusesOurCodeThatNoKeyriteMakes(String text) throws Exception {
    Path file = file("other.png", png(code(text)));
    assertEquals(new PaperProblem.SheetUnknown(), refusal(file));
  }

  @Test
  void refusesAPictureThatIsTooLargeBeforeReadingIt() throws Exception {
    byte[] png = png(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
    // Width and height stand at 16 and 20 of a PNG; the reader does not check their sum first.
    png[16] = 0;
    png[17] = 1;
    png[21] = 1;
    Path file = file("huge.png", png);
    assertInstanceOf(PaperProblem.PictureTooLarge.class, refusal(file));
  }

  @Test
  void refusesAPageThatIsTooLarge() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
      document.save(out);
    }
    assertInstanceOf(
        PaperProblem.PictureTooLarge.class, refusal(file("huge.pdf", out.toByteArray())));
  }

  @Test
  void looksForNoFontsOfTheMachine() throws Exception {
    System.setProperty("pdfbox.fontcache", folder.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDStream content = new PDStream(document);
      try (OutputStream drawing = content.createOutputStream()) {
        drawing.write("BT /F1 12 Tf 72 700 Td (A scan with Helvetica) Tj ET".getBytes());
      }
      page.setContents(content);
      addUnembeddedFont(page);
      document.save(out);
    }
    Path file = file("helvetica.pdf", out.toByteArray());
    assertEquals(new PaperProblem.NoCodeFound(file.toString()), refusal(file));
    try (var files = Files.list(folder)) {
      assertEquals(
          "helvetica.pdf",
          files.map(it -> it.getFileName().toString()).collect(Collectors.joining()));
    }
  }

  private static void addUnembeddedFont(PDPage page) {
    var font = new COSDictionary();
    font.setName(COSName.TYPE, "Font");
    font.setName(COSName.SUBTYPE, "Type1");
    font.setName(COSName.BASE_FONT, "Helvetica");
    var fonts = new COSDictionary();
    fonts.setItem("F1", font);
    var resources = new PDResources();
    page.setResources(resources);
    resources.getCOSObject().setItem("Font", fonts);
  }

  /** Where in a PDF an image stands that says that it is huge. */
  enum Place {
    PAGE,
    FORM,
    INLINE,
    SOFT_MASK,
    MASK
  }

  @ParameterizedTest
  @EnumSource
  void refusesAHugeImageInASmallPdfBeforeItIsDecoded(Place place) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDImageXObject huge = LosslessFactory.createFromImage(document, grey(2));
      huge.setWidth(30_000);
      huge.setHeight(30_000);
      PDImageXObject small = LosslessFactory.createFromImage(document, grey(2));
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        switch (place) {
          case PAGE -> content.drawImage(huge, 0, 0, 9, 9);
          case SOFT_MASK -> {
            small.getCOSObject().setItem(COSName.SMASK, huge);
            content.drawImage(small, 0, 0, 9, 9);
          }
          case MASK -> {
            huge.setStencil(true);
            small.getCOSObject().setItem(COSName.MASK, huge);
            content.drawImage(small, 0, 0, 9, 9);
          }
          case FORM -> {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(9, 9));
            form.setResources(new PDResources());
            COSName name = form.getResources().add(huge);
            try (OutputStream drawn = form.getStream().createOutputStream()) {
              drawn.write(("/" + name.getName() + " Do").getBytes(StandardCharsets.US_ASCII));
            }
            content.drawForm(form);
          }
          case INLINE -> {
            // Below.
          }
        }
      }
      if (place == Place.INLINE) {
        PDStream stream = new PDStream(document);
        try (OutputStream drawn = stream.createOutputStream()) {
          drawn.write(
              "9 0 0 9 0 0 cm BI /W 30000 /H 30000 /CS /G /BPC 8 ID 0000 EI"
                  .getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
      }
      document.save(out);
    }
    Path file = file("small.pdf", out.toByteArray());
    assertEquals(new PaperProblem.PictureTooLarge(file.toString(), 900, 80), refusal(file));
  }

  @Test
  void readsEverySecondPixelOfALargePicture() throws Exception {
    byte[] large = png(grey(4_500));
    new ScannedPicture("large.png", large).each(page -> assertEquals(2_250, page.width()));
    byte[] usual = png(grey(1_000));
    new ScannedPicture("usual.png", usual).each(page -> assertEquals(1_000, page.width()));
  }

  private static BufferedImage grey(int side) {
    return new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
  }
}
