// SPDX-License-Identifier: Apache-2.0
/**
 * The devices of this machine as a ceremony sees them: by serial and certificate, wherever they are
 * plugged in. {@link org.keyrite.wizards.device.Devices} finds the one that is meant and refuses
 * another ({@code DEVICE-MATCH}), uses each on a thread of its reader's own, and keeps no session
 * open between the steps of a ceremony: what a device knows is asked when it is needed.
 */
package org.keyrite.wizards.device;
