// SPDX-License-Identifier: Apache-2.0
/**
 * What a key on a device is: {@link org.keyrite.core.key.KeySpec} says its kind and size, {@link
 * org.keyrite.core.key.AllowedAlgorithms} what it may be used for, {@link
 * org.keyrite.core.key.PublicKey} checks what it signed. Curves and algorithm numbers are those of
 * the byte reference, section 7. No private key is ever here. May use {@code tlv}, {@code bytes}
 * and {@code problem}.
 */
package org.keyrite.core.key;
