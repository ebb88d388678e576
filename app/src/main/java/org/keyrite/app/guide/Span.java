// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.guide;

/**
 * Words in one look.
 *
 * @param look how they look
 * @param text the words
 * @param target where a link leads, as it stands in the page; empty for all else
 */
record Span(Look look, String text, String target) {
  /** How words look. */
  enum Look {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE,
    LINK
  }

  static Span of(Look look, String text) {
    return new Span(look, text, "");
  }
}
