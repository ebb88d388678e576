// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.time.Instant;

/**
 * What stands on every sheet of a ceremony. Nothing here is secret.
 *
 * @param name what people call the set, at most {@link #MAX_NAME} characters
 * @param ceremony the id of the ceremony, for people to compare
 * @param made when the sheet was made; also the date inside the PDF, which is thereby the same for
 *     the same content
 * @param product name and version of the program
 * @param rehearsal whether everything was only practised; puts a watermark on every page
 */
public record SheetFrame(
    String name, String ceremony, Instant made, String product, boolean rehearsal) {
  /** The longest name that fits the head of a sheet in every language. */
  public static final int MAX_NAME = 48;

  /** A frame with a name that fits. */
  public SheetFrame {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
    }
  }
}
