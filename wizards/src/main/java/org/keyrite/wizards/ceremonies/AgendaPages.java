// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.ArrayList;
import java.util.List;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.paper.AgendaSheet;
import org.keyrite.wizards.paper.Person;
import org.keyrite.wizards.paper.Row;
import org.keyrite.wizards.paper.SheetFrame;

/**
 * Tells an agenda in a language.
 *
 * @param messages the language
 * @param ceremony whose agenda it is
 * @param agenda its steps
 */
record AgendaPages(Messages messages, Ceremony ceremony, Agenda agenda) {

  AgendaSheet sheet(SheetFrame frame) {
    return new AgendaSheet(
        frame,
        messages.text("kind." + ceremony.kind() + ".what"),
        decisions(),
        seats(),
        ceremony.agendaHash(),
        sections());
  }

  private List<Row> decisions() {
    return ceremony.plan().texts().entrySet().stream()
        .filter(decision -> !decision.getValue().isBlank())
        .map(decision ->
            new Row(
                messages.text(Fact.text(decision.getKey()).label()),
                Sentences.value(messages, decision.getKey(), decision.getValue())))
        .toList();
  }

  private List<Person> seats() {
    return agenda.rows().stream()
        .map(row -> row.step().seat())
        .distinct()
        .map(seat -> new Person(messages.text(seat.title()), "", ""))
        .toList();
  }

  private List<AgendaSheet.Section> sections() {
    List<AgendaSheet.Section> sections = new ArrayList<>();
    List<AgendaSheet.Line> lines = new ArrayList<>();
    List<Section> path = List.of();
    for (Agenda.Row row : agenda.rows()) {
      if (!row.path().equals(path)) {
        close(path, lines, sections);
        path = row.path();
      }
      lines.add(
          new AgendaSheet.Line(
              Integer.toString(row.number()),
              messages.text(row.step().title()),
              messages.text(row.step().seat().title()),
              messages.text(row.step().text())));
    }
    close(path, lines, sections);
    return sections;
  }

  private void close(
      List<Section> path, List<AgendaSheet.Line> lines, List<AgendaSheet.Section> sections) {
    if (!lines.isEmpty()) {
      sections.add(new AgendaSheet.Section(messages.text(path.getLast().title()), lines));
      lines.clear();
    }
  }
}
