// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.util.Optional;
import org.keyrite.core.bytes.Bytes;

/**
 * What a trace may tell of one command and its answer: nothing that could be secret.
 *
 * @param header CLA INS P1 P2
 * @param commandSize bytes of the whole command
 * @param answerSize bytes of the answer's data
 * @param status how the card took it; nothing if no answer came
 */
public record Exchange(
    Bytes header, int commandSize, int answerSize, Optional<StatusWord> status) {}
