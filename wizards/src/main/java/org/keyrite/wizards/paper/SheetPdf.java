// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Messages;

/** Draws sheets as PDF, in one language and for one size of paper. */
public final class SheetPdf {
  private final Messages messages;
  private final PaperSize size;

  /** Draws in this language for this paper. */
  public SheetPdf(Messages messages, PaperSize size) {
    this.messages = messages;
    this.size = size;
  }

  /** The sheet as a PDF document, for the caller to close. */
  public Secret render(Sheet sheet) {
    throw new UnsupportedOperationException(
        sheet.getClass() + " in " + messages.language() + " on " + size);
  }
}
