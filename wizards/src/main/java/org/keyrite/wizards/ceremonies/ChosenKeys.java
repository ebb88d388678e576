// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.paper.SheetReader;

/**
 * The wrapped keys that people chose to restore: from manifests, from single files and from scans
 * of paper.
 *
 * @param files how many files people choose
 */
record ChosenKeys(int files) {

  /** Reads what was chosen; keys from paper become files of the ceremony. */
  List<KeySource.Seen> read(Desk desk) throws ProblemException {
    List<Path> found = new ArrayList<>();
    List<Path> scans = new ArrayList<>();
    for (Path path : chosen(desk)) {
      (SheetReader.isScan(path) ? scans : found).add(path);
    }
    found.addAll(new KeyPaper(desk.place().folder()).files(scans));
    return KeySource.read(found).stream().map(KeySource::seen).toList();
  }

  private List<Path> chosen(Desk desk) {
    List<Path> chosen = new ArrayList<>();
    for (int i = 1; i <= files; i++) {
      chosen.add(Path.of(desk.get(KeyRestoreSteps.path(i)).strip()));
    }
    return chosen;
  }

  /**
   * The same keys as before. Scans are not read again: what was on them is in files since.
   *
   * @throws ProblemException {@code KeyFileChanged} where something changed
   */
  List<KeySource> again(Desk desk) throws ProblemException {
    List<KeySource.Seen> seen = desk.get(KeyRestoreSteps.SOURCES);
    List<KeySource> now = now(desk, seen);
    for (int i = 0; i < seen.size(); i++) {
      if (i >= now.size() || !now.get(i).seen().equals(seen.get(i))) {
        throw new FileProblem.KeyFileChanged(seen.get(i).path()).asException();
      }
    }
    return now.subList(0, seen.size());
  }

  private List<KeySource> now(Desk desk, List<KeySource.Seen> seen) throws ProblemException {
    KeyPaper paper = new KeyPaper(desk.place().folder());
    List<Path> ours = seen.stream().map(one -> Path.of(one.path())).filter(paper::isOurs).toList();
    List<Path> now = new ArrayList<>();
    for (Path path : chosen(desk)) {
      // A scan may be gone by now; if it was another file, its keys are missed.
      boolean isScan = Files.exists(path) ? SheetReader.isScan(path) : !ours.isEmpty();
      if (!isScan) {
        now.add(path);
      }
    }
    now.addAll(ours);
    return KeySource.read(now);
  }
}
