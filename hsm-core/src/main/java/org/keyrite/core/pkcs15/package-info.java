// SPDX-License-Identifier: Apache-2.0
/**
 * What objects on a device are called, as PKCS #15 writes it (byte reference, section 2.7): {@link
 * org.keyrite.core.pkcs15.TokenInfo}, the label of the device; {@link
 * org.keyrite.core.pkcs15.KeyDescription}, what a key is called and for, without which programs do
 * not see it; {@link org.keyrite.core.pkcs15.KeyCertificate}, what stands beside a key; and {@link
 * org.keyrite.core.pkcs15.SignedFile}, certificates and requests as they travel. May use {@code
 * cvc}, {@code key}, {@code tlv}, {@code bytes} and {@code problem}.
 */
package org.keyrite.core.pkcs15;
