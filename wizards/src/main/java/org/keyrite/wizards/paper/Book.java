// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Messages;

/**
 * One document while it is drawn: its pages, fonts and foot lines. Lives in memory only; the same
 * content gives the same bytes.
 */
final class Book implements AutoCloseable {
  /** Free on the left and right of every page: 14 mm. */
  static final float MARGIN = 39.7f;

  private static final float FOOT_FROM_BOTTOM = 28.4f;
  private static final float PDF_VERSION = 1.7f;
  private static final DateTimeFormatter UTC_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
  private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
  private final List<Pen> pens = new ArrayList<>();
  private final Typefaces typefaces;
  private final Messages messages;
  private final PaperSize size;
  private final SheetFrame frame;

  Book(Typefaces typefaces, Messages messages, PaperSize size, SheetFrame frame) {
    this.typefaces = typefaces;
    this.messages = messages;
    this.size = size;
    this.frame = frame;
  }

  Typefaces typefaces() {
    return typefaces;
  }

  SheetFrame frame() {
    return frame;
  }

  float width() {
    return size.width();
  }

  float height() {
    return size.height();
  }

  /** The left edge of what is drawn. */
  float left() {
    return MARGIN;
  }

  /** The right edge of what is drawn. */
  float right() {
    return size.width() - MARGIN;
  }

  /** A sentence in the language of the document. */
  String text(String key, Object... args) {
    return messages.text(key, args);
  }

  /** The time the sheet was made, in UTC, to the minute. */
  String made() {
    return UTC_MINUTE.format(frame.made());
  }

  PDFont font(Face face) {
    return fonts.computeIfAbsent(
        face,
        wanted -> {
          try {
            return typefaces.embed(document, wanted);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A new last page; in a rehearsal with the watermark between these heights. */
  Pen page(float watermarkTop, float watermarkBottom) {
    Pen pen = plainPage();
    watermark(pen, watermarkTop, watermarkBottom);
    return pen;
  }

  /** Draws the watermark between these heights, if this is a rehearsal. */
  void watermark(Pen pen, float top, float bottom) {
    if (frame.rehearsal()) {
      Watermark.draw(this, pen, top, bottom);
    }
  }

  /** A new last page, whose watermark the caller draws. */
  Pen plainPage() {
    PDPage page = new PDPage(new PDRectangle(size.width(), size.height()));
    document.addPage(page);
    try {
      Pen pen = new Pen(this, new PDPageContentStream(document, page), size.height());
      pens.add(pen);
      return pen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new last page whose watermark may be anywhere. */
  Pen page() {
    return page(MARGIN, size.height() - 2 * MARGIN);
  }

  /**
   * The finished document.
   *
   * @param about what the document is, for its title and the left of its foot lines
   * @param middle what stands in the middle of the foot lines; in a rehearsal above them
   */
  Secret finish(String about, String middle) {
    float baseline = size.height() - FOOT_FROM_BOTTOM;
    for (int page = 1; page <= pens.size(); page++) {
      Pen pen = pens.get(page - 1);
      boolean both = frame.rehearsal() && !middle.isEmpty();
      String centre = frame.rehearsal() ? text("paper.rehearsal.foot") : middle;
      Face face = frame.rehearsal() ? Face.STRONG : Face.MONO;
      String number = text("paper.foot.page", page, pens.size());
      if (both) {
        pen.textCentred(size.width() / 2, baseline - 10, Face.MONO, 8, middle);
      }
      float side = (right() - left() - pen.width(face, 8, centre)) / 2 - 8;
      pen.text(left(), baseline, Face.TEXT, 8, pen.shortened(Face.TEXT, 8, side, about));
      pen.textCentred(size.width() / 2, baseline, face, 8, centre);
      pen.textRight(right(), baseline, Face.TEXT, 8, number);
    }
    return save(about);
  }

  private Secret save(String title) {
    try (WipedStream out = new WipedStream()) {
      for (Pen pen : pens) {
        pen.close();
      }
      Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
      date.setTimeInMillis(frame.made().toEpochMilli());
      PDDocumentInformation information = document.getDocumentInformation();
      information.setTitle(title);
      // What is left of a sheet is found by it: it stands in the file as it is.
      information.setSubject(frame.ceremony());
      information.setCreator(frame.product());
      information.setCreationDate(date);
      document.getDocumentCatalog().setLanguage(messages.language().tag());
      document.setVersion(PDF_VERSION);
      document.setDocumentId(frame.made().toEpochMilli());
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toSecret();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
