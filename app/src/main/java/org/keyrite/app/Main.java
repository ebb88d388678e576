// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keyrite.core.problem.SystemProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;

/**
 * Starts Keyrite: without arguments the window, otherwise the command line.
 *
 * <p>Exit status: {@value #DONE} done, {@value #REFUSED} refused, {@value #USAGE} not a way to
 * start it, 3 stopped and resumable.
 */
public final class Main {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;

  private final Messages messages;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Main(Messages messages, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.messages = messages;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Runs and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Messages messages = Messages.in(Language.closestTo(Locale.getDefault()));
    Main main = new Main(messages, System.getenv(), System.out, System.err);
    System.exit(main.start(ClosedJvm.openings(), List.of(arguments)));
  }

  /** Runs in a process with these openings (see {@link ClosedJvm}); returns the exit status. */
  int start(List<String> openings, List<String> arguments) {
    if (!openings.isEmpty()) {
      return refuse(new SystemProblem.JvmOpen(String.join(" ", openings)));
    }
    ClosedJvm.closeFromInside();
    if (arguments.equals(List.of("--version"))) {
      out.println(messages.text("terminal.version", Version.current().text()));
      return DONE;
    }
    return arguments.isEmpty() ? window() : commandLine(arguments);
  }

  private int window() {
    if (!hasDisplay()) {
      err.println(messages.text("terminal.noDisplay"));
      return USAGE;
    }
    return commandLine(List.of());
  }

  /** A window on Linux needs an X display, which a Wayland session offers too. */
  private boolean hasDisplay() {
    return !System.getProperty("os.name").equals("Linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty();
  }

  private int commandLine(List<String> arguments) {
    err.println(messages.text("terminal.notACommand", String.join(" ", arguments)));
    return USAGE;
  }

  private int refuse(SystemProblem problem) {
    Object[] arguments = problem.arguments().toArray();
    err.println(messages.text(problem.key() + ".what", arguments));
    err.println(messages.text(problem.key() + ".next", arguments));
    return REFUSED;
  }
}
