// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * The other page that terminals have, without scroll-back (xterm's alternate screen). What is
 * secret stands on it and nowhere else; it is wiped when it is left, and with it, for terminals
 * that have one page only, the first one. Left by whoever entered it, or by whoever ends the
 * process meanwhile; safe to use from both.
 */
public final class PrivatePage {
  /** Cursor home, screen cleared, scroll-back cleared (ECMA-48 and xterm). */
  static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

  private static final String ENTER = "\u001b[?1049h" + CLEAR;
  private static final String LEAVE = CLEAR + "\u001b[?1049l" + CLEAR;

  private final PrintStream out;
  private final OutputStream direct;
  private boolean open;
  private boolean ended;

  /**
   * The other page of a terminal.
   *
   * @param direct the same place as {@code out} without a buffer in between
   */
  PrivatePage(PrintStream out, OutputStream direct) {
    this.out = out;
    this.direct = direct;
  }

  /** Turns to it, once. */
  synchronized void enter() {
    if (!open && !ended) {
      open = true;
      print(ENTER);
    }
  }

  /** Writes on it, if it is turned to. */
  synchronized void write(byte[] text) {
    if (open) {
      try {
        direct.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Wipes it and turns back. */
  synchronized void leave() {
    if (open) {
      open = false;
      print(LEAVE);
    }
  }

  /** Wipes it and turns back for good: from now on nothing is written there. */
  synchronized void end() {
    ended = true;
    leave();
  }

  private void print(String code) {
    out.print(code);
    out.flush();
  }
}
