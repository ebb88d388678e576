// SPDX-License-Identifier: Apache-2.0
/**
 * Where secret bytes come from. Code that needs some asks a {@link
 * org.keyrite.core.random.RandomSource}; in a ceremony that is a {@link
 * org.keyrite.core.random.CombinedRandom} over every source there is, whose names go in the record.
 * May depend on bytes and problem.
 */
package org.keyrite.core.random;
