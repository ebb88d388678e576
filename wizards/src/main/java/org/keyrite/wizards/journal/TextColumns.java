// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.keyrite.wizards.ceremony.Visible;
import org.keyrite.wizards.journal.Transcript.Labelled;

/** Plain text of a fixed width: paragraphs, and labels with values beside them. */
final class TextColumns {
  private static final int WIDEST_LABEL = 30;

  private final StringBuilder text = new StringBuilder();
  private final int width;

  TextColumns(int width) {
    this.width = width;
  }

  /** Letters with blanks between them, to be seen from afar. */
  static String spaced(String word) {
    return word.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
  }

  void rule(char with) {
    line(String.valueOf(with).repeat(width));
  }

  void heading(String title) {
    if (!text.toString().endsWith("\n\n")) {
      line("");
    }
    line(title);
    line("-".repeat(length(title)));
  }

  void line(String whole) {
    text.append(whole.stripTrailing()).append('\n');
  }

  void paragraph(String indent, String content) {
    wrap(content, width - indent.length()).forEach(line -> line(indent + line));
  }

  /** Labels in a column, values in the next; a label that is too wide stands above its value. */
  void pairs(String indent, List<Labelled> pairs) {
    int column =
        pairs.stream()
            .mapToInt(pair -> length(pair.label()))
            .filter(length -> length <= WIDEST_LABEL)
            .max()
            .orElse(0);
    String beside = indent + " ".repeat(column + 2);
    for (Labelled pair : pairs) {
      List<String> lines = wrap(pair.value(), width - beside.length());
      int from = 0;
      if (length(pair.label()) <= column) {
        line(indent + pair.label() + " ".repeat(column + 2 - length(pair.label())) + lines.get(0));
        from = 1;
      } else {
        paragraph(indent, pair.label());
      }
      lines.subList(from, lines.size()).forEach(line -> line(beside + line));
    }
  }

  /** Whether each pair fits in a line of its own. */
  boolean fit(List<Labelled> pairs) {
    int column = pairs.stream().mapToInt(pair -> length(pair.label())).max().orElse(0);
    return column <= WIDEST_LABEL
        && pairs.stream().allMatch(pair -> column + 2 + length(pair.value()) <= width);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Broken at blanks; within a word only if it fills more than a line. */
  private static List<String> wrap(String content, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : Visible.of(content).split("\\R", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+")) {
        String rest = word;
        if (!line.isEmpty() && length(line.toString()) + 1 + length(rest) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        while (length(rest) > width) {
          int cut = rest.offsetByCodePoints(0, width);
          lines.add(rest.substring(0, cut));
          rest = rest.substring(cut);
        }
        line.append(line.isEmpty() ? "" : " ").append(rest);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
