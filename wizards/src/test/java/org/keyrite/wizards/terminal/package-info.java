// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the command line as a user does, in this process: arguments and typed lines go in, an exit
 * status and printed lines come out. Start with {@link org.keyrite.wizards.terminal.Session}.
 */
package org.keyrite.wizards.terminal;
