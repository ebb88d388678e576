// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/**
 * Labels for envelopes, to cut apart; never anything secret.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param set the set of sheets
 * @param labels one an envelope
 */
public record LabelSheet(SheetFrame frame, SetId set, List<Label> labels) implements Sheet {
  /** Keeps its own copy of the labels. */
  public LabelSheet {
    labels = List.copyOf(labels);
  }

  /** What one envelope is labelled with. */
  public sealed interface Label {}

  /**
   * For the sheet of a share.
   *
   * @param number the number of the sheet, from 1
   * @param of how many sheets the set has
   * @param copy the copy number
   */
  public record ShareLabel(int number, int of, int copy) implements Label {}

  /**
   * For the sheet of a share file.
   *
   * @param number which share file, from 1
   * @param of how many share files there are
   * @param copy the copy number
   */
  public record ShareFileLabel(int number, int of, int copy) implements Label {}
}
