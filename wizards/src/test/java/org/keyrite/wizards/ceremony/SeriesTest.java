// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class SeriesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Perform alone = work("toy.make", 0);
  private final List<Perform> keys =
      List.of(work("toy.wrap", 7), work("toy.wrap", 8), work("toy.wrap", 9), work("toy.wrap", 11));
  private final Perform other = work("toy.take", 7);
  private final Perform next = work("toy.take", 8);
  private final Ceremony ceremony =
      new Ceremony(
          "toy",
          List.of(),
          Facts.NONE,
          Part.last(
              Section.of("toy.set", items(alone, keys, other)), Section.of("toy.more", next)));
  private final List<Entry> entries = new ArrayList<>();
  private Instant now = NOON;

  SeriesTest() {
    entries.add(
        new Entry.Started(
            now, "T-1", "toy", true, Map.of(), ceremony.agendaHash(), "Keyrite", Bytes.EMPTY));
  }

  private static Item[] items(Perform first, List<Perform> keys, Perform last) {
    List<Item> items = new ArrayList<>(keys);
    items.addFirst(first);
    items.addLast(last);
    return items.toArray(Item[]::new);
  }

  private static Perform work(String key, int number) {
    return new Perform(
        number == 0 ? StepId.of(key) : new StepId(key, number),
        Seat.OPERATOR,
        List.of(),
        Set.of(),
        Set.of(),
        desk -> {},
        Perform.Trait.KEY_BY_KEY);
  }

  private void began(Perform step) {
    entries.add(new Entry.Began(now, step.id()));
  }

  private void done(Perform step, long seconds) {
    now = now.plusSeconds(seconds);
    entries.add(new Entry.Done(now, step.id(), "", Map.of()));
  }

  private void worked(Perform step, long seconds) {
    began(step);
    done(step, seconds);
  }

  private Optional<Series> at(Perform step) {
    return Series.of(CeremonyState.after(ceremony, entries), step);
  }

  private static Optional<Series> series(int at, long seconds) {
    return Optional.of(new Series(at, 4, Optional.of(Duration.ofSeconds(seconds))));
  }

  @Test
  void knowsNothingBeforeAKeyIsThrough() {
    worked(alone, 100);
    assertEquals(Optional.of(new Series(1, 4, Optional.empty())), at(keys.get(0)));
    began(keys.get(0));
    assertEquals(Optional.of(new Series(1, 4, Optional.empty())), at(keys.get(0)));
  }

  @Test
  void goesByTheKeysThatAreThrough() {
    worked(alone, 100);
    worked(keys.get(0), 10);
    assertEquals(series(2, 30), at(keys.get(1)));
    worked(keys.get(1), 20);
    assertEquals(series(3, 30), at(keys.get(2)));
    worked(keys.get(2), 3);
    assertEquals(series(4, 11), at(keys.get(3)));
  }

  @Test
  void leavesOutTheTimeThatPeopleTookBetween() {
    worked(alone, 0);
    worked(keys.get(0), 10);
    now = now.plusSeconds(3600);
    worked(keys.get(1), 10);
    assertEquals(series(3, 20), at(keys.get(2)));
  }

  @Test
  void knowsAfterAResumeWhatItKnewBefore() {
    worked(alone, 0);
    worked(keys.get(0), 10);
    began(keys.get(1));
    now = now.plusSeconds(86_400);
    entries.add(new Entry.Resumed(now, "Keyrite"));
    assertEquals(series(2, 30), at(keys.get(1)));
  }

  @Test
  void doesNotCountTheNightBetweenAStopAndAResumeAsWork() {
    worked(alone, 0);
    worked(keys.get(0), 10);
    began(keys.get(1));
    now = now.plusSeconds(86_400);
    entries.add(new Entry.Resumed(now, "Keyrite"));
    done(keys.get(1), 1);
    assertEquals(series(3, 20), at(keys.get(2)));
  }

  @Test
  void countsTheAttemptThatSucceeded() {
    worked(alone, 0);
    began(keys.get(0));
    now = now.plusSeconds(50);
    entries.add(new Entry.Failed(now, keys.get(0).id(), "PinWrong", List.of()));
    now = now.plusSeconds(50);
    worked(keys.get(0), 2);
    assertEquals(series(2, 6), at(keys.get(1)));
  }

  @Test
  void knowsNothingByAClockThatWasSetBack() {
    worked(alone, 0);
    worked(keys.get(0), -60);
    assertEquals(Optional.of(new Series(2, 4, Optional.empty())), at(keys.get(1)));
  }

  @Test
  void forgetsWhatIsDoneAgain() {
    worked(alone, 0);
    worked(keys.get(0), 10);
    entries.add(new Entry.Redone(now, StepId.of("toy.set"), "changed"));
    worked(alone, 0);
    assertEquals(Optional.of(new Series(1, 4, Optional.empty())), at(keys.get(0)));
  }

  @Test
  void isNoneWhereWorkStandsAlone() {
    assertEquals(Optional.empty(), at(alone));
    assertEquals(Optional.empty(), at(other));
    assertEquals(Optional.empty(), at(next));
  }

  @ParameterizedTest
  @CsvSource({
    "0, less than 1 second left",
    "1, about 1 second left",
    "999, about 1 second left",
    "1001, about 2 seconds left",
    "19000, about 19 seconds left",
    "20001, about 25 seconds left",
    "90000, about 90 seconds left",
    "90001, about 2 minutes left",
    "121000, about 3 minutes left",
    "3600000, about 60 minutes left"
  })
  void isToldCalmly(long millis, String told) {
    Series series = new Series(3, 5, Optional.of(Duration.ofMillis(millis)));
    assertEquals("Key 3 of 5 · " + told, text(Language.ENGLISH, series));
  }

  @Test
  void isToldInGerman() {
    assertEquals("Schlüssel 1 von 2", text(Language.GERMAN, new Series(1, 2, Optional.empty())));
    assertEquals(
        "Schlüssel 3 von 5 · noch etwa 2 Minuten",
        text(Language.GERMAN, new Series(3, 5, Optional.of(Duration.ofSeconds(110)))));
  }

  private static String text(Language language, Series series) {
    return Messages.in(language).text(series.text());
  }
}
