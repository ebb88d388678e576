// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What is searched for when a ceremony ends.
 *
 * @param canary a text that stands in every sheet and is not secret: where it lies, a sheet lies
 * @param since when the ceremony began: what was not touched since holds nothing of it
 * @param folder where the ceremony is kept; what belongs to it is not residue
 */
public record Search(String canary, Instant since, Path folder) {
  /** Names the folder from the root of all files, as a search comes upon it. */
  public Search {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * What is searched for in files: the canary, and where sheets are saved, as a list of recent
   * files or a preview names it.
   */
  List<String> canaries() {
    Path sheets = folder.resolve("sheets");
    return List.of(canary, sheets + "/", sheets.toUri().getRawPath() + "/");
  }
}
