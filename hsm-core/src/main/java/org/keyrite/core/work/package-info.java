// SPDX-License-Identifier: Apache-2.0
/**
 * Long work as its callers see it: {@link org.keyrite.core.work.Progress} goes in, tells how far
 * the work is and stops it between two slices; {@link org.keyrite.core.work.TimeLeft} turns the
 * numbers into a duration to show. Depends on nothing.
 */
package org.keyrite.core.work;
