// SPDX-License-Identifier: Apache-2.0
/**
 * Made-up people who go through a ceremony, so that a newcomer sees a whole one within a minute.
 * {@link org.keyrite.wizards.rehearsal.RehearsalDesk} answers every step by what its fields ask
 * for; it knows no ceremony. Sheets are read back from the files that were saved, so a rehearsal
 * takes the way that people take. {@link org.keyrite.wizards.rehearsal.RehearsalSecrets} writes
 * down afterwards what people would keep to themselves: in rehearsals only. Depends on {@code
 * ceremony}, {@code journal} and {@code paper}.
 */
package org.keyrite.wizards.rehearsal;
