// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.DeviceRows;
import org.keyrite.wizards.device.DeviceReport;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Laptop;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.ProblemPane;
import org.keyrite.wizards.view.look.Wording;

/**
 * What a device tells of itself, over the home screen, in the words of {@code keyrite devices}.
 * Changes nothing on the device and costs no try; it is asked where steps work.
 *
 * @param devices stay the caller's
 * @param work where the device is asked; not the FX thread
 */
record DevicePage(Wording wording, Devices devices, Laptop laptop, Executor work) {

  /** Opens the page of the device with this serial; Esc closes it. */
  void open(Frame frame, String serial) {
    VBox content = new VBox(18, wording.label("window.device.reading", "kr-lead"));
    new Panel(Message.of("device.plugged", serial), Message.of("window.device.page"))
        .over(frame, wording, content);
    LocalDate today = LocalDate.ofInstant(laptop.clock().instant(), ZoneOffset.UTC);
    work.execute(() -> {
      try {
        DeviceReport report = devices.use(serial, (hsm, info) -> DeviceReport.read(hsm, today));
        Platform.runLater(() -> content.getChildren().setAll(rows(report)));
      } catch (ProblemException e) {
        Problem problem = e.problem();
        Platform.runLater(() -> content.getChildren().setAll(new ProblemPane(wording, problem)));
      }
    });
  }

  private GridPane rows(DeviceReport report) {
    GridPane grid = new GridPane(28, 6);
    grid.getStyleClass().addAll("kr-card", "kr-device-page");
    int count = new DeviceRows(wording.messages()).of(report).size();
    // The serial, which is the title.
    for (int i = 1; i < count; i++) {
      int row = i;
      Label label = label(said(report, row).map(DeviceRows.Row::label), "kr-body", "kr-muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row, label, label(said(report, row).map(DeviceRows.Row::value), "kr-body"));
    }
    return grid;
  }

  /** A row in the language that is spoken. */
  private ObservableValue<DeviceRows.Row> said(DeviceReport report, int row) {
    return wording.messagesProperty().map(messages -> new DeviceRows(messages).of(report).get(row));
  }

  private static Label label(ObservableValue<String> text, String... looks) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(List.of(looks));
    return label;
  }
}
