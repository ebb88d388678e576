// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Optional;

/**
 * The sheet of one share file: its 64 bytes as checked text, as a code, and as base64. What opens
 * the file is never on it.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param content the share file
 * @param fileName the name of the file on the stick
 * @param opening what opens it
 * @param checkValue the key check value of the share alone, in hex; only on the sheet of a
 *     custodian who has the share for himself, who then keeps it as private as the share
 */
public record ShareFileSheet(
    SheetFrame frame,
    ShareFileContent content,
    String fileName,
    Opening opening,
    Optional<String> checkValue)
    implements Sheet {

  /** What opens a share file. */
  public sealed interface Opening {}

  /**
   * The sheets of a quorum.
   *
   * @param threshold how many of them
   * @param custodians of how many
   */
  public record Quorum(int threshold, int custodians) implements Opening {}

  /**
   * A password that its custodian chose.
   *
   * @param custodian the seat of the custodian, from 1
   * @param written whether the rules allow to write the password on this sheet by hand; an empty
   *     line is printed then
   */
  public record Password(int custodian, boolean written) implements Opening {}
}
