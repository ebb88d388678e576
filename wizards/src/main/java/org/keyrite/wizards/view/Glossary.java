// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Term;
import org.keyrite.wizards.view.look.Wording;

/** What words mean: those of a screen, one that was asked for, or all of them. */
public final class Glossary {
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

  private void show(String title, List<Term> terms) {
    VBox words = new VBox(18);
    for (Term term : terms) {
      words
          .getChildren()
          .add(
              new VBox(
                  2,
                  wording.label(term.word(), "kr-heading"),
                  wording.label(term.meaning(), "kr-body")));
    }
    new Panel(Message.of(title), Message.of("window.words.text")).over(frame, wording, words);
  }
}
