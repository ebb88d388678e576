// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

/**
 * How one line of a sheet is laid out.
 *
 * @param groups groups of characters, without the one that checks the line
 * @param group characters in a group
 * @param check characters at the end that check the line
 */
public record LineShape(int groups, int group, int check) {
  /** Characters in the line. */
  public int length() {
    return groups * group + check;
  }

  /** The group, from 0, that a position of the line belongs to; the check is the last group. */
  int groupAt(int position) {
    return Math.min(position / group, groups);
  }

  /** Where a group begins. */
  int start(int index) {
    return index * group;
  }

  /** Characters in a group, or in the check. */
  int size(int index) {
    return index < groups ? group : check;
  }
}
