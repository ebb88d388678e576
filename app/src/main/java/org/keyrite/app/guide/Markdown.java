// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Markdown that the guide is written in: headings, paragraphs of one line, lists
 * whose items are one line, pictures on lines of their own, fenced code, tables; strong words,
 * emphasis, code and links. What it does not know is refused, so that no page looks other here than
 * on the web without anybody noticing.
 */
final class Markdown {
  private static final Pattern PICTURE = Pattern.compile("\\s*!\\[([^\\]]+)]\\(([^)]+)\\)\\s*");
  private static final Pattern ITEM = Pattern.compile("(?:-|(\\d+)\\.) (.*)");
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) (.+)");
  private static final Pattern SPAN =
      Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*|`([^`]+)`|\\[([^\\]]+)]\\(([^)]+)\\)");
  private static final Pattern RULE = Pattern.compile("\\|( ?:?-+:? ?\\|)+");

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> code = new ArrayList<>();
  private final List<List<List<Span>>> rows = new ArrayList<>();
  private boolean fenced;

  private Markdown() {}

  /**
   * The blocks of a page.
   *
   * @throws IllegalArgumentException if there is something in it that is not read
   */
  static List<Block> read(String page) {
    Markdown markdown = new Markdown();
    page.lines().forEach(markdown::line);
    markdown.endTable();
    if (markdown.fenced) {
      throw new IllegalArgumentException("code that does not end");
    }
    return List.copyOf(markdown.blocks);
  }

  private void line(String line) {
    if (line.startsWith("```")) {
      fence();
    } else if (fenced) {
      code.add(line);
    } else if (line.startsWith("|")) {
      row(line);
    } else {
      endTable();
      text(line);
    }
  }

  private void fence() {
    if (fenced) {
      blocks.add(new Block.Code(String.join("\n", code)));
      code.clear();
    }
    fenced = !fenced;
  }

  private void row(String line) {
    if (!RULE.matcher(line).matches()) {
      String inside = line.substring(1, line.lastIndexOf('|'));
      rows.add(Arrays.stream(inside.split("\\|", -1)).map(cell -> spans(cell.strip())).toList());
    }
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(List.copyOf(rows)));
      rows.clear();
    }
  }

  private void text(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    Matcher picture = PICTURE.matcher(line);
    if (line.isBlank() || line.startsWith("<!--")) {
      return;
    }
    if (heading.matches()) {
      blocks.add(new Block.Heading(heading.group(1).length(), spans(heading.group(2))));
    } else if (picture.matches()) {
      blocks.add(new Block.Picture(picture.group(2), picture.group(1)));
    } else if (item.matches()) {
      int number = item.group(1) == null ? 0 : Integer.parseInt(item.group(1));
      blocks.add(new Block.Item(number, spans(item.group(2))));
    } else if (line.matches("[\\s>#<].*")) {
      throw new IllegalArgumentException("not read: " + line);
    } else {
      blocks.add(new Block.Paragraph(spans(line)));
    }
  }

  private static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher found = SPAN.matcher(text);
    int from = 0;
    while (found.find()) {
      plain(spans, text.substring(from, found.start()));
      spans.add(span(found));
      from = found.end();
    }
    plain(spans, text.substring(from));
    return List.copyOf(spans);
  }

  private static Span span(Matcher found) {
    if (found.group(1) != null) {
      return Span.of(Span.Look.STRONG, found.group(1));
    }
    if (found.group(2) != null) {
      return Span.of(Span.Look.EMPHASIS, found.group(2));
    }
    return found.group(3) != null
        ? Span.of(Span.Look.CODE, found.group(3))
        : new Span(Span.Look.LINK, found.group(4), found.group(5));
  }

  private static void plain(List<Span> spans, String text) {
    if (!text.isEmpty()) {
      spans.add(Span.of(Span.Look.PLAIN, text));
    }
  }
}
