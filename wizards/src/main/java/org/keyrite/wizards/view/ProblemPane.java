// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.view.look.Title;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A refusal in the place of the content: what happened, what is unharmed, what to do now. The first
 * sentence is the title.
 */
public final class ProblemPane extends VBox {
  private final Wording wording;

  /** Tells about this problem in the place of a screen. */
  public ProblemPane(Wording wording, Problem problem) {
    this(wording, problem, Sentences.next(problem));
  }

  /** The same where something else is to be done next than in a ceremony. */
  public ProblemPane(Wording wording, Problem problem, Message next) {
    this(wording, problem, next, true);
  }

  private ProblemPane(Wording wording, Problem problem, Message next, boolean withHeading) {
    this.wording = wording;
    Message what = Sentences.what(problem);
    getStyleClass().add("kr-problem");
    getChildren().addAll(head(what), body(next, withHeading));
    accessibleTextProperty().bind(wording.of(what));
  }

  /** Tells about it in less room, beside the fields it is about. */
  static ProblemPane small(Wording wording, Problem problem) {
    return new ProblemPane(wording, problem, Sentences.next(problem), false);
  }

  private HBox head(Message what) {
    Label title = new Label();
    Label rest = new Label();
    Title.of(title);
    rest.getStyleClass().add("kr-lead");
    title.setWrapText(true);
    rest.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    rest.setMinHeight(USE_PREF_SIZE);
    title.textProperty().bind(said(what, 0, 1));
    rest.textProperty().bind(said(what, 1, Integer.MAX_VALUE));
    rest.managedProperty().bind(rest.textProperty().isNotEmpty());
    FontIcon icon = new FontIcon("mdi2a-alert-octagon");
    icon.getStyleClass().add("kr-refused");
    VBox words = new VBox(4, title, rest);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(icon, words);
    head.getStyleClass().add("kr-problem-head");
    return head;
  }

  /** Some sentences of a message, in whatever language is spoken. */
  private StringBinding said(Message message, int from, int to) {
    return wording.said(messages -> {
      List<String> all = sentences(messages, message);
      return String.join(" ", all.subList(Math.min(from, all.size()), Math.min(to, all.size())));
    });
  }

  static List<String> sentences(Messages messages, Message message) {
    String text = messages.text(message);
    BreakIterator breaks = BreakIterator.getSentenceInstance(messages.language().locale());
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      sentences.add(text.substring(from, to).strip());
      from = to;
    }
    return sentences;
  }

  private VBox body(Message next, boolean withHeading) {
    VBox body = new VBox(wording.label(next, "kr-body"));
    if (withHeading) {
      body.getChildren().addFirst(wording.label("window.problem.next", "kr-heading"));
    }
    body.getStyleClass().add("kr-problem-body");
    return body;
  }
}
