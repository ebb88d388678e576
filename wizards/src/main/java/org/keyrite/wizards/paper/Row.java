// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * A fact on a page: what it is called and what it is, both already in the language of the page.
 *
 * @param label what it is called
 * @param value what it is
 */
public record Row(String label, String value) {}
