// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

/** Where something of a sheet could be left, in the order in which people are told. */
public enum Place {
  /** Where the print service keeps documents. */
  SPOOL("spool"),
  /** Folders for temporary files, and shared memory. */
  TEMPORARY("temporary"),
  /** What programs of this user keep: caches, previews, lists of recent files, the bin. */
  KEPT_BY_PROGRAMS("kept"),
  /** The folder of the ceremony, but for what belongs there. */
  FOLDER("folder");

  static final String PREFIX = "residue.";

  private final String word;

  Place(String word) {
    this.word = word;
  }

  /** Its name among the texts. */
  public String word() {
    return word;
  }

  /** What a journal calls what was found there. */
  public String factName() {
    return PREFIX + word;
  }
}
