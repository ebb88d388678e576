// SPDX-License-Identifier: Apache-2.0
/**
 * The look that all screens share: theme and colours ({@link org.keyrite.wizards.view.look.Theme}),
 * words in the language of the person at the screen ({@link
 * org.keyrite.wizards.view.look.Wording}), seats and buttons. What all of it means is told in
 * {@code docs/look.md}. Depends on texts and JavaFX only.
 */
package org.keyrite.wizards.view.look;
