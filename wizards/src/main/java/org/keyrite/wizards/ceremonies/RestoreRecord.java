// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.RecordNotOfRestoration;
import org.keyrite.core.problem.FileProblem.RecordOfPractice;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.Replay;

/**
 * What the record of a {@link KeyRestore} or of a {@link XkekMigrate} that came to its end says.
 *
 * @param path of the record
 * @param serial of the device that the keys went into
 * @param day on which it ended, in UTC
 * @param proven the keys that were proven there
 */
record RestoreRecord(Path path, String serial, String day, List<ListedKey> proven) {
  private static final byte[] FIRST_LINE =
      "{\"n\":1,".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Whether a file says that it is a record. */
  static boolean isOne(Bytes content) {
    return content.size() > FIRST_LINE.length
        && content.slice(0, FIRST_LINE.length).equals(Bytes.of(FIRST_LINE));
  }

  /** Reads the record in a file, as {@link #read(Path, Bytes, Practice)} does. */
  static RestoreRecord read(Path path, Practice asking) throws ProblemException {
    return read(path, JournalCheck.content(path), asking);
  }

  /**
   * Reads a record, line by line.
   *
   * @param content what was read from its file
   * @param asking what the ceremony that asks counts for
   * @throws ProblemException {@link RecordNotOfRestoration}; {@link RecordOfPractice} where that
   *     proves nothing; {@code JournalChanged}
   */
  static RestoreRecord read(Path path, Bytes content, Practice asking) throws ProblemException {
    List<Entry> entries = JournalCheck.of(path, content).entries();
    if (entries.isEmpty()
        || !(entries.getFirst() instanceof Entry.Started started)
        || !Arrival.OF.containsKey(started.kind())
        || !(entries.getLast() instanceof Entry.Finished finished)) {
      throw new RecordNotOfRestoration(path.toString()).asException();
    }
    if (!Practice.of(entries).provesIn(asking)) {
      throw new RecordOfPractice(path.toString()).asException();
    }
    Arrival arrival = Arrival.OF.get(started.kind());
    Replay replay = new Replay(path);
    Facts facts = replay.of(replay.planned(arrival.kind(), started), entries).facts();
    Optional<String> serial = facts.find(DeviceFacts.serial(arrival.device()));
    if (serial.isEmpty()) {
      // A visit in which keys only left.
      throw new RecordNotOfRestoration(path.toString()).asException();
    }
    return new RestoreRecord(
        path,
        serial.get(),
        finished.at().toString().substring(0, KeyCopies.DAY),
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
