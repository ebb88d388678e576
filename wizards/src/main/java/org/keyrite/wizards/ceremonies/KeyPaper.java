// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.paper.KeyCode;
import org.keyrite.wizards.paper.KeyPages;
import org.keyrite.wizards.paper.SheetReader;

/**
 * Wrapped keys that come from paper: they are files again, in the folder of a ceremony, named after
 * their sheets.
 *
 * @param folder the ceremony's folder
 */
record KeyPaper(Path folder) {
  private static final String BEGIN = "paper-";

  /**
   * Reads scans, in any order, of any number of sheets, and writes the files that were on them.
   *
   * @throws ProblemException {@code KeySheetIncomplete}, {@code KeyPagesMixed}, {@code
   *     KeySheetBroken}, {@code CodeOfNoKey}, {@code NoCodeFound}, and what reading refuses
   */
  List<Path> files(List<Path> scans) throws ProblemException {
    if (scans.isEmpty()) {
      return List.of();
    }
    SheetReader reader = new SheetReader();
    List<KeyCode> codes = new ArrayList<>();
    for (Path scan : scans) {
      codes.addAll(reader.keys(scan));
    }
    KeyFolder files = new KeyFolder(folder);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, Bytes> file : KeyPages.of(codes).files().entrySet()) {
      String name = BEGIN + file.getKey() + KeyFileNames.ENDING;
      // The name is made of the content, so what is there already is the same.
      files.write(name, file.getValue(), files.has(name));
      written.add(folder.resolve(name));
    }
    return written;
  }

  /** Whether a file is one of these. */
  boolean isOurs(Path file) {
    return folder.equals(file.getParent()) && file.getFileName().toString().startsWith(BEGIN);
  }
}
