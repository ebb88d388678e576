// SPDX-License-Identifier: Apache-2.0
/**
 * What objects on a device are called, as PKCS #15 writes it (byte reference, section 2.7): so far
 * {@link org.keyrite.core.pkcs15.TokenInfo}, the label of the device. May use {@code tlv}, {@code
 * bytes} and {@code problem}.
 */
package org.keyrite.core.pkcs15;
