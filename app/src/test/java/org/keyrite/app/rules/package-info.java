// SPDX-License-Identifier: Apache-2.0
/**
 * Rules of this project that a compiler does not keep, as tests: who may depend on whom, what every
 * source file has, and that every text exists, is used and reads alike in every language.
 *
 * <p>They stand in this module because it sees all others. {@link org.keyrite.app.rules.SourceTree}
 * reads the checkout, {@link org.keyrite.app.rules.KeyFamily} is where keys that are put together
 * at run time are declared.
 */
package org.keyrite.app.rules;
