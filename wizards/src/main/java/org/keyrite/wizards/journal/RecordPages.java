// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.paper.PaperSize;
import org.keyrite.wizards.paper.Person;
import org.keyrite.wizards.paper.RecordSheet;
import org.keyrite.wizards.paper.Row;
import org.keyrite.wizards.paper.SheetFrame;

/**
 * A transcript as a document to print and sign: the same story as {@link TranscriptText} tells,
 * with what every step was to bring about beside what it brought.
 *
 * @param messages the language of the document, that of the transcript
 */
record RecordPages(Messages messages) {
  private static final String PAPER = "paper";
  private static final String NAME = "name";

  /** As long as a hash in hex or longer, where people would lose their place. */
  private static final String LONG_HEX = "[0-9A-Fa-f]{33,}";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  /** The paper that the plan of a ceremony names, else A4. */
  static PaperSize paper(Ceremony ceremony) {
    String planned = ceremony.plan().texts().getOrDefault(PAPER, "");
    return Stream.of(PaperSize.values())
        .filter(size -> size.id().equals(planned))
        .findFirst()
        .orElse(PaperSize.A4);
  }

  /** The document; the entries are those of the transcript. */
  RecordSheet sheet(Transcript told, Ceremony ceremony, List<Entry> entries) {
    Entry.Started started = (Entry.Started) entries.getFirst();
    Entry last = entries.getLast();
    boolean ended = last instanceof Entry.Finished || last instanceof Entry.Aborted;
    String kind = "kind." + ceremony.kind();
    return new RecordSheet(
        frame(told, ceremony, started),
        ended ? MINUTE.format(last.at()) : messages.text("journal.notEnded"),
        List.of(new Row(told.title(), messages.text(kind + ".what"))),
        people(told),
        told.agendaHash(),
        facts(told),
        told.steps().stream().map(step -> step(step, started.at())).toList(),
        told.tables().stream().map(RecordPages::table).toList(),
        told.lastLine(),
        told.lastHash());
  }

  /** What is common to the papers of a ceremony: of the day on which it began. */
  static SheetFrame frame(Transcript told, Ceremony ceremony, Entry.Started started) {
    return new SheetFrame(
        name(told, ceremony),
        started.ceremonyId(),
        started.at(),
        started.product(),
        told.practice().isPractice());
  }

  static List<Person> people(Transcript told) {
    return told.people().stream()
        .map(one -> new Person(one.label(), one.value(), initials(one.value())))
        .toList();
  }

  private static String name(Transcript told, Ceremony ceremony) {
    String planned = ceremony.plan().texts().getOrDefault(NAME, "");
    String name = planned.isBlank() ? told.title() : planned;
    return name.substring(0, Math.min(name.length(), SheetFrame.MAX_NAME));
  }

  private RecordSheet.Table facts(Transcript told) {
    return new RecordSheet.Table(
        messages.text("journal.table.facts"),
        List.of(messages.text("journal.column.what"), messages.text("journal.column.value")),
        told.facts().stream().map(fact -> List.of(fact.label(), inGroups(fact.value()))).toList());
  }

  private static RecordSheet.Step step(Transcript.Step step, Instant begun) {
    List<Row> observed = new ArrayList<>();
    step.observed().forEach(one -> observed.add(new Row(one.label(), inGroups(one.value()))));
    return new RecordSheet.Step(
        step.number(),
        step.title(),
        step.expected(),
        observed,
        step.confirmed(),
        step.who(),
        time(step, begun),
        initials(step.person()),
        step.exception());
  }

  /** The day is told only where it is not the first. */
  private static String time(Transcript.Step step, Instant begun) {
    String from = at(step.began(), begun);
    return step.began().equals(step.ended()) ? from : from + " – " + at(step.ended(), begun);
  }

  private static String at(Instant time, Instant begun) {
    boolean firstDay = DAY.format(time).equals(DAY.format(begun));
    return (firstDay ? "" : DAY.format(time) + " ") + HOUR.format(time);
  }

  private static RecordSheet.Table table(Transcript.Table table) {
    return new RecordSheet.Table(
        table.title(),
        table.columns(),
        table.rows().stream()
            .map(row -> row.stream().map(RecordPages::inGroups).toList())
            .toList());
  }

  /** Long hex digits in groups of four, so that they can be compared and break where they may. */
  static String inGroups(String value) {
    return value.matches(LONG_HEX) ? value.replaceAll("(.{4})(?!$)", "$1 ") : value;
  }

  /** The first letters of the first name and of the last. */
  private static String initials(String person) {
    List<String> names =
        Stream.of(person.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList();
    if (names.isEmpty()) {
      return "";
    }
    Stream<String> told =
        names.size() == 1 ? names.stream() : Stream.of(names.getFirst(), names.getLast());
    return told.map(name -> Character.toString(name.codePointAt(0))).collect(Collectors.joining());
  }
}
