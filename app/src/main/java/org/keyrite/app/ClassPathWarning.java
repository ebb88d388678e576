// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.logging.Logger;

/**
 * JavaFX warns when it is not a module. From the sources it is not (decision 5), and whoever reads
 * the terminal could not do anything about it.
 */
final class ClassPathWarning {
  /** Where it comes from; nothing else is said there. */
  private static final String SOURCE = "com.sun.javafx.application.PlatformImpl.startup";

  /** Held here, since the JDK forgets a logger, with its filter, that nobody holds. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private ClassPathWarning() {}

  /** Keeps this one warning off the terminal; all others come through. */
  static void drop() {
    JAVAFX.setFilter(
        entry -> !SOURCE.equals(entry.getSourceClassName() + "." + entry.getSourceMethodName()));
  }
}
