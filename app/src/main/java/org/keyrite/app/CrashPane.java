// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is shown when the program itself is wrong: that the journal is intact, how to go on, and a
 * code that tells its makers where it happened. Nothing of what was being worked on is in it.
 */
final class CrashPane extends VBox {
  private static final int FRAMES = 12;

  CrashPane(Wording wording, Throwable cause) {
    getStyleClass().add("kr-problem");
    FontIcon icon = new FontIcon("mdi2a-alert-octagon");
    icon.getStyleClass().add("kr-refused");
    VBox words =
        new VBox(
            4,
            wording.label("window.crash.title", "kr-title"),
            wording.label("window.crash.intact", "kr-lead"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(icon, words);
    head.getStyleClass().add("kr-problem-head");
    Label code =
        wording.label(Message.of("window.crash.code", code(cause), where(cause)), "kr-body");
    VBox body = new VBox(wording.label("window.crash.next", "kr-body"), code);
    body.getStyleClass().add("kr-problem-body");
    getChildren().addAll(head, body);
  }

  /** Eight hex digits of the classes and methods that were at work, the same on each machine. */
  static String code(Throwable cause) {
    CRC32 code = new CRC32();
    code.update(cause.getClass().getName().getBytes(StandardCharsets.UTF_8));
    Arrays.stream(cause.getStackTrace())
        .limit(FRAMES)
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .forEach(frame -> code.update(frame.getBytes(StandardCharsets.UTF_8)));
    return String.format(Locale.ROOT, "%08X", code.getValue());
  }

  private static String where(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length == 0 ? "" : trace[0].getClassName() + ":" + trace[0].getLineNumber();
  }
}
