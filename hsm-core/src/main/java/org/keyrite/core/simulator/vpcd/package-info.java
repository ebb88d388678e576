// SPDX-License-Identifier: Apache-2.0
/**
 * Plugs a {@link org.keyrite.core.simulator.Card} into PC/SC through the virtual reader of the
 * vsmartcard project (vpcd), so that other people's programs meet it like any card. Start with
 * {@link org.keyrite.core.simulator.vpcd.VirtualReaders}. Knows cards only, nothing of a
 * SmartCard-HSM.
 */
package org.keyrite.core.simulator.vpcd;
