// SPDX-License-Identifier: Apache-2.0
/**
 * Key domains: the slots of a device whose keys can move to other devices of the same domain. Begin
 * with {@link org.keyrite.core.keydomain.KeyDomainSlot}, what a device says about one of them, and
 * {@link org.keyrite.core.keydomain.Membership}, the group signer's word that a device belongs to
 * the group that {@link org.keyrite.core.keydomain.KeyDomainUid} names. The bytes are those of
 * sections 5.4, 9 and 10 of the byte reference. May use {@code cvc}, {@code dkek}, {@code key},
 * {@code tlv}, {@code bytes} and {@code problem}.
 */
package org.keyrite.core.keydomain;
