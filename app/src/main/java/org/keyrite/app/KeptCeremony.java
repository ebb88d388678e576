// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * A ceremony whose journal lies among the records of this machine.
 *
 * @param folder where it is kept
 * @param name what its plan calls it, else the name of the folder
 * @param kind its id in the catalogue, empty where the journal does not tell
 * @param last when its last entry was made
 * @param practice whether it protects nothing
 * @param over whether nothing can be added to it
 * @param problem what is wrong with its journal, if anything
 */
record KeptCeremony(
    CeremonyFolder folder,
    String name,
    String kind,
    Instant last,
    boolean practice,
    boolean over,
    Optional<Problem> problem) {

  /** All ceremonies in this folder of records, the latest first. */
  static List<KeptCeremony> in(Path records) {
    if (!Files.isDirectory(records)) {
      return List.of();
    }
    List<KeptCeremony> kept = new ArrayList<>();
    try (Stream<Path> folders = Files.list(records)) {
      folders
          .map(CeremonyFolder::new)
          .filter(folder -> Files.isRegularFile(folder.journal()))
          .forEach(folder -> kept.add(read(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kept.sort(Comparator.comparing(KeptCeremony::last).reversed());
    return List.copyOf(kept);
  }

  private static KeptCeremony read(CeremonyFolder folder) {
    String folderName = folder.path().getFileName().toString();
    try {
      List<Entry> entries = JournalCheck.of(folder.journal()).entries();
      if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Started started)) {
        return new KeptCeremony(
            folder, folderName, "", Instant.EPOCH, false, true, Optional.empty());
      }
      Entry last = entries.getLast();
      return new KeptCeremony(
          folder,
          started.plan().getOrDefault("name", folderName),
          started.kind(),
          last.at(),
          Practice.of(entries).isPractice(),
          last instanceof Entry.Finished || last instanceof Entry.Aborted,
          Optional.empty());
    } catch (ProblemException e) {
      return new KeptCeremony(
          folder, folderName, "", Instant.EPOCH, false, false, Optional.of(e.problem()));
    }
  }
}
