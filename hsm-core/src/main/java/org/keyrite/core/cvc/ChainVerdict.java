// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

/**
 * What a device's certificates are worth.
 *
 * @param origin where they say the device comes from
 * @param top the name at which they end: a known root, or the first issuer that is not there
 * @param outdated whether one of them is not good on the day that was asked about; common on old
 *     genuine devices and no reason to refuse them (byte reference, section 8.4 [inf])
 */
public record ChainVerdict(Origin origin, HolderReference top, boolean outdated) {}
