// SPDX-License-Identifier: Apache-2.0
/**
 * How finished sheets leave the program: through a printer queue of the system, or into a folder
 * where the plan allows it.
 *
 * <p>A {@link org.keyrite.wizards.print.PaperSink} takes one document after the other. {@link
 * org.keyrite.wizards.print.PrintQueue} hands each to the system through a pipe, follows the job
 * until it is out and has the queue emptied at the end; {@link org.keyrite.wizards.print.Cups}
 * speaks to the programs of CUPS for it and opens no connection itself. {@link
 * org.keyrite.wizards.print.Queue} says of a queue where its paper comes out.
 *
 * <p>Knows nothing of what stands on the sheets. Read {@link org.keyrite.wizards.print.PrintQueue}
 * first.
 */
package org.keyrite.wizards.print;
