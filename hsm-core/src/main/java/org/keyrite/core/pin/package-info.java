// SPDX-License-Identifier: Apache-2.0
/**
 * The two PINs of a device as secrets with rules: {@link org.keyrite.core.pin.UserPin} unlocks it,
 * {@link org.keyrite.core.pin.SoPin} initialises and unblocks it. Both are checked before a device
 * sees them, since a try that cannot succeed still costs one. May use {@code bytes} and {@code
 * problem}.
 */
package org.keyrite.core.pin;
