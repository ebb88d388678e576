// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.print.PrintQueue;
import org.keyrite.wizards.print.PrivateCups;

/** Sheets that went through a print service with its filters: PDF to PostScript and back. */
class PrintedSheetTest {
  private static final float DOTS = 150;

  @TempDir private Path folder;

  private static Sheet sheet(PayloadKind kind) {
    return switch (kind) {
      case SHARE_64 -> SheetSamples.share(64, 2, 3, 2, false);
      case SHARE_128 -> SheetSamples.share(128, 2, 3, 2, false);
      case SHARE_FILE -> SheetSamples.all().get("file-quorum");
    };
  }

  /** Prints a sheet; gives the first page as a scan of it would be. */
  private static BufferedImage printed(Sheet sheet) throws Exception {
    try (PrivateCups cups = PrivateCups.start();
        Secret pdf = new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4).render(sheet)) {
      String queue = cups.queue("paper", "cups-pdf");
      new PrintQueue(cups.programs(), queue).send("sheet", pdf, Progress.NONE);
      List<Path> out = cups.out();
      assertEquals(1, out.size(), "one document came out");
      try (Secret paper = Secret.taking(Files.readAllBytes(out.getFirst()))) {
        return Rasters.page(paper, 0, DOTS);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadFromWhatThePrintServiceMadeOfIt(PayloadKind kind) throws Exception {
    Path scan = folder.resolve("scan.png");
    ImageIO.write(Rasters.blurred(printed(sheet(kind)), 1), "png", scan.toFile());
    try (SheetPayload found = new SheetReader().read(scan).getFirst();
        Secret payload = found.encode();
        Secret made = CheckedTextTest.sample(kind).encode()) {
      Bytes expected = Samples.bytes(made);
      assertEquals(expected, Samples.bytes(payload));
    }
  }

  @Test
  void theTestPageComesOutInBothLanguages() throws Exception {
    SheetFrame frame = SheetSamples.all().get("file-quorum").frame();
    for (Language language : Language.values()) {
      try (Secret pdf =
          new SheetPdf(Messages.in(language), PaperSize.A4)
              .render(new TestSheet(frame, "Office"))) {
        Path picture = Path.of("target", "test-page." + language.tag() + ".png");
        BufferedImage page = Rasters.page(pdf, 0, DOTS);
        ImageIO.write(page, "png", picture.toFile());
        assertEquals("KEYRITE TEST PAGE", Rasters.text(page));
      }
    }
  }
}
