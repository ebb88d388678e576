// SPDX-License-Identifier: Apache-2.0
/**
 * What is looked for on every screen of the window, by computing and not by eye: text that is cut
 * off, things that lie on one another, acts out of reach, pale letters, controls that say nothing
 * to a screen reader. Each check takes a scene that is laid out and answers with sentences about
 * what is wrong with it.
 */
package org.keyrite.app.look;
