// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.Transcript.Labelled;

/** A transcript as plain text of at most {@value #WIDTH} columns. */
public final class TranscriptText {
  /** The longest line, in characters. */
  public static final int WIDTH = 78;

  private static final int BYTES_IN_A_LINE = 4;

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
            messages.text(
                transcript.practice().isPractice() ? "journal.practice" : "journal.production")));
    page.paragraph("", messages.text(what(transcript.practice())));
    page.rule('=');
    page.line("");
    page.pairs("", transcript.facts());
    page.line("");
    page.line(messages.text("journal.agenda"));
    hash(transcript.agendaHash());
  }

  private static String what(Practice practice) {
    return switch (practice) {
      case NONE -> "journal.production.what";
      case SIMULATED -> "journal.simulated.what";
      case REHEARSAL -> "journal.practice.what";
    };
  }

  /** Four bytes a line, in hex and in words, so that two people can compare line by line. */
  private void hash(Bytes hash) {
    List<String> groups = HashText.groups(hash);
    List<String> words = HashText.words(hash);
    for (int i = 0; i < words.size(); i += BYTES_IN_A_LINE) {
      page.line(
          "  "
              + String.join(" ", groups.subList(i / 2, i / 2 + BYTES_IN_A_LINE / 2))
              + "   "
              + String.join(" ", words.subList(i, i + BYTES_IN_A_LINE)));
    }
  }

  private void step(Transcript.Step step) {
    String title =
        step.number().isEmpty()
            ? step.title()
            : messages.text("journal.step", step.number(), step.title());
    page.paragraph("", step.exception() ? messages.text("journal.exception", title) : title);
    List<Labelled> rows = new ArrayList<>();
    if (!step.who().isEmpty()) {
      rows.add(new Labelled(messages.text("journal.column.who"), step.who()));
    }
    rows.addAll(step.observed());
    if (!step.confirmed().isEmpty()) {
      rows.add(new Labelled(messages.text("journal.confirmed"), step.confirmed()));
    }
    String time = new Words(messages).time(step.began(), step.ended());
    rows.add(new Labelled(messages.text("journal.time"), time));
    page.pairs("    ", rows);
    page.line("");
  }

  /** A line a row where two columns fit or name values, otherwise a block a row. */
  private void table(Transcript.Table table) {
    page.heading(table.title());
    List<Labelled> lines = new ArrayList<>();
    if (table.columns().size() == 2) {
      table.rows().forEach(row -> lines.add(new Labelled(row.get(0), row.get(1))));
    }
    boolean named = table.columns().getFirst().equals(messages.text("journal.column.what"));
    if (!lines.isEmpty() && (named || page.fit(lines))) {
      page.pairs("", lines);
      return;
    }
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
