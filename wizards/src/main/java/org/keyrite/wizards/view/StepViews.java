// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Step;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;
import org.keyrite.wizards.view.secret.GlyphSet;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the screen for a step: one way of showing each of the four kinds. */
final class StepViews {
  /** What a screen may ask of the shell around it. */
  interface Ways {
    /** Asks for a remark under this question and hands it over. */
    void remark(Message question, Consumer<String> then);

    /** Shows the rarer ways to go on. */
    void others();

    /** Stops here; the ceremony can be resumed. */
    void stop();
  }

  private final Wording wording;
  private final WizardModel model;
  private final FieldEditors editors;
  private final GlyphSet glyphs;
  private final Function<Field, String> suggestions;
  private final Function<Field, Optional<Message>> prompter;
  private final DeviceWatch devices;
  private final Ways ways;

  StepViews(
      Wording wording, WizardModel model, FieldEditors editors, WizardShell.Desk desk, Ways ways) {
    this.wording = wording;
    this.model = model;
    this.editors = editors;
    glyphs = desk.glyphs();
    suggestions = desk.suggestions();
    prompter = desk.prompter();
    devices = desk.devices();
    this.ways = ways;
  }

  /** The screen on which a person does a step. */
  StepScreen of(Step step) {
    return switch (step) {
      case Ask ask -> ask(ask);
      case AwaitDevice await -> await(await);
      case Perform perform -> start(perform);
      case Attest attest -> attest(attest);
    };
  }

  /** Below the fields: a list goes on below what is seen, and the field is found at once. */
  private FactTable shown(Ask ask) {
    FactTable table = new FactTable(wording);
    Map<String, String> texts = model.state().facts().texts();
    ask.shown().forEach(fact -> table.add(fact, texts.getOrDefault(fact.name(), "")));
    return table;
  }

  private StepScreen ask(Ask ask) {
    AskScreen screen =
        new AskScreen(
            wording,
            AskScreen.editors(editors, ask.fields(), suggestions, ways::others),
            Message.of("window.act.next"),
            model::answer);
    VBox content = new VBox(18, head(ask));
    for (Field field : ask.fields()) {
      prompter.apply(field).ifPresent(told -> content.getChildren().add(prompt(told)));
    }
    content.getChildren().add(screen.fields());
    if (!ask.shown().isEmpty()) {
      content.getChildren().add(shown(ask));
    }
    List<Node> left = new ArrayList<>(back());
    left.addAll(screen.asides());
    ActRow acts = new ActRow().left(left.toArray(Node[]::new)).right(screen.act());
    return new StepScreen(content, acts, screen::focus);
  }

  private Label prompt(Message told) {
    Label label = wording.label(told, "kr-prompt");
    label.setGraphic(new FontIcon("mdi2f-flask-outline"));
    return label;
  }

  private StepScreen await(AwaitDevice await) {
    AwaitScreen screen =
        new AwaitScreen(wording, devices, new Presented(model.state(), await), model::present);
    ActRow acts = new ActRow().left(back().toArray(Node[]::new)).right(screen.act());
    VBox content = new VBox(18, head(await), screen.cards());
    return new StepScreen(content, acts, screen.act()::requestFocus);
  }

  private StepScreen start(Perform perform) {
    Act start = Act.filled(wording, Message.of("window.act.perform"), model::perform).onEnter();
    ActRow acts = new ActRow().left(back().toArray(Node[]::new));
    return new StepScreen(new VBox(18, head(perform)), acts.right(start), start::requestFocus);
  }

  private StepScreen attest(Attest attest) {
    BiConsumer<Message, Consumer<String>> remark = ways::remark;
    return new AttestScreen(wording, glyphs, model, attest, remark).screen(new ActRow());
  }

  /** A list needs the room of what was done before, which is in the rail, too. */
  private ScreenHead head(Step step) {
    boolean hasList = step instanceof Ask ask && !ask.shown().isEmpty();
    return new ScreenHead(
        wording, step.title(), step.text(), hasList ? List.of() : model.justDone());
  }

  private List<Act> back() {
    return model.canGoBack()
        ? List.of(
            Act.plain(wording, Message.of("window.act.back"), model::back).icon("mdi2a-arrow-left"))
        : List.of();
  }

  /** Work that runs, with the bar that follows it. */
  StepScreen work(Perform perform, WorkPane pane) {
    VBox content =
        new VBox(18, new ScreenHead(wording, perform.title(), perform.text(), List.of()), pane);
    ActRow acts = new ActRow();
    if (!perform.cancellable()) {
      return new StepScreen(content, acts, content::requestFocus);
    }
    Act stop =
        Act.bordered(wording, Message.of("window.work.stop"), model::cancel)
            .key("window.key.escape");
    stop.setCancelButton(true);
    acts.left(wording.label("window.work.mayStop", "kr-body", "kr-muted"));
    return new StepScreen(content, acts.right(stop), stop::requestFocus);
  }

  /** A refusal, and the ways to go on. Where the input can be put right, that is the first. */
  StepScreen refused(Problem problem) {
    VBox content = new VBox(18, new ProblemPane(wording, problem));
    Act again;
    ActRow acts = new ActRow();
    if (model.canGoBack()) {
      again = Act.filled(wording, Message.of("window.act.backAndAgain"), model::back).onEnter();
      acts.right(Act.bordered(wording, Message.of("window.act.again"), model::again), again);
    } else {
      again = Act.filled(wording, Message.of("window.act.again"), model::again).onEnter();
      acts.right(again);
    }
    for (Section section : model.redoable()) {
      content
          .getChildren()
          .add(
              Act.bordered(
                      wording,
                      Message.of("window.ways.redo", section.title()),
                      () -> model.redo(section, problem.key()))
                  .icon("mdi2r-restart"));
    }
    acts.left(Act.plain(wording, Message.of("window.ways.stop"), ways::stop));
    return new StepScreen(content, acts, again::requestFocus);
  }

  /** The question whether a step took effect before the program ended. */
  StepScreen doubtful(Step step) {
    VBox content =
        new VBox(
            18,
            new ScreenHead(
                wording,
                Message.of("window.doubt.title"),
                Message.of("window.doubt.text", step.title()),
                List.of()));
    Act no = Act.bordered(wording, Message.of("window.doubt.no"), () -> model.settle(false));
    Act yes = Act.filled(wording, Message.of("window.doubt.yes"), () -> model.settle(true));
    return new StepScreen(content, new ActRow().right(no, yes), content::requestFocus);
  }
}
