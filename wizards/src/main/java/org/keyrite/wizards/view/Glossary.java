// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Term;
import org.keyrite.wizards.view.look.Wording;

/** What words mean: those of a screen, one that was asked for, or all of them. */
public final class Glossary {
  /** The keys that every screen knows, by their caps, and what they do. */
  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("window.key.help", "window.keys.help");
    KEYS.put("window.key.note", "window.keys.note");
    KEYS.put("window.key.area", "window.keys.area");
    KEYS.put("window.key.escape", "window.keys.escape");
    KEYS.put("window.key.letters", "window.keys.letters");
  }

  private final Frame frame;
  private final Wording wording;

  Glossary(Frame frame, Wording wording) {
    this.frame = frame;
    this.wording = wording;
  }

  /** Shows every word there is over a frame. */
  public static void all(Frame frame, Wording wording) {
    new Glossary(frame, wording).show("window.words.all", List.of(Term.values()));
  }

  /** Shows what one word means. */
  void of(Term term) {
    show("window.words.one", List.of(term));
  }

  /** Shows the words that stand in this part of the screen, or all where there is none. */
  void of(Parent screen) {
    Set<Term> terms = new LinkedHashSet<>();
    collect(screen, terms);
    if (terms.isEmpty()) {
      terms.addAll(Arrays.asList(Term.values()));
    }
    show("window.words.screen", List.copyOf(terms));
  }

  private void collect(Node node, Set<Term> terms) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      Term.in(labeled.getText(), wording.messages()).forEach(found -> terms.add(found.term()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, terms));
    }
  }

  /** The keys that every screen knows. */
  private VBox keys() {
    VBox keys = new VBox(8, wording.label("window.keys", "kr-heading"));
    KEYS.forEach((key, meaning) -> {
      Label cap = wording.label(key, "kr-key");
      cap.setWrapText(false);
      cap.setMinWidth(Region.USE_PREF_SIZE);
      Label does = wording.label(meaning, "kr-body");
      HBox.setHgrow(does, Priority.ALWAYS);
      HBox row = new HBox(12, cap, does);
      row.setAlignment(Pos.CENTER_LEFT);
      keys.getChildren().add(row);
    });
    return keys;
  }

  private void show(String title, List<Term> terms) {
    VBox words = new VBox(18);
    frame
        .guide()
        .map(open ->
            Act.bordered(wording, Message.of("window.guide"), open).icon("mdi2b-book-open-variant"))
        .ifPresent(words.getChildren()::add);
    for (Term term : terms) {
      words
          .getChildren()
          .add(
              new VBox(
                  2,
                  wording.label(term.word(), "kr-heading"),
                  wording.label(term.meaning(), "kr-body")));
    }
    words.getChildren().add(keys());
    new Panel(Message.of(title), Message.of("window.words.text")).over(frame, wording, words);
  }
}
