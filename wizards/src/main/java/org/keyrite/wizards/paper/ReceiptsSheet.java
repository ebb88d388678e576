// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/**
 * The receipts of all custodians of a ceremony, a page each.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param receipts one a custodian, at least one
 */
public record ReceiptsSheet(SheetFrame frame, List<ReceiptSheet> receipts) implements Sheet {
  /** Keeps its own copy of the list. */
  public ReceiptsSheet {
    receipts = List.copyOf(receipts);
    if (receipts.isEmpty()) {
      throw new IllegalArgumentException("no receipts");
    }
  }
}
