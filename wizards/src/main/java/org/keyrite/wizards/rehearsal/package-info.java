// SPDX-License-Identifier: Apache-2.0
/**
 * Made-up people who go through a ceremony, so that a newcomer sees a whole one within a minute.
 * {@link org.keyrite.wizards.rehearsal.RehearsalDesk} answers every step by what its fields ask
 * for; it knows no ceremony. Sheets are read back from the files that were saved, so a rehearsal
 * takes the way that people take. {@link org.keyrite.wizards.rehearsal.PretendDevices} are what
 * they put in, {@link org.keyrite.wizards.rehearsal.Beforehand} is what they bring and what is on
 * their devices, which the steps declare. {@link org.keyrite.wizards.rehearsal.RehearsalSecrets}
 * writes down afterwards what people would keep to themselves: in rehearsals only. Depends on
 * {@code ceremony}, {@code ceremonies}, {@code device}, {@code journal} and {@code paper}; nobody
 * else knows {@code core.practice}.
 */
package org.keyrite.wizards.rehearsal;
