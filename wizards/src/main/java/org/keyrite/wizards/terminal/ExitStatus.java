// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

/** What a finished command tells whoever started it. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  /** Refused; the sentence is on the error output. */
  public static final int REFUSED = 1;

  /** Not a way to call this program. */
  public static final int USAGE = 2;

  /** Stopped, and can be resumed. */
  public static final int STOPPED = 3;

  private ExitStatus() {}
}
