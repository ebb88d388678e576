// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Path;
import java.time.Instant;

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
}
