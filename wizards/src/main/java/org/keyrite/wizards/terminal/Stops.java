// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

/**
 * What is done when somebody ends the process from outside: Ctrl-C, a closed terminal, a request to
 * terminate. What was begun then stays resumable.
 */
@FunctionalInterface
public interface Stops {
  /** Nobody ends this process from outside. */
  Stops NEVER = stop -> () -> {};

  /**
   * Asks for {@code stop} to be run if the process is ended.
   *
   * @return closed as soon as there is nothing left to stop
   */
  Watch watch(Runnable stop);

  /** Ends the watch. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** The signals of the system; the process then ends with {@link ExitStatus#STOPPED}. */
  static Stops ofProcess() {
    return stop -> {
      Thread hook =
          new Thread(
              () -> {
                stop.run();
                // The status of a process that a signal ended would be the signal's.
                Runtime.getRuntime().halt(ExitStatus.STOPPED);
              },
              "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      return () -> {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // The hook is at work already and ends the process.
          return;
        }
      };
    };
  }
}
