// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks for QR codes in pictures of pages: as the picture is, then smaller and larger, each with a
 * local and a global threshold between dark and light. Stops at the first way that finds any.
 */
final class CodeFinder {
  static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  /** Relative sizes to try; half the size smooths a noisy scan, double helps a coarse one. */
  private static final double[] SCALES = {1, 0.5, 0.75, 2};

  private static final long MOST_PIXELS_SCALED_UP = 40_000_000;

  private final Set<String> texts = new LinkedHashSet<>();

  /** Looks at one page; the picture stays the caller's. */
  void look(Greys page) {
    for (double scale : SCALES) {
      long pixels = (long) (page.width() * scale) * (long) (page.height() * scale);
      if (scale > 1 && pixels > MOST_PIXELS_SCALED_UP) {
        continue;
      }
      boolean found;
      if (scale == 1) {
        found = find(page);
      } else {
        try (Greys other = page.scaled(scale)) {
          found = find(other);
        }
      }
      if (found) {
        return;
      }
    }
  }

  /** Looks in every way until there is enough: of many codes on a page, one way reads some. */
  void lookFor(Greys page, BooleanSupplier enough) {
    for (double scale : SCALES) {
      if (enough.getAsBoolean()) {
        return;
      }
      if (scale == 1) {
        findAll(page);
      } else if (scale < 1 || (long) page.width() * page.height() < MOST_PIXELS_SCALED_UP / 4) {
        try (Greys other = page.scaled(scale)) {
          findAll(other);
        }
      }
    }
  }

  private void findAll(Greys page) {
    LuminanceSource source = page.luminance();
    findOrdinary(new BinaryBitmap(new HybridBinarizer(source)));
    findOrdinary(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
  }

  private boolean find(Greys page) {
    LuminanceSource source = page.luminance();
    return find(page, new HybridBinarizer(source))
        || find(page, new GlobalHistogramBinarizer(source));
  }

  private boolean find(Greys page, Binarizer binarizer) {
    try {
      BinaryBitmap picture = new BinaryBitmap(binarizer);
      if (findOrdinary(picture)) {
        return true;
      }
      Optional<String> text = FlatCode.read(page, picture.getBlackMatrix());
      text.ifPresent(texts::add);
      return text.isPresent();
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** Several codes of any size on a page. Codes that are seen but not read are left out. */
  private boolean findOrdinary(BinaryBitmap picture) {
    try {
      Result[] results = new QRCodeMultiReader().decodeMultiple(picture, HINTS);
      for (Result result : results) {
        texts.add(result.getText());
      }
      return results.length > 0;
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** What was found so far, each text once. */
  List<String> texts() {
    return new ArrayList<>(texts);
  }
}
