// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/** Sheets that were printed, scanned at 150 dots an inch, blurred, and damaged by a tenth. */
class ScannedSheetTest {
  private static final float DOTS = 150;
  private static final double DAMAGE = 0.1;

  @TempDir private Path folder;

  private static Secret pdf(Sheet sheet) {
    return new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4).render(sheet);
  }

  private static Sheet sheet(PayloadKind kind) {
    return switch (kind) {
      case SHARE_64 -> SheetSamples.share(64, 2, 3, 2, false);
      case SHARE_128 -> SheetSamples.share(128, 2, 3, 2, false);
      case SHARE_FILE -> SheetSamples.all().get("file-quorum");
    };
  }

  private static Bytes payload(PayloadKind kind) {
    try (Secret payload = CheckedTextTest.sample(kind).encode()) {
      return Samples.bytes(payload);
    }
  }

  /** Damages a tenth of the code's area, wherever it stands on the page. */
  private static BufferedImage damaged(BufferedImage page, boolean fourth, long seed)
      throws Exception {
    return Rasters.spotted(page, Rasters.code(page), fourth, DAMAGE, seed);
  }

  private void readsAs(Bytes expected, BufferedImage scan) throws Exception {
    Path file = folder.resolve("scan.png");
    ImageIO.write(scan, "png", file.toFile());
    List<SheetPayload> found = new SheetReader().read(file);
    assertEquals(1, found.size());
    try (SheetPayload only = found.getFirst();
        Secret payload = only.encode()) {
      assertEquals(expected, Samples.bytes(payload));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadBlurredAndDamaged(PayloadKind kind) throws Exception {
    try (Secret pdf = pdf(sheet(kind))) {
      BufferedImage page = Rasters.page(pdf, 0, DOTS);
      for (long seed = 0; seed < 20; seed++) {
        readsAs(payload(kind), Rasters.blurred(damaged(page, false, seed), 1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadByZbarToo(PayloadKind kind) throws Exception {
    try (Secret pdf = pdf(sheet(kind));
        Secret payload = Secret.taking(payload(kind).toByteArray())) {
      BufferedImage page = Rasters.page(pdf, 0, DOTS);
      for (long seed = 0; seed < 20; seed++) {
        BufferedImage scan = Rasters.blurred(damaged(page, true, seed), 1);
        assertEquals(new String(SheetCode.text(payload)), zbarimg(scan), "seed " + seed);
      }
    }
  }

  private String zbarimg(BufferedImage scan) throws Exception {
    Path file = folder.resolve("zbar.png");
    ImageIO.write(scan, "png", file.toFile());
    Path tool = Path.of("/usr/bin/zbarimg");
    if (!Files.isExecutable(tool)) {
      fail("zbarimg is missing: install the package zbar-tools");
    }
    Process process =
        new ProcessBuilder(tool.toString(), "--quiet", "--raw", "-Sqrcode.enable", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return text.strip();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, -3, 7, 90, 180, 270, 183})
  void isReadTurned(double degrees) throws Exception {
    try (Secret pdf = pdf(sheet(PayloadKind.SHARE_128))) {
      BufferedImage page = Rasters.page(pdf, 0, DOTS);
      readsAs(payload(PayloadKind.SHARE_128), Rasters.turned(damaged(page, false, 1), degrees));
    }
  }

  @Test
  void isReadPaleCoarseAndFine() throws Exception {
    Bytes expected = payload(PayloadKind.SHARE_128);
    try (Secret pdf = pdf(sheet(PayloadKind.SHARE_128))) {
      readsAs(expected, Rasters.pale(Rasters.blurred(Rasters.page(pdf, 0, DOTS), 1)));
      readsAs(expected, Rasters.page(pdf, 0, 110));
      readsAs(expected, Rasters.page(pdf, 0, 600));
    }
  }

  @Test
  void isReadAsJpegAndAsPdf() throws Exception {
    Bytes expected = payload(PayloadKind.SHARE_128);
    try (Secret pdf = pdf(sheet(PayloadKind.SHARE_128))) {
      Path jpeg = folder.resolve("scan.jpg");
      ImageIO.write(Rasters.page(pdf, 0, DOTS), "jpg", jpeg.toFile());
      Path saved = folder.resolve("scan.pdf");
      Files.write(saved, Samples.bytes(pdf).toByteArray());
      for (Path file : List.of(jpeg, saved)) {
        try (SheetPayload found = new SheetReader().read(file).getFirst();
            Secret payload = found.encode()) {
          assertEquals(expected, Samples.bytes(payload));
        }
      }
    }
  }

  @Test
  void findsShareAndShareFileOnTwoPages() throws Exception {
    try (Secret pdf = pdf(SheetSamples.all().get("share-with-file"))) {
      Path saved = folder.resolve("both.pdf");
      Files.write(saved, Samples.bytes(pdf).toByteArray());
      List<SheetPayload> found = new SheetReader().read(saved);
      assertEquals(
          List.of(PayloadKind.SHARE_128, PayloadKind.SHARE_FILE),
          found.stream().map(SheetPayload::kind).toList());
      found.forEach(SheetPayload::close);
    }
  }

  @Test
  void isReadWithSpecksOfDust() throws Exception {
    try (Secret pdf = pdf(sheet(PayloadKind.SHARE_128))) {
      BufferedImage page = Rasters.page(pdf, 0, DOTS);
      Random random = new Random(Samples.SEED);
      for (int i = 0; i < page.getWidth() * page.getHeight() / 100; i++) {
        int grey = random.nextInt(256);
        page.getRaster()
            .setSample(random.nextInt(page.getWidth()), random.nextInt(page.getHeight()), 0, grey);
      }
      readsAs(payload(PayloadKind.SHARE_128), page);
    }
  }
}
