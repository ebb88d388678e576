// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.view.look.Wording;

/**
 * A public value that is typed in a line: its name above, what is wrong with it below.
 *
 * @param <I> the line
 */
abstract class LineEditor<I extends TextField> implements FieldEditor {
  final Wording wording;
  final Field field;
  final I input;
  private final Label remark = new Label();
  private final ReadOnlyObjectWrapper<Optional<Message>> missing = new ReadOnlyObjectWrapper<>();
  private final VBox node = new VBox(6);

  LineEditor(Wording wording, Field field, I input) {
    this.wording = wording;
    this.field = field;
    this.input = input;
    remark.getStyleClass().addAll("kr-hint", "kr-refused");
    remark.setWrapText(true);
    remark.setMinHeight(Region.USE_PREF_SIZE);
    node.getStyleClass().add("kr-field");
  }

  /** Lays out the name, the line with what stands beside it, and the room for the remark. */
  final void stack(Label name, Node line) {
    node.getChildren().setAll(name, line, remark);
  }

  /** Does not grow wider than this, in pixels at normal type. */
  final void narrow(double width) {
    node.setMaxWidth(width);
  }

  /** What is wrong with what stands there. */
  final Optional<Problem> problem() {
    Optional<Problem> problem = field.refuses(input.getText());
    missing.set(problem.map(Sentences::what));
    return problem;
  }

  /** Says this below the line, or nothing. */
  final void say(Optional<Problem> problem) {
    remark.textProperty().unbind();
    remark.setText("");
    problem.ifPresent(p -> remark.textProperty().bind(wording.of(Sentences.what(p))));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    input.requestFocus();
    input.selectAll();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public void whenChanged(Runnable changed) {
    input.textProperty().addListener((o, was, is) -> changed.run());
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) {
    facts.put(field.slot().name(), input.getText());
  }
}
