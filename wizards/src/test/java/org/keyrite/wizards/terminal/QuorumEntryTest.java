// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

class QuorumEntryTest {
  private static final String CLEARED = "\u001b[H\u001b[2J\u001b[3J";
  private static final String PRIME = "FF:FF:FF:FF:FF:FF:FF:C5\n";

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  /** Somebody at a terminal who types these lines and then closes it. */
  private Dialog typing(String lines) {
    return typing(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private Dialog typing(InputStream lines) {
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    return new Dialog(
        new Screen(out, out, seen, true, true),
        new StreamKeyboard(lines),
        Messages.in(Language.ENGLISH),
        Dialog.Notes.NONE);
  }

  private String shown() {
    return seen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void goesOnWithWhatWasTypedWhenSharesAreTooFew() throws ProblemException {
    try (QuorumShares shares = QuorumEntry.ask(typing(PRIME + "1\n01\n\n2\n02\n\n"), Stops.NEVER)) {
      assertEquals(2, shares.shares().size());
      assertTrue(shown().contains("2 are needed, and 1 were entered"), shown());
      assertTrue(shown().contains("What was entered stays."), shown());
    }
    assertTrue(shown().endsWith(CLEARED), shown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", PRIME, PRIME + "1\n", PRIME + "1\n01\n", PRIME + "1\n01\n:stop\n"})
  void clearsWhatWasTypedInSightWhenSomebodyLeaves(String lines) {
    assertThrows(ProblemException.class, () -> QuorumEntry.ask(typing(lines), Stops.NEVER));
    assertTrue(shown().endsWith(CLEARED), shown());
  }

  @Test
  void clearsWhatWasTypedInSightWhenASignalEndsTheProcess() {
    List<Runnable> watched = new ArrayList<>();
    List<String> afterSignal = new ArrayList<>();
    InputStream lines = new ByteArrayInputStream((PRIME + "1\n").getBytes(StandardCharsets.UTF_8));
    InputStream signal =
        new InputStream() {
          @Override
          public int read() {
            watched.forEach(Runnable::run);
            afterSignal.add(shown());
            return -1;
          }
        };
    Stops stops =
        (status, stop) -> {
          watched.add(stop);
          return watched::clear;
        };
    Dialog dialog = typing(new SequenceInputStream(lines, signal));
    assertThrows(ProblemException.class, () -> QuorumEntry.ask(dialog, stops));
    assertTrue(afterSignal.getFirst().endsWith(CLEARED), shown());
    assertEquals(List.of(), watched);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "256", "1"})
  void refusesANumberBeforeItsValueIsTyped(String id) {
    String lines = PRIME + "1\n01\n" + id + "\n";
    assertThrows(ProblemException.class, () -> QuorumEntry.ask(typing(lines), Stops.NEVER));
    assertEquals(shown().indexOf("Value of share"), shown().lastIndexOf("Value of share"));
  }
}
