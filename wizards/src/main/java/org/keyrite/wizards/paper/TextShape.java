// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * How the checked text of a payload is laid out: groups of four characters, four groups a line, the
 * last line as short as it comes out; the last group checks the whole text, and two characters at
 * the end of each line check that line. Lines count from 1.
 *
 * @param payloadSize bytes of the payload
 */
public record TextShape(int payloadSize) {
  /** Characters in a group. */
  public static final int GROUP = 4;

  /** Groups in a full line. */
  public static final int GROUPS_A_LINE = 4;

  /** Characters at the end of a line that check it. */
  public static final int LINE_CHECK = 2;

  /** Groups of the payload and the one that checks them. */
  public int groups() {
    int symbols = (payloadSize * 8 + 4) / 5;
    return (symbols + GROUP - 1) / GROUP + 1;
  }

  /** How many lines there are. */
  public int lines() {
    return (groups() + GROUPS_A_LINE - 1) / GROUPS_A_LINE;
  }

  /** Groups in this line, without the characters that check it. */
  public int groupsIn(int line) {
    return Math.min(GROUPS_A_LINE, groups() - (line - 1) * GROUPS_A_LINE);
  }

  /** Characters in this line, with those that check it. */
  public int charactersIn(int line) {
    return groupsIn(line) * GROUP + LINE_CHECK;
  }
}
