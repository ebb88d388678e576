// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyrite.core.bytes.Bytes;

/**
 * One of the codes by which the file of a wrapped key stands on paper: text that any reader of QR
 * codes shows, and any tool for base32 (RFC 4648) decodes.
 *
 * <pre>
 * KEYRITE:K1:  SHEET      :  NN   /  NN   :  DATA
 *              8 symbols     which   of how  base32 of up to 180 bytes, without the "=" at its end
 *                                    many
 * </pre>
 *
 * <p>All in the alphanumeric set of QR codes. The name of the sheet is base32 of the first five
 * bytes of the SHA-256 of the whole file: it tells the codes of one file from those of another, and
 * that what they make together is that file. Nothing here is secret without the DKEK.
 *
 * @param sheet to which sheet it belongs
 * @param index which part, from 1
 * @param of how many parts there are
 * @param part the bytes
 */
public record KeyCode(String sheet, int index, int of, Bytes part) {
  /** The most codes of one file: two pages. */
  public static final int MOST = 15;

  /** A multiple of five, so that base32 of the parts is that of the whole. */
  static final int PART = 180;

  private static final String PREFIX = "KEYRITE:K1:";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int NAME = 5;
  private static final int SYMBOL_BITS = 5;
  private static final Pattern TEXT =
      Pattern.compile(PREFIX + "([A-Z2-7]{8}):([0-9]{2})/([0-9]{2}):([A-Z2-7]{2,288})");

  /** Whether a file of this size fits. */
  public static boolean fits(Bytes file) {
    return file.size() > 0 && file.size() <= MOST * PART;
  }

  /**
   * The codes of a file, in order.
   *
   * @throws IllegalArgumentException if it does not fit
   */
  public static List<KeyCode> of(Bytes file) {
    if (!fits(file)) {
      throw new IllegalArgumentException(file.size() + " bytes");
    }
    int count = (file.size() + PART - 1) / PART;
    List<KeyCode> codes = new ArrayList<>();
    for (int index = 1; index <= count; index++) {
      int from = (index - 1) * PART;
      codes.add(
          new KeyCode(
              sheet(file), index, count, file.slice(from, Math.min(file.size(), from + PART))));
    }
    return codes;
  }

  /** What the sheet of this file is called. */
  static String sheet(Bytes file) {
    return sheetOf(file.sha256());
  }

  /** What the sheet of the file with this SHA-256 is called. */
  public static String sheetOf(Bytes sha256) {
    return base32(sha256.slice(0, NAME));
  }

  /** The text inside the code. */
  public String text() {
    return PREFIX + sheet + ":%02d/%02d:".formatted(index, of) + base32(part);
  }

  /** The code that a text is; nothing if it is none of these. */
  static Optional<KeyCode> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(parts.group(2));
    int of = Integer.parseInt(parts.group(3));
    Optional<Bytes> part = decoded(parts.group(4));
    boolean isPossible =
        part.isPresent()
            && index >= 1
            && index <= of
            && of <= MOST
            && (index == of ? part.get().size() <= PART : part.get().size() == PART);
    return isPossible
        ? Optional.of(new KeyCode(parts.group(1), index, of, part.get()))
        : Optional.empty();
  }

  static String base32(Bytes bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (int i = 0; i < bytes.size(); i++) {
      held = held << 8 | bytes.at(i);
      bits += 8;
      while (bits >= SYMBOL_BITS) {
        bits -= SYMBOL_BITS;
        text.append(ALPHABET.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(held << SYMBOL_BITS - bits & 31));
    }
    return text.toString();
  }

  /** Nothing if bits are left over that are not zero, or more than there can be. */
  private static Optional<Bytes> decoded(String text) {
    byte[] bytes = new byte[text.length() * SYMBOL_BITS / 8];
    int bits = 0;
    int held = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      held = held << SYMBOL_BITS | ALPHABET.indexOf(text.charAt(i));
      bits += SYMBOL_BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bits < SYMBOL_BITS && held == 0 ? Optional.of(Bytes.of(bytes)) : Optional.empty();
  }
}
