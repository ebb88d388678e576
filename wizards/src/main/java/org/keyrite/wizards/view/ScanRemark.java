// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.view.look.Wording;

/** One line that says how far a scan is; not there as long as there is none. */
final class ScanRemark extends Label {
  static final Message READING = Message.of("window.sheet.reading");

  private final Wording wording;

  ScanRemark(Wording wording, SheetScan scan) {
    this.wording = wording;
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    scan.stateProperty().addListener((o, was, is) -> tell(is));
    tell(scan.stateProperty().get());
  }

  private void tell(SheetScan.State state) {
    switch (state) {
      case SheetScan.State.None _ -> setManaged(false);
      case SheetScan.State.Reading _ -> say(READING, "kr-muted");
      case SheetScan.State.Read read ->
          say(Message.of("window.sheet.scanned", read.file().getFileName().toString()), "kr-ok");
      case SheetScan.State.Typed _ -> say(Message.of("window.sheet.typed"), "kr-ok");
      case SheetScan.State.Refused(Problem problem) -> say(Sentences.what(problem), "kr-refused");
    }
    setVisible(isManaged());
  }

  private void say(Message message, String look) {
    textProperty().bind(wording.of(message));
    setManaged(true);
    getStyleClass().setAll("label", "kr-hint", look);
  }
}
