// SPDX-License-Identifier: Apache-2.0
/**
 * Key domains: the slots of a device whose keys can move to other devices of the same domain. Begin
 * with {@link org.keyrite.core.keydomain.KeyDomainSlot}, what a device says about one of them. The
 * bytes are those of sections 5.4 and 9 of the byte reference. May use {@code dkek}, {@code tlv},
 * {@code bytes} and {@code problem}.
 */
package org.keyrite.core.keydomain;
