// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

/**
 * What stands on one sheet of paper, or several that belong together; {@link SheetPdf} draws it.
 */
public sealed interface Sheet
    permits AgendaSheet,
        DeviceSheet,
        GroupSignerSheet,
        KeySheet,
        LabelSheet,
        ReceiptSheet,
        ReceiptsSheet,
        RecordSheet,
        ShareFileSheet,
        ShareSheet,
        TestSheet {

  /** What it has in common with the other sheets of the ceremony. */
  SheetFrame frame();
}
