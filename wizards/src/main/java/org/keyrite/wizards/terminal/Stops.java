// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

/**
 * What is done when somebody ends the process from outside: Ctrl-C, a closed terminal, a request to
 * terminate. A ceremony that was begun then stays resumable.
 */
@FunctionalInterface
public interface Stops {
  /** Nobody ends this process from outside. */
  Stops NEVER = (status, stop) -> () -> {};

  /**
   * Asks for {@code stop} to be run if the process is ended.
   *
   * @param status what the process then tells whoever started it: an {@link ExitStatus}
   * @param stop what is done before
   * @return closed as soon as there is nothing left to stop
   */
  Watch watch(int status, Runnable stop);

  /** Ends the watch. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** The signals of the system. */
  static Stops ofProcess() {
    return (status, stop) -> {
      Thread hook =
          new Thread(
              () -> {
                stop.run();
                // The status of a process that a signal ended would be the signal's.
                Runtime.getRuntime().halt(status);
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
