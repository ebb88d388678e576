// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * Somebody in a seat, as the agenda and the record list them, in the language of the page.
 *
 * @param seat the seat
 * @param name the name, empty where a line to write on belongs
 * @param initials the initials, empty where a line to write on belongs
 */
public record Person(String seat, String name, String initials) {}
