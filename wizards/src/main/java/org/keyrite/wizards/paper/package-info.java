// SPDX-License-Identifier: Apache-2.0
/**
 * What lands on paper and how it is read back.
 *
 * <p>Two halves. The first is text that survives people: a {@link
 * org.keyrite.wizards.paper.SheetPayload} becomes a {@link org.keyrite.wizards.paper.CheckedText},
 * whose lines find a wrong character while they are typed, and the same content as a QR code;
 * {@link org.keyrite.wizards.paper.CheckedTextReader} and {@link
 * org.keyrite.wizards.paper.SheetReader} bring it back. The second is pages: a {@link
 * org.keyrite.wizards.paper.Sheet} says what stands on one, {@link
 * org.keyrite.wizards.paper.SheetPdf} draws it, and whoever asked for it prints or saves it.
 *
 * <p>Knows nothing of ceremonies and nothing of JavaFX; it may use AWT to read pictures. Everything
 * secret is wiped by its owner; {@code docs/formats/checked-text.md} describes the bytes. Read
 * {@link org.keyrite.wizards.paper.CheckedText} first.
 */
package org.keyrite.wizards.paper;
