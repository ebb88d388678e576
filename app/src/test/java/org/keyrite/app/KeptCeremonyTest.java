// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalFile;

class KeptCeremonyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path records;

  private Path keep(String folder, Instant begun, Entry... more) throws Exception {
    Path file = Files.createDirectory(records.resolve(folder)).resolve(JournalFile.NAME);
    try (JournalFile journal = JournalFile.create(file)) {
      journal.append(
          new Entry.Started(
              begun,
              folder,
              "dkek-quorum",
              true,
              Map.of("name", "Vault"),
              Bytes.EMPTY,
              "Keyrite",
              Bytes.EMPTY));
      for (Entry entry : more) {
        journal.append(entry);
      }
    }
    return file;
  }

  @Test
  void thereIsNoneWhereThereAreNoRecords() {
    assertEquals(List.of(), KeptCeremony.in(records.resolve("none")));
  }

  @Test
  void theLatestComesFirst() throws Exception {
    keep("older", NOON);
    keep("newer", NOON.plusSeconds(60));
    Files.createDirectory(records.resolve("something else"));
    List<KeptCeremony> kept = KeptCeremony.in(records);
    assertEquals(
        List.of("newer", "older"),
        kept.stream().map(k -> k.folder().path().getFileName().toString()).toList());
    assertEquals("Vault", kept.getFirst().name());
    assertFalse(kept.getFirst().over());
  }

  @Test
  void aCeremonyThatEndedIsOver() throws Exception {
    keep("given up", NOON, new Entry.Aborting(NOON, "no paper"), new Entry.Aborted(NOON));
    assertTrue(KeptCeremony.in(records).getFirst().over());
  }

  @Test
  void aJournalThatWasChangedSaysSo() throws Exception {
    Path file = keep("changed", NOON, new Entry.Noted(NOON, "Alex", "all is well"));
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace("all is well", "all is good"), StandardCharsets.UTF_8);
    KeptCeremony kept = KeptCeremony.in(records).getFirst();
    assertInstanceOf(CeremonyProblem.JournalChanged.class, kept.problem().orElseThrow());
  }
}
