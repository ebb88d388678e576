// SPDX-License-Identifier: Apache-2.0
/**
 * Entries kept and told. {@link org.keyrite.wizards.journal.JournalFile} appends them to a file,
 * one line an entry, each line with the hash of the one before; {@link
 * org.keyrite.wizards.journal.JournalCheck} reads such a file back and says where it was changed;
 * {@link org.keyrite.wizards.journal.Transcript} tells the story in a language, {@link
 * org.keyrite.wizards.journal.Told} as text and on paper. Depends on {@code ceremony}, {@code
 * paper}, {@code preflight} and {@code i18n}; the format is in {@code docs/formats/journal.md}.
 */
package org.keyrite.wizards.journal;
