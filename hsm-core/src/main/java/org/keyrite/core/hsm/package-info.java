// SPDX-License-Identifier: Apache-2.0
/**
 * The client of a device: {@link org.keyrite.core.hsm.SmartCardHsm} sends commands over any {@code
 * CardChannel}, {@link org.keyrite.core.hsm.DeviceInfo} is which device it is and what it can do.
 * Nothing is kept here that the device knows better: whether it is unlocked, how many tries are
 * left, which shares are missing is asked when it is needed. Groups of devices: {@link
 * org.keyrite.core.hsm.GroupSigner} issues memberships, {@link org.keyrite.core.hsm.GroupMember}
 * joins by one. May use {@code command}, {@code apdu}, {@code random} and all formats.
 */
package org.keyrite.core.hsm;
