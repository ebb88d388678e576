// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a page, from top to bottom. */
sealed interface Block {
  /** Everything on it that can be read, in reading order. */
  default String text() {
    return switch (this) {
      case Heading(_, var words) -> GuidePage.words(words);
      case Paragraph(var words) -> GuidePage.words(words);
      case Item(_, var words) -> GuidePage.words(words);
      case Picture(_, var told) -> told;
      case Code(var lines) -> lines;
      case Table(var rows) ->
          rows.stream()
              .flatMap(List::stream)
              .map(GuidePage::words)
              .collect(Collectors.joining(" "));
    };
  }

  /**
   * A heading.
   *
   * @param level 1 for the title of the page
   */
  record Heading(int level, List<Span> words) implements Block {}

  /** A paragraph. */
  record Paragraph(List<Span> words) implements Block {}

  /**
   * An item of a list.
   *
   * @param number of the item, 0 where the list has none
   */
  record Item(int number, List<Span> words) implements Block {}

  /**
   * A picture.
   *
   * @param target where it is, as it stands in the page
   * @param told what is on it, for whoever does not see it
   */
  record Picture(String target, String told) implements Block {}

  /** Lines to be typed as they are. */
  record Code(String lines) implements Block {}

  /**
   * A table.
   *
   * @param rows cells of spans; the first row is the heads
   */
  record Table(List<List<List<Span>>> rows) implements Block {}
}
