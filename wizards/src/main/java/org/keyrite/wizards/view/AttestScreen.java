// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.Marked;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.keyrite.wizards.view.secret.HeldSecret;

/**
 * Values and a sentence that a person confirms or does not. Nothing is answered beforehand: no
 * button is the default, and the letters for yes and no count only after the screen has stood for
 * {@link #LOOK_FIRST}. A secret must have been looked at before the sentence can be confirmed.
 */
final class AttestScreen {
  /** How long a screen stands before a letter answers it. */
  static final Duration LOOK_FIRST = Duration.seconds(2);

  private final Wording wording;
  private final WizardModel model;
  private final Attest attest;
  private final Optional<HeldSecret> held;
  private final Act yes;
  private final Act no;
  private final Optional<Problem> barred;
  private final Optional<Problem> told;
  private final VBox facts = new VBox(8);
  private final PauseTransition looking = new PauseTransition(LOOK_FIRST);

  /**
   * A screen for one sentence.
   *
   * @param remark asks for a remark and hands it over
   */
  AttestScreen(
      Wording wording,
      GlyphSet glyphs,
      WizardModel model,
      Attest attest,
      BiConsumer<Message, Consumer<String>> remark) {
    this.wording = wording;
    this.model = model;
    this.attest = attest;
    barred = model.barred();
    held =
        attest.shown().stream()
            .filter(Attest.Shown.WhileHeld.class::isInstance)
            .findFirst()
            .map(shown -> cover(glyphs, shown));
    told = barred.or(model::doubted).filter(problem -> !(problem instanceof LaptopProblem));
    Runnable agree =
        model.doubted().isPresent()
            ? () -> remark.accept(Message.of("window.attest.why"), text -> model.attest(true, text))
            : () -> model.attest(true, "");
    yes = Act.filled(wording, Message.of("window.attest.yes"), agree);
    Message denial = Message.of("window.attest.no");
    Runnable deny =
        () ->
            remark.accept(
                Message.of("window.attest.whatDiffers"), text -> model.attest(false, text));
    // Beside a secret the bordered button is that which shows it.
    no = held.isPresent() ? Act.plain(wording, denial, deny) : Act.bordered(wording, denial, deny);
    held.ifPresent(this::lookFirst);
  }

  private HeldSecret cover(GlyphSet glyphs, Attest.Shown shown) {
    return new HeldSecret(
        wording,
        glyphs,
        shown.slot().label(),
        attest.seat().isPrivate() ? HeldSecret.Words.SHARE : HeldSecret.Words.OTHER,
        () -> model.reveal(attest));
  }

  private void lookFirst(HeldSecret secret) {
    yes.waitFor(Message.of("window.attest.lookFirst"));
    secret
        .shownProperty()
        .addListener((o, was, is) -> {
          if (is) {
            Scrolling.bringInSight(secret);
          }
        });
    secret
        .seenProperty()
        .addListener((o, was, is) -> {
          yes.ready(Message.of("window.attest.yes"));
          secret.button().lessProminent();
        });
  }

  StepScreen screen(ActRow acts) {
    List<Node> open = openly();
    // Values that are read aloud need the room, and what was done before them is in the rail.
    boolean aloud =
        open.stream()
            .anyMatch(n ->
                n instanceof Flow
                    || n instanceof FindingList
                    || n instanceof FactTable t && t.isLong());
    VBox content =
        new VBox(
            aloud ? 8 : 14,
            new ScreenHead(
                wording, attest.title(), attest.text(), aloud ? List.of() : model.justDone()));
    held.ifPresent(content.getChildren()::add);
    told.ifPresent(problem -> content.getChildren().add(told(problem)));
    content.getChildren().addAll(open);
    if (held.isPresent()) {
      acts.right(no, held.get().button(), yes);
    } else if (barred.isPresent()) {
      model.redoable().stream().findFirst().ifPresent(section -> acts.right(no, again(section)));
    } else {
      acts.right(no.key("window.key.no"), yes.key("window.key.yes"));
    }
    content.addEventFilter(KeyEvent.KEY_TYPED, this::letter);
    // What is confirmed stays in sight, however many values there are; a secret has few.
    Region foot = acts;
    if (held.isPresent()) {
      content.getChildren().add(sentence());
    } else {
      foot = new SentenceRow(sentence(), acts);
    }
    foot.addEventFilter(KeyEvent.KEY_TYPED, this::letter);
    looking.playFromStart();
    return new StepScreen(content, foot, this::focus);
  }

  /** Where people cannot confirm, they put it right and have the section done again. */
  private Act again(Section section) {
    return Act.filled(
            wording,
            Message.of("window.attest.lookAgain"),
            () -> model.redo(section, barred.orElseThrow().key()))
        .icon("mdi2r-restart");
  }

  private void focus() {
    if (held.isPresent()) {
      held.get().button().requestFocus();
    } else {
      facts.requestFocus();
    }
  }

  private void letter(KeyEvent event) {
    String typed = event.getCharacter();
    if (looking.getCurrentTime().lessThan(LOOK_FIRST) || held.isPresent() || barred.isPresent()) {
      return;
    }
    if (typed.equalsIgnoreCase(wording.messages().text("window.key.yes"))) {
      yes.fire();
    } else if (typed.equalsIgnoreCase(wording.messages().text("window.key.no"))) {
      no.fire();
    }
  }

  /** Values in rows, and those that are read aloud on cards of their own. */
  private List<Node> openly() {
    Map<String, String> texts = model.state().facts().texts();
    FactTable table = new FactTable(wording);
    FindingList findings = new FindingList(wording, barred.isPresent());
    List<Node> cards = new ArrayList<>();
    for (Attest.Shown shown : attest.shown()) {
      if (shown instanceof Attest.Shown.Openly(Fact<?> fact)) {
        String text = texts.getOrDefault(fact.name(), "");
        Optional<Node> card = CheckValueCard.of(wording, fact, texts);
        if (Finding.isCalled(fact.name())) {
          findings.add(fact, text);
        } else if (card.isPresent()) {
          cards.add(card.get());
        } else {
          table.add(fact, text);
        }
      }
    }
    List<Node> parts = new ArrayList<>();
    // A list may go on below what is seen; what is read aloud is seen first.
    boolean list = table.hasList();
    if (!table.getChildren().isEmpty()) {
      parts.add(table);
    }
    if (!findings.getChildren().isEmpty()) {
      parts.add(findings);
    }
    if (!cards.isEmpty()) {
      Node aloud = new Flow(24, 18, Pos.TOP_LEFT, cards.toArray(Node[]::new));
      parts.add(list ? 0 : parts.size(), aloud);
    }
    return parts;
  }

  /** What speaks against it, and what to do; faults of the laptop stand in a list of their own. */
  private Node told(Problem problem) {
    return new VBox(
        4,
        wording.label(Sentences.what(problem), "kr-body", "kr-attention"),
        wording.label(Sentences.next(problem), "kr-body"));
  }

  private Region sentence() {
    Message said = barred.isPresent() ? Message.of("window.attest.barred") : attest.sentence();
    Label label = wording.label(said, "kr-sentence");
    facts.getChildren().add(new Marked(wording, label));
    facts.getStyleClass().add("kr-sentence-box");
    facts.setFocusTraversable(true);
    facts.setAccessibleRole(AccessibleRole.TEXT);
    facts.accessibleTextProperty().bind(wording.of(said));
    return facts;
  }
}
