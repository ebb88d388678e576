// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Sentences;

/**
 * What stands in entries, in words.
 *
 * @param messages the language
 */
record Words(Messages messages) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String UTC = " UTC";

  static String time(Instant at) {
    return DAY.format(at) + " " + HOUR.format(at) + UTC;
  }

  /** From when to when, the day told once where it is the same. */
  String time(Instant from, Instant to) {
    if (from.equals(to)) {
      return time(to);
    }
    boolean sameDay = DAY.format(from).equals(DAY.format(to));
    return messages.text(
        "journal.fromTo",
        DAY.format(from) + " " + HOUR.format(from),
        sameDay ? HOUR.format(to) + UTC : time(to));
  }

  String label(String factName) {
    return messages.text(Fact.text(factName).label());
  }

  /** The label of a fact, with the number of the sheet or file that it belongs to. */
  String of(String factName) {
    int index = Fact.text(factName).index();
    return index == 0 ? label(factName) : messages.text("journal.numbered", label(factName), index);
  }

  String value(String factName, String text) {
    return Sentences.value(messages, factName, text);
  }

  Transcript.Labelled labelled(Map.Entry<String, String> fact) {
    return new Transcript.Labelled(label(fact.getKey()), value(fact.getKey(), fact.getValue()));
  }

  String who(Seat seat, String person) {
    String title = messages.text(seat.title());
    return person.isEmpty() ? title : messages.text("journal.who", title, person);
  }

  /** Why the program or a person did something out of the ordinary. */
  String reason(String reason) {
    return switch (reason) {
      case CeremonyRunner.REASON_AWAY -> messages.text("journal.reason.away");
      case CeremonyRunner.REASON_LOST -> messages.text("journal.reason.lost");
      case CeremonyRunner.REASON_CHANGED -> messages.text("journal.reason.changed");
      case String key when messages.has(key + ".what") -> messages.text("journal.reason.refused");
      default -> reason;
    };
  }

  /** What was noted, by people or by the program. */
  String note(String text) {
    return switch (text) {
      case CeremonyRunner.NOTE_UNATTENDED -> messages.text("journal.note.unattended");
      case CeremonyRunner.NOTE_ANSWERS -> messages.text("journal.note.answersFile");
      default -> text;
    };
  }

  /** What was refused. */
  String refusal(Entry.Failed failed) {
    String key = failed.problem() + ".what";
    if (!messages.has(key)) {
      return failed.problem() + " " + failed.arguments();
    }
    return Sentences.ofTexts(messages, key, failed.arguments());
  }
}
