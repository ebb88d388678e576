// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.reader.Readers;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.preflight.Inspection;

/**
 * Everything outside of the command line.
 *
 * @param product program and version, for records and {@code --version}
 * @param language in which people are spoken to unless they choose another
 * @param records where the folders of ceremonies go unless a command says otherwise
 * @param clock tells the time
 * @param random where randomness comes from
 * @param cost how slow share files are to open; standard outside the tests
 * @param catalogue every ceremony that can be planned
 * @param readers where devices are
 * @param inspection looks at the laptop
 * @param keyboard where lines come from
 * @param screen where people read
 * @param stops how somebody ends the process
 * @param window opens the workstation in the language that was asked for, if one was, and tells its
 *     exit status
 */
public record Surroundings(
    String product,
    Language language,
    Path records,
    Clock clock,
    RandomSource random,
    DerivationCost cost,
    List<CeremonyKind> catalogue,
    Readers readers,
    Inspection inspection,
    Keyboard keyboard,
    Screen screen,
    Stops stops,
    ToIntFunction<Optional<Language>> window) {
  /** Keeps its own copy of the catalogue. */
  public Surroundings {
    catalogue = List.copyOf(catalogue);
  }
}
