// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import org.keyrite.app.Main;

/** The program as people start it. */
public final class WholeProgram {
  private WholeProgram() {}

  /** Shows its window. */
  public static void main(String[] arguments) {
    FirstWindow.await();
    Main.main(arguments);
  }
}
