// SPDX-License-Identifier: Apache-2.0
/**
 * The ceremonies themselves, one class each, named after its id in the catalogue: the fields of its
 * plan, what is checked beforehand, and the list of its steps. Start with {@link
 * org.keyrite.wizards.ceremonies.DkekQuorum}: its {@code ceremony()} is the program. What several
 * ceremonies begin and end with is in {@code Opening} and {@code Closing}. Depends on {@code
 * ceremony}, {@code paper} and the core; no shell is known here.
 */
package org.keyrite.wizards.ceremonies;
