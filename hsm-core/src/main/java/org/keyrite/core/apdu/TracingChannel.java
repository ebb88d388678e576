// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;

/**
 * Tells a listener about every exchange on another channel: headers and lengths, never data. A
 * command that got no answer is told as well.
 */
public final class TracingChannel implements CardChannel {
  private static final int HEADER = 4;

  private final CardChannel inner;
  private final Consumer<Exchange> listener;

  /** Traces this channel. */
  public TracingChannel(CardChannel inner, Consumer<Exchange> listener) {
    this.inner = inner;
    this.listener = listener;
  }

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    // Read before the channel has it: some channels overwrite what they sent.
    Bytes header = Bytes.of(Arrays.copyOf(command, Math.min(HEADER, command.length)));
    int size = command.length;
    byte[] answer = null;
    try {
      answer = inner.transmit(command);
      return answer;
    } finally {
      listener.accept(exchange(header, size, answer));
    }
  }

  private static Exchange exchange(Bytes header, int size, byte[] answer) {
    if (answer == null || answer.length < StatusWord.SIZE) {
      return new Exchange(header, size, 0, Optional.empty());
    }
    int end = answer.length - StatusWord.SIZE;
    StatusWord status = new StatusWord((answer[end] & 0xFF) << 8 | answer[end + 1] & 0xFF);
    return new Exchange(header, size, end, Optional.of(status));
  }
}
