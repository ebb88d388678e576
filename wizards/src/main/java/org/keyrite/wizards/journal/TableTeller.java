// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.journal.Transcript.Labelled;
import org.keyrite.wizards.journal.Transcript.Table;

/**
 * Tells what is known at the end. What belongs in which table is seen from the names of facts:
 * {@code sheet[i].*} is about the sheet of custodian i, {@code X.sha256} beside {@code X.name}
 * about a file; a step {@code *.compare[i]} has verified sheet i.
 */
final class TableTeller {
  private static final String HASH = ".sha256";

  private final Messages messages;
  private final Words words;
  private final ThingTeller about;
  private final CeremonyState end;
  private final List<Entry> entries;

  TableTeller(Messages messages, CeremonyState end, List<Entry> entries) {
    this.messages = messages;
    this.words = new Words(messages);
    this.about = new ThingTeller(messages, words);
    this.end = end;
    this.entries = entries;
  }

  List<Labelled> facts(Entry.Started started, Optional<Instant> ended) {
    List<Labelled> facts = new ArrayList<>();
    facts.add(new Labelled(messages.text("journal.id"), started.ceremonyId()));
    end.ceremony().plan().texts().entrySet().stream()
        .filter(decided -> !decided.getValue().isBlank())
        .forEach(decided -> facts.add(words.labelled(decided)));
    end.facts().texts().entrySet().stream()
        .filter(fact -> fact.getKey().startsWith("clock."))
        .forEach(fact -> facts.add(words.labelled(fact)));
    facts.add(new Labelled(messages.text("journal.product"), started.product()));
    facts.add(new Labelled(messages.text("journal.begun"), Words.time(started.at())));
    facts.add(
        new Labelled(
            messages.text("journal.ended"),
            ended.map(Words::time).orElseGet(() -> messages.text("journal.notEnded"))));
    if (started.before().size() > 0) {
      facts.add(
          new Labelled(
              messages.text("journal.before"),
              String.join(" ", HashText.groups(started.before()))));
    }
    return facts;
  }

  List<Labelled> people() {
    return end.seats().stream()
        .filter(seat -> !end.person(seat).isEmpty())
        .map(seat -> new Labelled(messages.text(seat.title()), end.person(seat)))
        .toList();
  }

  List<Table> all() {
    return Stream.of(
            about.devices(end.facts().texts()),
            about.keys(end.facts().texts()),
            shares(),
            files(),
            voided(),
            attestations())
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private Table shares() {
    List<List<String>> rows = new ArrayList<>();
    for (int i : sheets()) {
      rows.add(
          List.of(
              text("sheet[" + i + "].number"),
              words.who(Seat.custodian(i), end.person(Seat.custodian(i))),
              text("sheet[" + i + "].copy"),
              messages.text(isCompared(i) ? "journal.verified.yes" : "journal.verified.no"),
              text("sheet[" + i + "].bag")));
    }
    return new Table(
        messages.text("journal.table.shares"),
        List.of(
            messages.text("journal.column.sheet"),
            messages.text("journal.column.custodian"),
            messages.text("journal.column.copy"),
            messages.text("journal.column.verified"),
            messages.text("journal.column.bag")),
        rows);
  }

  private List<Integer> sheets() {
    return end.facts().texts().keySet().stream()
        .map(Fact::text)
        .filter(fact -> fact.family().equals("sheet.number"))
        .map(Slot::index)
        .sorted()
        .toList();
  }

  private String text(String name) {
    return end.facts().texts().getOrDefault(name, "");
  }

  private boolean isCompared(int i) {
    return steps()
        .anyMatch(step ->
            step.id().key().endsWith(".compare")
                && step.id().index() == i
                && end.isDone(step.id()));
  }

  private Stream<Step> steps() {
    return end.agenda().rows().stream().map(Agenda.Row::step);
  }

  private Table files() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, String> fact : end.facts().texts().entrySet()) {
      if (fact.getKey().endsWith(HASH)) {
        String of = fact.getKey().substring(0, fact.getKey().length() - HASH.length());
        String name = text(of + ".name");
        rows.add(List.of(name.isEmpty() ? words.of(fact.getKey()) : name, fact.getValue()));
      }
    }
    return new Table(
        messages.text("journal.table.files"),
        List.of(messages.text("journal.column.file"), messages.text("journal.column.hash")),
        rows);
  }

  private Table voided() {
    return new Table(
        messages.text("journal.table.voided"),
        List.of(messages.text("journal.column.what"), messages.text("journal.column.value")),
        end.voided().stream()
            .map(gone -> List.of(words.of(gone.name()), words.value(gone.name(), gone.text())))
            .toList());
  }

  /** What people said at the end: the confirmations that could also have been refused. */
  private Table attestations() {
    List<List<String>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Attested said
          && end.agenda().find(said.step()).map(Agenda.Row::step).orElse(null) instanceof Attest at
          && at.remarkAllowed()) {
        rows.add(
            List.of(
                words.who(at.seat(), said.person()),
                messages.text(said.agreed() ? "journal.attested.yes" : "journal.attested.no"),
                said.remark()));
      }
    }
    return new Table(
        messages.text("journal.table.attestation"),
        List.of(
            messages.text("journal.column.who"),
            messages.text("journal.column.recorded"),
            messages.text("journal.remark")),
        rows);
  }
}
