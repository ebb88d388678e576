// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalFile;

class StickTest {
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private Bytes record(String note) throws ProblemException {
    try (JournalFile journal = JournalFile.create(folder.resolve(JournalFile.NAME))) {
      Map<String, String> plan = Map.of(EnrolPlan.VISIT.name(), EnrolPlan.Visit.EXPORT.word());
      journal.append(
          new Entry.Started(NOW, "T-1", DeviceEnrol.ID, false, plan, Bytes.EMPTY, "", Bytes.EMPTY));
      journal.append(new Entry.Noted(NOW, "Otto", note));
      return journal.lastHash();
    }
  }

  @Test
  void theRecordOfALongVisitIsCited() throws Exception {
    Bytes hash = record("x".repeat(3 * MIB));
    assertEquals("T-1 " + hash.toHex(), new Stick(folder).records(EnrolPlan.Visit.EXPORT));
  }

  @Test
  void aRecordLargerThanAnyIsNotReadToItsEnd() throws Exception {
    record("short");
    Path file = folder.resolve(JournalFile.NAME);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(65L * MIB);
    }
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> new Stick(folder).records(EnrolPlan.Visit.EXPORT));
    assertEquals(new FileProblem.JournalTooLarge(file.toString(), 64), refused.problem());
  }
}
