// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.SystemProblem;
import org.keyrite.wizards.keyboard.ConsoleKeyboard;
import org.keyrite.wizards.terminal.Keyboard;
import org.keyrite.wizards.terminal.Screen;
import org.keyrite.wizards.terminal.StreamKeyboard;

/**
 * Input and output of this process, without buffers for what is secret: the standard input stream
 * of Java has one and is not used.
 */
final class Terminal {
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;

  private Terminal() {}

  static Screen screen(PrintStream out, PrintStream err) {
    return new Screen(
        out, err, new FileOutputStream(FileDescriptor.out), isTerminal(OUTPUT), isTerminal(ERRORS));
  }

  /** The same where nobody looks whether it is a terminal: shows no secrets and no progress. */
  static Screen plain(PrintStream out, PrintStream err) {
    return new Screen(out, err, new FileOutputStream(FileDescriptor.out), false, false);
  }

  /** A keyboard at which nobody sits. */
  static Keyboard nobody() {
    return new StreamKeyboard(InputStream.nullInputStream());
  }

  static Keyboard keyboard(Map<String, String> environment) {
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    return isTerminal(INPUT)
        ? new StreamKeyboard(in, Terminal::unseen, ConsoleKeyboard.ofSystem(environment))
        : new StreamKeyboard(in);
  }

  /** The console turns the echo off; there is one only where the output is seen too. */
  private static char[] unseen() throws ProblemException {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new SystemProblem.TypedInSight().asException();
    }
    return console.readPassword();
  }

  /** isatty(3); where there is no such function, what the console says for all three. */
  @SuppressWarnings("restricted") // a native call
  private static boolean isTerminal(int descriptor) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> isatty = linker.defaultLookup().find("isatty");
    if (isatty.isEmpty()) {
      return System.console() != null && System.console().isTerminal();
    }
    try {
      return (int)
              linker
                  .downcallHandle(
                      isatty.get(),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                  .invokeExact(descriptor)
          == 1;
    } catch (Throwable e) {
      throw new IllegalStateException("isatty could not be called", e);
    }
  }
}
