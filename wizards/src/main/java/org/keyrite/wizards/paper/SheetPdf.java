// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Messages;

/**
 * Draws sheets as vector PDF, in one language and for one size of paper: black only, fonts
 * embedded, in memory. The same sheet gives the same bytes.
 *
 * <p>Secrets are drawn one character at a time, so that none becomes a {@code String}; what PDFBox
 * keeps of a page while it is drawn cannot be wiped and is left to the collector.
 */
public final class SheetPdf {
  private final PgpWords words = new PgpWords();
  private final Typefaces typefaces;
  private final Messages messages;
  private final PaperSize size;

  /** Draws in this language for this paper. */
  public SheetPdf(Messages messages, PaperSize size) {
    this(new Typefaces(), messages, size);
  }

  /** Draws with fonts that were read before. */
  public SheetPdf(Typefaces typefaces, Messages messages, PaperSize size) {
    this.typefaces = typefaces;
    this.messages = messages;
    this.size = size;
  }

  /** The sheet as a PDF document, for the caller to close. One at a time. */
  public synchronized Secret render(Sheet sheet) {
    try (Book book = new Book(typefaces, messages, size, sheet.frame())) {
      return switch (sheet) {
        case ShareSheet share -> new ShareSheetLayout(book, share).draw();
        case ShareFileSheet file ->
            new ShareFileLayout(book, file.content(), file.fileName()).draw(file);
        case LabelSheet labels -> new LabelLayout(book, labels).draw();
        case AgendaSheet agenda -> new AgendaLayout(book, agenda, words).draw();
        case RecordSheet told -> new RecordLayout(book, told, words).draw();
        case TestSheet test -> new TestLayout(book, test).draw();
        case ReceiptSheet receipt -> new ReceiptLayout(book, receipt).draw();
        case ReceiptsSheet receipts -> ReceiptLayout.drawAll(book, receipts);
        case DeviceSheet device -> new DeviceLayout(book, device).draw();
        case KeySheet key -> new KeyLayout(book, key).draw();
        case GroupSignerSheet signer -> new GroupSignerLayout(book, signer, words).draw();
      };
    }
  }
}
