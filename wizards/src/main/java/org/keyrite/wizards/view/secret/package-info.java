// SPDX-License-Identifier: Apache-2.0
/**
 * Everything on screen that touches a secret, and nothing else. Secrets are typed into arrays that
 * these controls own and wipe ({@link org.keyrite.wizards.view.secret.SecretField}, {@link
 * org.keyrite.wizards.view.secret.CheckedLines}), are given away once, and are shown as outlines,
 * never as text, while a key is held ({@link org.keyrite.wizards.view.secret.HeldSecret}). No
 * secret sits in a property, a string of more than one character, or an accessible text.
 */
package org.keyrite.wizards.view.secret;
