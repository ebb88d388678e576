// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.time.Instant;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Walk;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;
import org.keyrite.wizards.journal.Transcript;
import org.keyrite.wizards.journal.TranscriptText;

/** Runs of which the record is kept in a file, by a clock that goes on by a second each time. */
final class Told {
  private Instant now = Instant.parse("2030-01-02T03:04:05Z");

  /** Leads people to the end; the record is the journal in this folder. */
  CeremonyState run(DeviceStory people, Path folder, boolean practice) throws Exception {
    try (CeremonyRunner runner =
        CeremonyRunner.start(
            people.ceremony(),
            "T-1",
            Bytes.EMPTY,
            JournalFile.create(folder.resolve(JournalFile.NAME)),
            people.room.place(
                () -> {
                  now = now.plusSeconds(1);
                  return now;
                },
                practice),
            Runnable::run)) {
      return new Walk(runner, people).toTheEnd();
    }
  }

  /** The transcript of such a run. */
  String transcript(DeviceStory people, Path folder, Language language) throws Exception {
    run(people, folder, true);
    JournalCheck check = JournalCheck.of(folder.resolve(JournalFile.NAME));
    Messages messages = Messages.in(language);
    return TranscriptText.of(
        Transcript.of(people.ceremony(), check.entries(), check.lastHash(), messages), messages);
  }
}
