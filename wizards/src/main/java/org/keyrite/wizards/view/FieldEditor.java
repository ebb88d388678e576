// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.SecretSlot;

/** A control with which one value of an ask is entered. */
interface FieldEditor {
  /** The control with its label. */
  Node node();

  /** Puts the caret in it. */
  void focus();

  /** What is still missing, empty once the value may be taken. */
  ObservableValue<Optional<Message>> missing();

  /** What stands in the act row while this is entered. */
  default List<Node> asides() {
    return List.of();
  }

  /** Calls this whenever a public value changes. */
  default void whenChanged(Runnable changed) {}

  /** Gives the value away: puts its text, or its secret, which is the map's owner's then. */
  void give(Map<String, String> facts, Map<SecretSlot, Secret> secrets) throws ProblemException;
}
