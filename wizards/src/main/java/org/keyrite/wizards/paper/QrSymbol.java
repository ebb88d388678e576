// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;

/**
 * A QR code (ISO/IEC 18004) of text in the alphanumeric mode, at error correction level H: a third
 * of its codewords may be lost.
 *
 * <p>Tables and Reed-Solomon arithmetic are those of ZXing. Its own encoder takes a {@code String},
 * which cannot be wiped; this one takes characters and wipes everything when it is closed.
 */
final class QrSymbol implements AutoCloseable {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final ErrorCorrectionLevel LEVEL = ErrorCorrectionLevel.H;
  private static final int MODE = 0b0010;
  private static final int MODE_BITS = 4;
  private static final int PAIR_BITS = 11;
  private static final int SINGLE_BITS = 6;
  private static final int LARGEST_VERSION = 26;
  private static final int[] FILLERS = {0xEC, 0x11};

  private final QrModules modules;

  private QrSymbol(QrModules modules) {
    this.modules = modules;
  }

  /** The code of this text, which stays the caller's. */
  static QrSymbol of(char[] text) {
    Version version = smallestFor(text.length);
    int[] codewords = codewords(text, version);
    int[] interleaved = interleaved(codewords, version);
    Arrays.fill(codewords, 0);
    QrModules modules = QrModules.of(version, LEVEL, interleaved);
    Arrays.fill(interleaved, 0);
    return new QrSymbol(modules);
  }

  /** Modules along a side of the code of a text so many characters long. */
  static int sizeFor(int length) {
    return smallestFor(length).getDimensionForVersion();
  }

  private static int countBits(Version version) {
    return version.getVersionNumber() < 10 ? 9 : 11;
  }

  private static int dataCodewords(Version version) {
    Version.ECBlocks blocks = version.getECBlocksForLevel(LEVEL);
    return version.getTotalCodewords() - blocks.getTotalECCodewords();
  }

  private static Version smallestFor(int length) {
    for (int number = 1; number <= LARGEST_VERSION; number++) {
      Version version = Version.getVersionForNumber(number);
      int bits = MODE_BITS + countBits(version) + length / 2 * PAIR_BITS + length % 2 * SINGLE_BITS;
      if (bits <= dataCodewords(version) * 8) {
        return version;
      }
    }
    throw new IllegalArgumentException(length + " characters are too many for a code");
  }

  private static int[] codewords(char[] text, Version version) {
    Bits bits = new Bits(dataCodewords(version));
    bits.append(MODE, MODE_BITS);
    bits.append(text.length, countBits(version));
    for (int i = 0; i + 1 < text.length; i += 2) {
      bits.append(value(text[i]) * ALPHABET.length() + value(text[i + 1]), PAIR_BITS);
    }
    if (text.length % 2 == 1) {
      bits.append(value(text[text.length - 1]), SINGLE_BITS);
    }
    bits.fill();
    return bits.codewords;
  }

  private static int value(char character) {
    int value = ALPHABET.indexOf(character);
    if (value < 0) {
      throw new IllegalArgumentException("not an alphanumeric character");
    }
    return value;
  }

  /** The data in blocks, each with its correction, taken crosswise. */
  private static int[] interleaved(int[] data, Version version) {
    Version.ECBlocks table = version.getECBlocksForLevel(LEVEL);
    int correction = table.getECCodewordsPerBlock();
    int[][] blocks = new int[table.getNumBlocks()][];
    int block = 0;
    int at = 0;
    for (Version.ECB group : table.getECBlocks()) {
      for (int i = 0; i < group.getCount(); i++) {
        int[] words = new int[group.getDataCodewords() + correction];
        System.arraycopy(data, at, words, 0, group.getDataCodewords());
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(words, correction);
        at += group.getDataCodewords();
        blocks[block++] = words;
      }
    }
    int[] all = new int[version.getTotalCodewords()];
    int longest = blocks[blocks.length - 1].length - correction;
    int next = 0;
    for (int i = 0; i < longest; i++) {
      for (int[] words : blocks) {
        if (i < words.length - correction) {
          all[next++] = words[i];
        }
      }
    }
    for (int i = 0; i < correction; i++) {
      for (int[] words : blocks) {
        all[next++] = words[words.length - correction + i];
      }
    }
    for (int[] words : blocks) {
      Arrays.fill(words, 0);
    }
    return all;
  }

  /** Modules along a side. */
  int size() {
    return modules.size();
  }

  /** Whether the module in this column and row is dark. */
  boolean isDark(int column, int row) {
    return modules.isDark(column, row);
  }

  @Override
  public void close() {
    modules.wipe();
  }

  /** Bits written one after the other into codewords of eight. */
  private static final class Bits {
    private final int[] codewords;
    private int length;

    private Bits(int size) {
      codewords = new int[size];
    }

    private void append(int value, int count) {
      for (int bit = count - 1; bit >= 0; bit--) {
        codewords[length / 8] |= (value >> bit & 1) << (7 - length % 8);
        length++;
      }
    }

    /** Ends the text with up to four zero bits and fills what is left with the standard's bytes. */
    private void fill() {
      length = Math.min(length + MODE_BITS, codewords.length * 8);
      int first = (length + 7) / 8;
      for (int i = first; i < codewords.length; i++) {
        codewords[i] = FILLERS[(i - first) % 2];
      }
    }
  }
}
