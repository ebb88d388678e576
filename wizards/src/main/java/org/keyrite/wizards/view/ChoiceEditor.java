// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.view.look.ChoiceButton;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of a few, side by side; the arrow keys choose. */
final class ChoiceEditor implements FieldEditor {
  private final Field field;
  private final ToggleGroup group = new ToggleGroup();
  private final ReadOnlyObjectWrapper<Optional<Message>> missing =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final VBox node;

  ChoiceEditor(Wording wording, Field field, Editor.Choice choice, String given) {
    this.field = field;
    List<Node> options = new ArrayList<>();
    for (String option : choice.options()) {
      ToggleButton button = new ChoiceButton();
      button.textProperty().bind(wording.of("choice." + field.slot().family() + "." + option));
      button.setUserData(option);
      button.setToggleGroup(group);
      button.setWrapText(true);
      button.setMinHeight(Region.USE_PREF_SIZE);
      button.graphicProperty().bind(button.selectedProperty().map(ChoiceEditor::tick));
      button.setSelected(option.equals(given));
      options.add(button);
    }
    Flow choices = new Flow(10, 10, Pos.TOP_LEFT);
    choices.show(options);
    node = new VBox(6, wording.label(field.slot().label(), "kr-field-label"), choices);
    node.getStyleClass().add("kr-field");
    group.selectedToggleProperty().addListener((o, was, is) -> judge());
    judge();
  }

  /** Not by colour alone: what is chosen has a tick. */
  private static Node tick(boolean chosen) {
    return chosen ? new FontIcon("mdi2c-check-bold") : null;
  }

  private void judge() {
    missing.set(
        group.getSelectedToggle() == null
            ? Optional.of(Message.of("window.choice.none"))
            : Optional.empty());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    ToggleButton first =
        (ToggleButton)
            (group.getSelectedToggle() == null
                ? group.getToggles().getFirst()
                : group.getSelectedToggle());
    first.requestFocus();
  }

  @Override
  public ObservableValue<Optional<Message>> missing() {
    return missing.getReadOnlyProperty();
  }

  @Override
  public void whenChanged(Runnable changed) {
    group.selectedToggleProperty().addListener((o, was, is) -> changed.run());
  }

  @Override
  public void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) {
    facts.put(field.slot().name(), (String) group.getSelectedToggle().getUserData());
  }
}
