// SPDX-License-Identifier: Apache-2.0
/**
 * DKEK shares, the files they travel in, and the quorums that guard a file's password.
 *
 * <p>Start with {@link org.keyrite.core.dkek.ShareFile}: 64 bytes that hold a {@link
 * org.keyrite.core.dkek.DkekShare} under a password. {@link org.keyrite.core.dkek.Quorum} splits
 * such a password among custodians and joins it again; what people type comes in through {@link
 * org.keyrite.core.dkek.PasswordShares}. All shares together are the {@link
 * org.keyrite.core.dkek.Dkek}. May depend on bytes, problem, random and work; knows neither cards
 * nor screens. The byte tables are in {@code docs/formats}.
 */
package org.keyrite.core.dkek;
