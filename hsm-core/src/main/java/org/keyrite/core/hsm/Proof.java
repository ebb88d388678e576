// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Algorithm;

/**
 * What a key answered to a challenge. All of it is public and fit for the record.
 *
 * @param algorithm by which
 * @param challenge what it was given: the message that was signed, the block that was decrypted or
 *     authenticated, the point of the other side
 * @param answer the signature, or the answer of a secret key; empty where the answer was compared
 *     here and shows nothing afterwards
 */
public record Proof(Algorithm algorithm, Bytes challenge, Bytes answer) {}
