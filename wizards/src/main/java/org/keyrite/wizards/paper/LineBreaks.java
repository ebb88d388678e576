// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines: between words; inside a word after a hyphen or slash; where a word alone
 * is wider than a line, anywhere, with a hyphen between letters. Commands and values in a mono face
 * get no hyphens and break only between words, if they can. Type never gets smaller.
 */
record LineBreaks(Typefaces typefaces, Face face, float size, float width) {

  List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      String separator = line.isEmpty() ? "" : " ";
      if (fits(line + separator + word)) {
        line.append(separator).append(word);
      } else {
        fillUp(lines, line, word, separator);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Puts the start of a word on the line if it may break there, the rest on further lines. */
  private void fillUp(List<String> lines, StringBuilder line, String word, String separator) {
    String rest = word;
    int at = lastBreakThatFits(line + separator, rest);
    if (at > 0) {
      line.append(separator).append(rest, 0, at);
      rest = rest.substring(at);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
    while (!fits(rest)) {
      int next = lastBreakThatFits("", rest);
      if (next == 0) {
        next = lastLetterThatFits(rest);
        boolean hyphen = Character.isLetter(rest.charAt(next - 1)) && !isVerbatim();
        lines.add(rest.substring(0, next) + (hyphen ? "-" : ""));
      } else {
        lines.add(rest.substring(0, next));
      }
      rest = rest.substring(next);
    }
    line.append(rest);
  }

  /** What is set in a mono face is to be typed as it stands. */
  private boolean isVerbatim() {
    return face == Face.MONO || face == Face.MONO_STRONG;
  }

  private int lastBreakThatFits(String before, String word) {
    if (isVerbatim()) {
      return 0;
    }
    for (int at = word.length() - 1; at > 0; at--) {
      boolean mayBreak = "-/".indexOf(word.charAt(at - 1)) >= 0;
      if (mayBreak && fits(before + word.substring(0, at))) {
        return at;
      }
    }
    return 0;
  }

  private int lastLetterThatFits(String word) {
    int at = word.length() - 1;
    while (at > 1 && !fits(word.substring(0, at) + "-")) {
      at--;
    }
    return at;
  }

  private boolean fits(String text) {
    return typefaces.width(face, size, text) <= width;
  }

  /** The width that the widest part needs which cannot be broken well. */
  static float widestWord(Typefaces typefaces, Face face, float size, String text) {
    float widest = 0;
    for (String word : text.split("[ ]+|(?<=[-/])")) {
      widest = Math.max(widest, typefaces.width(face, size, word));
    }
    return widest;
  }
}
