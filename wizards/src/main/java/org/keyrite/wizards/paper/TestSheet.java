// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * A page that shows what a printer makes of frames, letters and codes before anything secret goes
 * to it.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param queue the queue that prints it
 */
public record TestSheet(SheetFrame frame, String queue) implements Sheet {}
