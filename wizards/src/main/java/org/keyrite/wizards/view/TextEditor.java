// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.textfield.CustomTextField;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line of text, or the path of a file. What is wrong with it is said below, in room that is
 * always kept free, once something was typed or the field was left.
 *
 * <p>The mark inside is the side node of a ControlsFX field. Its validation support is not used: it
 * would put a pane of its own at the root of the scene, where the theme is.
 */
final class TextEditor extends LineEditor<CustomTextField> {
  /** So many characters need no field from edge to edge. */
  private static final int SHORT = 60;

  private static final double WIDTH = 640;

  private boolean touched;

  private TextEditor(
      Wording wording, Message name, Field field, String given, Optional<FileChoice> files) {
    super(wording, field, new CustomTextField());
    Label label = wording.label(name, "kr-field-label");
    label.setLabelFor(input);
    input.accessibleTextProperty().bind(wording.of(name));
    HBox.setHgrow(input, Priority.ALWAYS);
    HBox row = new HBox(12, input);
    files.ifPresent(choice -> row.getChildren().add(chooser(choice)));
    stack(label, row);
    if (field.editor() instanceof Editor.Text(_, int longest, _) && longest <= SHORT) {
      narrow(WIDTH);
    }
    input.textProperty().addListener((o, was, is) -> judge(true));
    input.focusedProperty().addListener((o, was, is) -> judge(touched || was));
    input.setText(given);
    touched = false;
    judge(false);
  }

  /** A line of text. */
  static TextEditor line(Wording wording, Field field, String given) {
    return named(wording, field.slot().label(), field, given);
  }

  /** A line of text with a name of its own. */
  static TextEditor named(Wording wording, Message name, Field field, String given) {
    return new TextEditor(wording, name, field, given, Optional.empty());
  }

  /** The path of a file, typed or chosen. */
  static TextEditor file(Wording wording, Field field, String given, FileChoice files) {
    return new TextEditor(wording, field.slot().label(), field, given, Optional.of(files));
  }

  private Act chooser(FileChoice files) {
    return Act.bordered(
        wording,
        Message.of("window.file.choose"),
        () ->
            files
                .choose(input.getScene().getWindow(), wording.messages().text(field.slot().label()))
                .ifPresent(path -> input.setText(path.toString())));
  }

  private void judge(boolean tell) {
    touched = tell;
    Optional<Problem> said = problem().filter(p -> tell);
    input.getStyleClass().removeAll("kr-wrong");
    input.setRight(null);
    if (said.isPresent()) {
      input.getStyleClass().add("kr-wrong");
      FontIcon mark = new FontIcon("mdi2a-alert-octagon");
      mark.getStyleClass().addAll("kr-refused", "kr-mark-inside");
      input.setRight(mark);
    }
    say(said);
  }
}
