// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.journal.Transcript.Labelled;

/** A transcript as plain text of at most {@value #WIDTH} columns. */
public final class TranscriptText {
  /** The longest line, in characters. */
  public static final int WIDTH = 78;

  private static final int WORDS_IN_A_LINE = 6;

  private final Messages messages;
  private final TextColumns page = new TextColumns(WIDTH);

  private TranscriptText(Messages messages) {
    this.messages = messages;
  }

  /** Writes a transcript; the texts are those of the language that it was made in. */
  public static String of(Transcript transcript, Messages messages) {
    TranscriptText text = new TranscriptText(messages);
    text.head(transcript);
    text.page.heading(messages.text("journal.heading.people"));
    text.page.pairs("", transcript.people());
    text.page.heading(messages.text("journal.heading.steps"));
    transcript.steps().forEach(text::step);
    transcript.tables().forEach(text::table);
    text.end(transcript);
    return text.page.toString();
  }

  private void head(Transcript transcript) {
    page.rule('=');
    page.line(messages.text("journal.title"));
    page.paragraph("", transcript.title());
    page.line("");
    page.line(
        TextColumns.spaced(
            messages.text(transcript.practice() ? "journal.practice" : "journal.production")));
    page.paragraph(
        "",
        messages.text(transcript.practice() ? "journal.practice.what" : "journal.production.what"));
    page.rule('=');
    page.line("");
    page.pairs("", transcript.facts());
    page.line("");
    page.line(messages.text("journal.agenda"));
    hash(transcript.agendaHash());
  }

  private void hash(org.keyrite.core.bytes.Bytes hash) {
    page.paragraph("  ", String.join(" ", HashText.groups(hash)));
    List<String> words = HashText.words(hash);
    for (int i = 0; i < words.size(); i += WORDS_IN_A_LINE) {
      page.paragraph(
          "  ", String.join(" ", words.subList(i, Math.min(i + WORDS_IN_A_LINE, words.size()))));
    }
  }

  private void step(Transcript.Step step) {
    String number = step.number().isEmpty() ? "" : messages.text("journal.step", step.number());
    String mark = step.exception() ? messages.text("journal.exception") : "";
    String title = number.isEmpty() ? step.title() : number + "  " + step.title();
    page.paragraph("", (mark.isEmpty() ? "" : mark + "  ") + title);
    List<Labelled> rows = new ArrayList<>();
    if (!step.who().isEmpty()) {
      rows.add(new Labelled(messages.text("journal.column.who"), step.who()));
    }
    rows.addAll(step.observed());
    if (!step.confirmed().isEmpty()) {
      rows.add(new Labelled(messages.text("journal.confirmed"), step.confirmed()));
    }
    boolean moment = step.began().equals(step.ended());
    rows.add(
        new Labelled(
            messages.text("journal.time"),
            moment ? step.ended() : messages.text("journal.fromTo", step.began(), step.ended())));
    page.pairs("    ", rows);
    page.line("");
  }

  private void table(Transcript.Table table) {
    page.heading(table.title());
    for (List<String> row : table.rows()) {
      List<Labelled> pairs = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          pairs.add(new Labelled(table.columns().get(i), row.get(i)));
        }
      }
      page.pairs("", pairs);
      page.line("");
    }
  }

  private void end(Transcript transcript) {
    page.heading(messages.text("journal.heading.end"));
    page.paragraph("", messages.text("journal.lastLine", transcript.lastLine()));
    hash(transcript.lastHash());
  }
}
