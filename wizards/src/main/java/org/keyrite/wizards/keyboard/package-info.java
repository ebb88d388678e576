// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of the keyboard at which secrets are typed: a password made on one layout is needed
 * on another one day, and nobody sees what caps lock did to it.
 *
 * <p>Both shells tell {@link org.keyrite.wizards.keyboard.KeyboardSetup} at every secret field. The
 * window learns of caps lock from JavaFX, a terminal from {@link
 * org.keyrite.wizards.keyboard.CapsLockLights}; the layouts come from {@link
 * org.keyrite.wizards.keyboard.SystemLayouts} for both. What the system does not tell is not
 * guessed. Knows nothing of ceremonies.
 */
package org.keyrite.wizards.keyboard;
