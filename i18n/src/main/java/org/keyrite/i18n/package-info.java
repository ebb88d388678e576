// SPDX-License-Identifier: Apache-2.0
/**
 * Every text that a person reads, and nothing else: no logic, no formatting of domain values.
 *
 * <p>The rest of the program holds {@link org.keyrite.i18n.Message}s, a key and its arguments. Only
 * a shell (window, terminal, paper) turns one into words, through a {@link
 * org.keyrite.i18n.Messages} that it was given. The texts lie in one folder a language, one file an
 * area; see {@link org.keyrite.i18n.Language}. Depends on nothing.
 */
package org.keyrite.i18n;
