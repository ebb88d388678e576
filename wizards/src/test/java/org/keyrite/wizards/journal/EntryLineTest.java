// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.StepId;

class EntryLineTest {
  private static final String ZEROS = "0".repeat(64);

  @Test
  void writesALineThatIsReadableWithoutOurProgram() {
    Entry entry =
        new Entry.Done(
            Instant.parse("2030-01-02T03:04:05Z"),
            new StepId("dkekQuorum.print", 2),
            "Clara \"C\" Müller",
            Map.of("sheet[2].number", "2", "sheet[2].copy", "1"));
    assertEquals(
        "{\"n\":7,\"previous\":\""
            + ZEROS
            + "\",\"entry\":\"Done\",\"at\":\"2030-01-02T03:04:05Z\",\"step\":"
            + "\"dkekQuorum.print[2]\",\"person\":\"Clara \\\"C\\\" Müller\","
            + "\"facts\":{\"sheet[2].copy\":\"1\",\"sheet[2].number\":\"2\"}}",
        new EntryLine(7, JournalCheck.NO_LINE, entry).toText());
  }

  @Test
  void readsEveryKindOfEntryBack() {
    for (int seed = 0; seed < 200; seed++) {
      for (Entry entry : new Entries(seed).oneOfEach()) {
        EntryLine line = new EntryLine(seed + 1, Bytes.of(new byte[32]), entry);
        assertEquals(line, EntryLine.parse(line.toText()));
        assertFalse(line.toText().contains("\n"), "one line");
      }
    }
  }

  @Test
  void knowsEveryKindOfEntry() {
    assertEquals(
        Arrays.stream(Entry.class.getPermittedSubclasses()).collect(Collectors.toSet()),
        new Entries(1).oneOfEach().stream().map(Object::getClass).collect(Collectors.toSet()));
  }

  @Test
  void keepsNoMapThatSomebodyCanChange() {
    Entry.Done entry =
        new Entry.Done(Instant.EPOCH, StepId.of("a.b"), "", new java.util.HashMap<>());
    assertThrows(UnsupportedOperationException.class, () -> entry.facts().put("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"n\":1}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Nothing\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\"}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"yesterday\"}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":true}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\",\"x\":\"\"}",
        "{\"n\":1,\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"n\":1,\"previous\":\"0g\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"n\":1.5,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Began\",\"at\":\"2030-01-02T03:04:05Z\",\"step\":\"a.b[\"}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\"} {}",
        "{\"n\":1,\"previous\":\"00\",\"entry\":\"Aborted\",\"at\":\"2030-01-02T03:04:05Z\""
      })
  void refusesWhatItNeverWrites(String text) {
    assertThrows(IllegalArgumentException.class, () -> EntryLine.parse(text));
  }

  @Test
  void refusesNestedObjectsWhereAMapBelongs() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            EntryLine.parse(
                "{\"n\":1,\"previous\":\"00\",\"entry\":\"Done\",\"at\":\"2030-01-02T03:04:05Z\","
                    + "\"step\":\"a.b\",\"person\":\"\",\"facts\":{\"a\":{}}}"));
  }

  @Test
  void refusesAListWithSomethingElseInIt() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            EntryLine.parse(
                "{\"n\":1,\"previous\":\"00\",\"entry\":\"Failed\",\"at\":\"2030-01-02T03:04:05Z\","
                    + "\"step\":\"a.b\",\"problem\":\"\",\"arguments\":[\"a\",1]}"));
  }

  @Test
  void tellsNothingOfAProblemButItsKeyAndArguments() {
    Entry.Failed failed =
        new Entry.Failed(Instant.EPOCH, StepId.of("a.b"), "problem.X", List.of("1"));
    assertEquals(List.of("1"), failed.arguments());
  }
}
