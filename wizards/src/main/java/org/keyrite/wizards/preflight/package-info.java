// SPDX-License-Identifier: Apache-2.0

/**
 * The laptop, looked at before a ceremony and after it. Before: whether it is connected to
 * anything, whether memory can reach a disk, whether what the plan needs is there. After: whether
 * something of the ceremony's sheets lies where it does not belong.
 *
 * <p>Everything here looks and nothing here decides. {@link org.keyrite.wizards.preflight.Finding}
 * is what was found, as the journal keeps it; the ceremonies show it and say what it keeps people
 * from. Read {@link org.keyrite.wizards.preflight.Inspection} first. Depends on no other package of
 * the wizards.
 */
package org.keyrite.wizards.preflight;
