// SPDX-License-Identifier: Apache-2.0
/**
 * The guide inside the program. Its pages are the files of {@code docs/guide}, packed as they are:
 * {@link org.keyrite.app.guide.Markdown} reads the part of Markdown that they use, {@link
 * org.keyrite.app.guide.Guide} knows which there are, {@link org.keyrite.app.guide.GuideView} shows
 * them. Depends on {@code i18n} and {@code wizards.view}. Begin with {@code Markdown}.
 */
package org.keyrite.app.guide;
