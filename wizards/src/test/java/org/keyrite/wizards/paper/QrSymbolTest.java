// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrSymbolTest {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  private static String text(int length) {
    Random random = new Random(Samples.SEED + length);
    StringBuilder text = new StringBuilder("A:");
    while (text.length() < length) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static BitMatrix matrix(QrSymbol symbol) {
    BitMatrix matrix = new BitMatrix(symbol.size());
    for (int row = 0; row < symbol.size(); row++) {
      for (int column = 0; column < symbol.size(); column++) {
        if (symbol.isDark(column, row)) {
          matrix.set(column, row);
        }
      }
    }
    return matrix;
  }

  @Test
  void isReadByZxingWithoutASingleCorrection() throws Exception {
    for (int length = 2; length < 400; length += 3) {
      try (QrSymbol symbol = QrSymbol.of(text(length).toCharArray())) {
        DecoderResult result = new Decoder().decode(matrix(symbol));
        assertEquals(text(length), result.getText());
        assertEquals("H", result.getECLevel());
        assertEquals(0, result.getErrorsCorrected());
      }
    }
  }

  @Test
  void isTheSamePictureThatZxingDraws() throws Exception {
    for (int length = 2; length < 300; length += 7) {
      ByteMatrix theirs = Encoder.encode(text(length), ErrorCorrectionLevel.H).getMatrix();
      try (QrSymbol ours = QrSymbol.of(text(length).toCharArray())) {
        assertEquals(theirs.getWidth(), ours.size());
        for (int row = 0; row < ours.size(); row++) {
          for (int column = 0; column < ours.size(); column++) {
            assertEquals(theirs.get(column, row) == 1, ours.isDark(column, row));
          }
        }
      }
    }
  }

  @Test
  void refusesWhatItsAlphabetLacks() {
    assertThrows(IllegalArgumentException.class, () -> QrSymbol.of("a".toCharArray()));
  }

  @Test
  void isWipedWhenClosed() {
    QrSymbol symbol = QrSymbol.of("WIPED".toCharArray());
    symbol.close();
    for (int i = 0; i < symbol.size(); i++) {
      assertFalse(symbol.isDark(i, i));
    }
  }
}
