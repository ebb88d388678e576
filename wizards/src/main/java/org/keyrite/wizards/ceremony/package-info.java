// SPDX-License-Identifier: Apache-2.0
/**
 * What a ceremony is, and the engine that runs one. Headless: no window, no terminal, no files.
 *
 * <p>A validated {@link org.keyrite.wizards.ceremony.Plan} expands to a {@link
 * org.keyrite.wizards.ceremony.Ceremony}: sections of {@link org.keyrite.wizards.ceremony.Step}s of
 * four kinds, with everything that they need and yield declared. Running it appends {@link
 * org.keyrite.wizards.ceremony.Entry}s to a {@link org.keyrite.wizards.ceremony.Journal}; {@link
 * org.keyrite.wizards.ceremony.CeremonyState} is the fold of the entries, so the journal is the
 * transcript and the point to resume from. {@link org.keyrite.wizards.ceremony.CeremonyRunner}
 * turns the acts of a shell into entries and owns the secrets.
 *
 * <p>Read {@code Step} first, then {@code CeremonyState}. Depends on {@code core.bytes}, {@code
 * core.problem}, {@code core.work}, {@code core.random} and {@code core.dkek.DerivationCost}; no
 * ceremony, no sheet and no shell is known here.
 */
package org.keyrite.wizards.ceremony;
