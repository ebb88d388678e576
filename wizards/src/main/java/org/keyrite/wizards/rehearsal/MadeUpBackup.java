// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.KeyBackup;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;

/**
 * The wrapped keys that made-up people bring to a ceremony which restores them. They were backed up
 * in a rehearsal before it, from a device with the same key encryption key.
 *
 * @param folder where that rehearsal is
 * @param files how many files are asked for; one is the list of all keys, more are keys themselves
 */
public record MadeUpBackup(CeremonyFolder folder, int files) {
  private static final String FOLDER = "keys";
  private static final Fact<String> MANIFEST = Fact.text("manifest.name");
  private static final String FILE = "keyFile.name";

  /** What this ceremony restores, if it does; its folder is {@code ceremonyFolder}. */
  static Optional<MadeUpBackup> of(Ceremony ceremony, Path ceremonyFolder) {
    int files =
        (int)
            Beforehand.asked(ceremony)
                .filter(field ->
                    field.editor() instanceof Editor.OpenFile(Editor.OpenFile.Content content)
                        && content == Editor.OpenFile.Content.WRAPPED_KEYS)
                .count();
    return files == 0
        ? Optional.empty()
        : Optional.of(new MadeUpBackup(new CeremonyFolder(ceremonyFolder.resolve(FOLDER)), files));
  }

  private EarlierCeremony earlier() {
    return new EarlierCeremony(new KeyBackup(), folder);
  }

  private EarlierCeremony.Planned planned(Ceremony restoring) throws ProblemException {
    Map<String, String> decided = EarlierCeremony.decidedLike(restoring);
    decided.put("domain", Integer.toString(EarlierSetUp.domain(restoring).value()));
    return earlier().planned(decided);
  }

  /** How many works it is to make them. */
  int longWorks(Ceremony restoring) throws ProblemException {
    EarlierCeremony.Planned planned = planned(restoring);
    return planned.longWorks()
        + MadeUpKeys.of(planned.ceremony()).map(MadeUpKeys::longWorks).orElse(0);
  }

  /** Makes them. */
  void make(Ceremony restoring, Workplace place, WholeProgress whole) throws ProblemException {
    planned(restoring).hold(place, whole);
  }

  /** The file to bring as number {@code index}, from 1. */
  public Path file(int index) throws ProblemException {
    Facts known = earlier().known();
    return folder.path().resolve(files == 1 ? known.get(MANIFEST) : keyFiles(known).get(index - 1));
  }

  private static List<String> keyFiles(Facts known) {
    Map<Integer, String> names = new TreeMap<>();
    known
        .texts()
        .forEach((name, text) -> {
          Fact<String> fact = Fact.text(name);
          if (fact.family().equals(FILE)) {
            names.put(fact.index(), text);
          }
        });
    return List.copyOf(names.values());
  }
}
