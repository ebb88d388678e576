// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/** What the checked text and the QR code of a sheet carry. */
public sealed interface SheetPayload extends AutoCloseable permits ShareContent, ShareFileContent {

  /** What it is. */
  PayloadKind kind();

  /** The set it belongs to. */
  SetId set();

  /** Its canonical bytes, for the caller to close. */
  Secret encode();

  /** Wipes what is secret in it. Closing twice does no harm. */
  @Override
  void close();

  /**
   * Reads canonical bytes, strictly: every byte has one meaning, and {@code parse(bytes).encode()}
   * is the same bytes again. The payload stays the caller's.
   *
   * @throws ProblemException if the bytes are not a payload, or what they say cannot be
   */
  static SheetPayload parse(Secret payload) throws ProblemException {
    return payload.<SheetPayload, ProblemException>use(bytes -> {
      PayloadKind kind =
          PayloadKind.ofFirstByte(bytes.length == 0 ? 0 : bytes[0] & 0xFF)
              .filter(known -> known.size() == bytes.length)
              .orElseThrow(() -> new PaperProblem.SheetUnknown().asException());
      return switch (kind) {
        case SHARE_64, SHARE_128 -> ShareContent.parse(kind, bytes);
        case SHARE_FILE -> ShareFileContent.parse(bytes);
      };
    });
  }
}
