// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Answers;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Wording;

/**
 * Fields to fill in, in two columns where there are several, and the act that takes them. A refusal
 * is said between the fields and the act; what was entered stays.
 */
final class AskScreen {
  /** Where the answers go. */
  @FunctionalInterface
  interface Taker {
    /** Takes the answers, which are its own from then on, or tells later why not. */
    void take(Answers answers, Consumer<Problem> refused);
  }

  private final Wording wording;
  private final List<FieldEditor> editors;
  private final Taker taker;
  private final Message word;
  private final VBox refusal = new VBox();
  private final Act act;
  private boolean taking;

  AskScreen(Wording wording, List<FieldEditor> editors, Message word, Taker taker) {
    this.wording = wording;
    this.editors = editors;
    this.word = word;
    this.taker = taker;
    act = Act.filled(wording, word, this::take).onEnter();
    editors.forEach(editor -> editor.missing().addListener((o, was, is) -> count()));
    count();
  }

  /** The editors of an ask, with what stands in them from the start. */
  static List<FieldEditor> editors(
      FieldEditors making, List<Field> fields, Function<Field, String> given, Runnable insist) {
    List<FieldEditor> made = new ArrayList<>();
    for (Field field : fields) {
      String text = field.slot() instanceof SecretSlot ? "" : start(field, given);
      made.add(making.of(field, text, Optional.of(insist)));
    }
    return made;
  }

  private static String start(Field field, Function<Field, String> given) {
    String known = given.apply(field);
    return known.isEmpty() ? field.preset() : known;
  }

  /** The fields. */
  Node fields() {
    VBox box = new VBox(14, editors.size() == 1 ? single() : columns(editors), refusal);
    refusal.getStyleClass().add("kr-refusal");
    refusal.setVisible(false);
    refusal.setManaged(false);
    return box;
  }

  private Node single() {
    return editors.getFirst().node();
  }

  /** These editors in two columns, or in one where letters are too large for that. */
  static Flow columns(List<FieldEditor> editors) {
    Flow columns = new Flow(30, 6, Pos.TOP_LEFT);
    List<Region> parts = new ArrayList<>();
    for (FieldEditor editor : editors) {
      Region part = new StackPane(editor.node());
      part.getStyleClass().add("kr-column");
      parts.add(part);
    }
    columns.show(parts);
    return columns;
  }

  /** What stands in the act row besides the act. */
  List<Node> asides() {
    return editors.stream().flatMap(editor -> editor.asides().stream()).toList();
  }

  /** The act that takes what was entered. */
  Act act() {
    return act;
  }

  /** Puts the caret in the first field that needs something, else in the first. */
  void focus() {
    editors.stream()
        .filter(editor -> editor.missing().getValue().isPresent())
        .findFirst()
        .orElse(editors.getFirst())
        .focus();
  }

  private void count() {
    List<Message> missing = new ArrayList<>();
    editors.forEach(editor -> editor.missing().getValue().ifPresent(missing::add));
    if (missing.isEmpty()) {
      act.ready(word);
    } else if (editors.size() == 1 && missing.getFirst().key().startsWith("window.")) {
      act.waitFor(missing.getFirst());
    } else {
      act.waitFor(Message.of("window.ask.toGo", missing.size()));
    }
  }

  private void take() {
    if (taking) {
      return;
    }
    Map<String, String> facts = new HashMap<>();
    Map<SecretSlot, Secret> secrets = new HashMap<>();
    try {
      for (FieldEditor editor : editors) {
        editor.give(facts, secrets);
      }
    } catch (ProblemException e) {
      secrets.values().forEach(Secret::close);
      refuse(e.problem());
      return;
    }
    taking = true;
    taker.take(
        new Answers(Facts.ofTexts(facts), secrets),
        problem -> {
          taking = false;
          refuse(problem);
        });
  }

  private void refuse(Problem problem) {
    refusal.getChildren().setAll(ProblemPane.small(wording, problem));
    refusal.setVisible(true);
    refusal.setManaged(true);
    focus();
  }
}
