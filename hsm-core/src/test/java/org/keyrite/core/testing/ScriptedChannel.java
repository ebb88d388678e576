// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;

/**
 * A channel that expects exactly these commands in this order and gives these answers. It keeps the
 * arrays themselves, so that a test can see whether they were wiped.
 */
public final class ScriptedChannel implements CardChannel {
  private final Queue<Exchange> script = new ArrayDeque<>();
  private final List<byte[]> arrays = new ArrayList<>();

  private sealed interface Exchange {
    Bytes command();
  }

  private record Answered(Bytes command, Bytes answer) implements Exchange {}

  private record Refused(Bytes command, Problem problem) implements Exchange {}

  /** Expects this command, in hex with spaces, and gives this answer. */
  public ScriptedChannel then(String command, String answer) {
    script.add(new Answered(hex(command), hex(answer)));
    return this;
  }

  /** Expects this command and refuses it. */
  public ScriptedChannel then(String command, Problem problem) {
    script.add(new Refused(hex(command), problem));
    return this;
  }

  private static Bytes hex(String text) {
    return Bytes.fromHex(text.replace(" ", ""));
  }

  @Override
  public byte[] transmit(byte[] command) throws ProblemException {
    arrays.add(command);
    assertFalse(script.isEmpty(), () -> "one command too many: " + Bytes.of(command));
    Exchange next = script.remove();
    assertEquals(next.command(), Bytes.of(command));
    return switch (next) {
      case Answered(Bytes sent, Bytes answer) -> {
        byte[] given = answer.toByteArray();
        arrays.add(given);
        yield given;
      }
      case Refused(Bytes sent, Problem problem) -> throw problem.asException();
    };
  }

  /** Nothing that was expected is left. */
  public void assertFinished() {
    assertEquals(List.of(), List.copyOf(script));
  }

  /** Every array that went through, commands and answers. */
  public List<byte[]> arrays() {
    return arrays;
  }
}
