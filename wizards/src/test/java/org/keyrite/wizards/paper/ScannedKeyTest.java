// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/** Sheets of wrapped keys, scanned at 150 dots an inch, read here and by another program. */
class ScannedKeyTest {
  private static final float DOTS = 150;
  private static final int TWO_PAGES = 2500;

  @TempDir private Path folder;

  private static Secret pdf(int size, PaperSize paper) {
    return new SheetPdf(Messages.in(Language.ENGLISH), paper).render(SheetSamples.key(true, size));
  }

  private Path scanned(BufferedImage page, String name) throws Exception {
    Path file = folder.resolve(name);
    ImageIO.write(page, "png", file.toFile());
    return file;
  }

  private static Map<String, Bytes> expected(int size) {
    Bytes file = SheetSamples.keyFile(size);
    return Map.of(KeyCode.sheet(file), file);
  }

  @ParameterizedTest
  @EnumSource
  void isReadBlurredAndTurnedFromPicturesInAnyOrder(PaperSize paper) throws Exception {
    try (Secret pdf = pdf(TWO_PAGES, paper)) {
      List<KeyCode> found = new ArrayList<>();
      for (int page : List.of(1, 0)) {
        BufferedImage scan =
            Rasters.turned(Rasters.blurred(Rasters.page(pdf, page, DOTS), 1), page == 0 ? 2 : 180);
        Path file = scanned(scan, page + ".png");
        assertTrue(SheetReader.isScan(file));
        found.addAll(new SheetReader().keys(file));
      }
      assertEquals(expected(TWO_PAGES), KeyPages.of(found).files());
    }
  }

  @Test
  void isReadFromThePdf() throws Exception {
    try (Secret pdf = pdf(928, PaperSize.A4)) {
      Path file = Files.write(folder.resolve("s.pdf"), Samples.bytes(pdf).toByteArray());
      assertTrue(SheetReader.isScan(file));
      assertEquals(expected(928), KeyPages.of(new SheetReader().keys(file)).files());
    }
  }

  /** As the sheet says, for somebody who has no more than it. */
  @Test
  void comesBackWithToolsThatEverybodyHas() throws Exception {
    for (int size : List.of(925, 926, 927, 928, 929, TWO_PAGES)) {
      Bytes file = SheetSamples.keyFile(size);
      try (Secret pdf = pdf(size, PaperSize.A4)) {
        StringBuilder texts = new StringBuilder();
        int pages = KeyCode.of(file).size() > 6 ? 2 : 1;
        for (int page = pages - 1; page >= 0; page--) {
          texts.append(zbarimg(scanned(Rasters.page(pdf, page, DOTS), "z.png")));
        }
        Files.writeString(folder.resolve("codes.txt"), texts.toString());
        String command =
            new KeyLayout(
                    new Book(
                        new Typefaces(),
                        Messages.in(Language.ENGLISH),
                        PaperSize.A4,
                        SheetSamples.frame(false)),
                    SheetSamples.key(false, size))
                .command();
        assertEquals(0, run(List.of("/bin/sh", "-c", command)), command);
        assertEquals(file, Bytes.of(Files.readAllBytes(folder.resolve("key.wky"))), size + "");
      }
    }
  }

  private int run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }

  private String zbarimg(Path picture) throws Exception {
    if (!Files.isExecutable(Path.of("/usr/bin/zbarimg"))) {
      fail("zbarimg is missing: install the package zbar-tools");
    }
    List<String> command =
        List.of("/usr/bin/zbarimg", "--quiet", "--raw", "-Sqrcode.enable", picture.toString());
    assertEquals(0, run(command));
    return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
  }

  @Test
  void aSheetThatIsNoKeyIsNamed() throws Exception {
    try (Secret pdf =
        new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4)
            .render(SheetSamples.share(128, 2, 3, 2, false))) {
      Path file = scanned(Rasters.page(pdf, 0, DOTS), "share.png");
      assertEquals(
          new PaperProblem.CodeOfNoKey(file.toString()),
          assertThrows(ProblemException.class, () -> new SheetReader().keys(file)).problem());
    }
  }

  @Test
  void onePageOfTwoLacksTheOthersCodes() throws Exception {
    try (Secret pdf = pdf(TWO_PAGES, PaperSize.A4)) {
      Path file = scanned(Rasters.page(pdf, 1, DOTS), "second.png");
      KeyPages pages = KeyPages.of(new SheetReader().keys(file));
      String sheet = KeyCode.sheet(SheetSamples.keyFile(TWO_PAGES));
      assertEquals(
          new PaperProblem.KeySheetIncomplete(sheet, "1, 2, 3, 4, 5, 6", 14),
          assertThrows(ProblemException.class, pages::files).problem());
    }
  }
}
