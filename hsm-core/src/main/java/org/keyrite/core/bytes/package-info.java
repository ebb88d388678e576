// SPDX-License-Identifier: Apache-2.0
/**
 * Byte values with an owner. {@link org.keyrite.core.bytes.Bytes} is public and compares by
 * content; {@link org.keyrite.core.bytes.Secret} and {@link org.keyrite.core.bytes.Passphrase} have
 * one owner who wipes them. The two kinds are different types, so that a secret cannot end where a
 * public value belongs. Depends on nothing.
 */
package org.keyrite.core.bytes;
