// SPDX-License-Identifier: Apache-2.0
/**
 * Wrapped keys: what a device gives away of a key, under the key encryption key of its key domain.
 * Begin with {@link org.keyrite.core.wrap.WrappedKeyFile}, the file that sc-hsm-tool and the Smart
 * Card Shell write too; inside is a {@link org.keyrite.core.wrap.KeyBlob}. Who has the DKEK can
 * open it here, without a device: {@link org.keyrite.core.wrap.UnwrappedKey}. The bytes are those
 * of section 6 of the byte reference. May use {@code dkek}, {@code pkcs15}, {@code key}, {@code
 * tlv}, {@code bytes} and {@code problem}.
 */
package org.keyrite.core.wrap;
