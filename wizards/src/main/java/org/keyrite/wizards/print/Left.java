// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

/** What is left of printed sheets in the computer, as far as it could be looked at. */
public enum Left {
  /** No queue was used: the sheets are in a folder. */
  SAVED,
  /** The queue was emptied, and its folder was looked at: no document is in it. */
  NOTHING,
  /** The queue was emptied; its folder may not be looked at by the person who is logged in. */
  UNSEEN,
  /** The queue was emptied, and yet documents of print jobs lie in its folder. */
  KEPT,
  /** The queue did not let itself be emptied. */
  REFUSED
}
