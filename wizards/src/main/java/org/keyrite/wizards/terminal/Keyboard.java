// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.keyboard.KeyboardSetup;

/** Where lines come from: a keyboard, or a pipe. Every method is empty at the end of the input. */
public interface Keyboard {
  /** Whether a person can sit there; a pipe or a file is written by a program. */
  boolean isManned();

  /** A line that is no secret. */
  Optional<String> line();

  /**
   * Whether {@link #line} need not wait for a person: a line was typed, or nobody sits there, so
   * that a program writes the lines.
   */
  boolean hasLine();

  /** A line that its reader wipes, typed visibly: many characters copied from paper. */
  Optional<char[]> visible();

  /**
   * A line that its reader wipes, typed without being seen.
   *
   * @throws ProblemException if it would be seen
   */
  Optional<char[]> hidden() throws ProblemException;

  /** How it is set up, for somebody who types a secret; empty for a pipe, which has no keys. */
  Optional<KeyboardSetup> setup();
}
