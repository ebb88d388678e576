// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyrite.core.problem.FileProblem.RecordNotOfRestoration;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * What the record of a {@link KeyRestore} or of a {@link XkekMigrate} that came to its end says.
 *
 * @param path of the record
 * @param serial of the device that the keys went into
 * @param day on which it ended, in UTC
 * @param proven the keys that were proven there
 */
record RestoreRecord(Path path, String serial, String day, List<ListedKey> proven) {
  /** The ids of the ceremonies of which such a record is. */
  static Set<String> kinds() {
    return Arrival.OF.keySet();
  }

  /** Reads the record in a file, as {@link FinishedRecord#read} does. */
  static RestoreRecord read(Path path, Practice asking) throws ProblemException {
    return of(FinishedRecord.read(path, JournalCheck.content(path), kinds(), asking));
  }

  /**
   * Reads what a record says.
   *
   * @throws ProblemException {@link RecordNotOfRestoration} if no keys came in it; {@code
   *     JournalChanged}
   */
  static RestoreRecord of(FinishedRecord record) throws ProblemException {
    Arrival arrival = Arrival.OF.get(record.started().kind());
    Facts facts = record.facts(arrival.kind());
    Optional<String> serial = facts.find(DeviceFacts.serial(arrival.device()));
    if (serial.isEmpty()) {
      // A visit in which keys only left.
      throw new RecordNotOfRestoration(record.path().toString()).asException();
    }
    return new RestoreRecord(
        record.path(),
        serial.get(),
        record.finished().at().toString().substring(0, KeyCopies.DAY),
        facts.find(arrival.keys()).orElse(List.of()).stream()
            .filter(key -> key.state().equals(RestoredProof.PROVEN))
            .toList());
  }

  /**
   * Where a ceremony says which keys came to which device.
   *
   * @param kind the ceremony
   * @param device the number of the device
   * @param keys what became of them
   */
  private record Arrival(CeremonyKind kind, int device, Fact<List<ListedKey>> keys) {
    private static final Map<String, Arrival> OF =
        Map.of(
            KeyRestore.ID,
            new Arrival(new KeyRestore(), KeyAccess.D, KeyRestoreSteps.DONE),
            XkekMigrate.ID,
            new Arrival(new XkekMigrate(), MigrateFacts.TARGET, MigrateFacts.MOVED));
  }
}
