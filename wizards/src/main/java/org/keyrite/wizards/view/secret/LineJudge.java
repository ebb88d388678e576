// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.OptionalInt;
import org.keyrite.i18n.Message;

/** Judges a line of a sheet that was typed completely. */
@FunctionalInterface
public interface LineJudge {
  /**
   * Judges a line.
   *
   * @param line counted from 1
   * @param typed lent for the length of the call, folded, without gaps
   */
  Judgement judge(int line, char[] typed);

  /**
   * What is to be said about a line. Names places, never characters that stand there.
   *
   * @param good whether the line is as it was written
   * @param group the group, from 1, that is most likely wrong
   * @param message the sentence beside the line
   */
  record Judgement(boolean good, OptionalInt group, Message message) {}
}
