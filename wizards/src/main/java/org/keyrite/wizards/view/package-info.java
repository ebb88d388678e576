// SPDX-License-Identifier: Apache-2.0
/**
 * The window: one shell that renders the four kinds of step of any ceremony, and the only JavaFX of
 * this module. Nothing here knows a particular ceremony.
 *
 * <p>{@link org.keyrite.wizards.view.Frame} holds the places of every screen; what stands in them
 * is made from the ceremony's data. Secrets are handled in {@code view.secret} alone; theme, words
 * and buttons are in {@code view.look}.
 */
package org.keyrite.wizards.view;
