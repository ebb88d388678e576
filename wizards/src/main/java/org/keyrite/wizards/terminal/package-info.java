// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: one class a subcommand, and a shell that leads people through a ceremony in a
 * terminal.
 *
 * <p>{@link org.keyrite.wizards.terminal.KeyriteCommand} is where arguments come in and an exit
 * status comes out; it is handed everything outside of it as {@link
 * org.keyrite.wizards.terminal.Surroundings}, so that a test runs it like a user does. {@link
 * org.keyrite.wizards.terminal.TerminalShell} asks, shows and hides. Secrets are read into arrays
 * and written past every buffer of this program, and are never shown where the output is not a
 * terminal. Depends on everything in this module but {@code view}; nothing depends on it but the
 * entry point.
 */
package org.keyrite.wizards.terminal;
