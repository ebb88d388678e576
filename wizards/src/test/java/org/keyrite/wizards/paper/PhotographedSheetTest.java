// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/** Sheets that were photographed: read as they are, or refused; never as something else. */
class PhotographedSheetTest {
  private static final float DOTS = 150;

  @TempDir private Path folder;

  private static BufferedImage page(PayloadKind kind) throws Exception {
    Sheet sheet =
        kind == PayloadKind.SHARE_FILE
            ? SheetSamples.all().get("file-quorum")
            : SheetSamples.share(kind == PayloadKind.SHARE_64 ? 64 : 128, 2, 3, 2, false);
    try (Secret pdf = new SheetPdf(Messages.in(Language.ENGLISH), PaperSize.A4).render(sheet)) {
      return Rasters.page(pdf, 0, DOTS);
    }
  }

  private static Bytes payload(PayloadKind kind) {
    try (Secret payload = CheckedTextTest.sample(kind).encode()) {
      return Samples.bytes(payload);
    }
  }

  /** What a photograph carries, or nothing where it was refused because no code is to be seen. */
  private Optional<Bytes> read(BufferedImage photograph, String format) throws Exception {
    Path file = folder.resolve("photograph." + format);
    ImageIO.write(photograph, format, file.toFile());
    try {
      List<SheetPayload> found = new SheetReader().read(file);
      assertEquals(1, found.size());
      try (SheetPayload only = found.getFirst();
          Secret payload = only.encode()) {
        return Optional.of(Samples.bytes(payload));
      }
    } catch (ProblemException e) {
      assertEquals(new PaperProblem.NoCodeFound(file.toString()), e.problem());
      return Optional.empty();
    }
  }

  @Test
  void isReadFromAnyCarefulPhotograph() throws Exception {
    for (PayloadKind kind : PayloadKind.values()) {
      BufferedImage page = page(kind);
      for (long seed = 0; seed < 5; seed++) {
        Photograph how = Photograph.careful(seed);
        assertEquals(Optional.of(payload(kind)), read(how.of(page), "jpg"), kind + " " + how);
      }
    }
  }

  @Test
  void isReadHoweverItLies() throws Exception {
    BufferedImage page = page(PayloadKind.SHARE_128);
    for (int turn = 0; turn < 4; turn++) {
      for (double tilt : new double[] {-10, 0, 10}) {
        Photograph how = new Photograph(turn, tilt, 0, 1, 0, 0, 3, 1);
        assertEquals(
            Optional.of(payload(PayloadKind.SHARE_128)), read(how.of(page), "png"), how.toString());
      }
    }
  }

  @Test
  void isNeverReadAsSomethingElse() throws Exception {
    BufferedImage page = page(PayloadKind.SHARE_128);
    int refused = 0;
    for (long seed = 0; seed < 8; seed++) {
      Photograph how = Photograph.careless(seed);
      Optional<Bytes> read = read(how.of(page), "jpg");
      read.ifPresent(bytes -> assertEquals(payload(PayloadKind.SHARE_128), bytes, how.toString()));
      refused += read.isEmpty() ? 1 : 0;
    }
    assertTrue(refused > 0, "all of them were read: make them worse");
  }

  @Test
  void isRefusedInTheDarkWithASentence() throws Exception {
    BufferedImage dark =
        new Photograph(0, 0, 0, 0.02, 0.95, 1, 20, 1).of(page(PayloadKind.SHARE_128));
    assertEquals(Optional.empty(), read(dark, "png"));
  }
}
