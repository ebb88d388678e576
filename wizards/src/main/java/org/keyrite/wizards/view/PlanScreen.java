// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.ceremony.Together;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Flow;
import org.keyrite.wizards.view.look.SeatLook;
import org.keyrite.wizards.view.look.Wording;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a ceremony is planned: what must be decided on the left, what will happen on the right,
 * renewed with each change. What usually stays as it is lies behind "More choices".
 */
public final class PlanScreen {
  private final Wording wording;
  private final CeremonyKind kind;
  private final Runnable back;
  private final Optional<Aside> aside;
  private final Consumer<Ceremony> begin;
  private final List<FieldEditor> first = new ArrayList<>();
  private final List<FieldEditor> rest = new ArrayList<>();
  private final VBox preview = new VBox(14);
  private final VBox left = new VBox(4);
  private final Act act;
  private Optional<Frame> shownIn = Optional.empty();
  private Optional<Ceremony> planned = Optional.empty();
  private boolean showsRest;

  /**
   * Something else that can be done first, such as a rehearsal.
   *
   * @param name what the button says
   * @param act does it
   */
  public record Aside(Message name, Runnable act) {}

  /**
   * A screen that plans a ceremony of this kind.
   *
   * @param back called when the person goes back
   * @param aside what a person may want to do before
   * @param begin called with what was planned
   */
  public PlanScreen(
      Wording wording,
      CeremonyKind kind,
      WizardShell.Desk desk,
      Runnable back,
      Optional<Aside> aside,
      Consumer<Ceremony> begin) {
    this.wording = wording;
    this.kind = kind;
    this.back = back;
    this.aside = aside;
    this.begin = begin;
    FieldEditors editors = new FieldEditors(wording, desk);
    for (Field field : kind.planning()) {
      String known = desk.suggestions().apply(field);
      FieldEditor editor =
          editors.of(field, known.isEmpty() ? field.preset() : known, Optional.empty());
      editor.whenChanged(this::look);
      (mustBeDecided(field) ? first : rest).add(editor);
    }
    act = Act.filled(wording, Message.of("window.plan.begin"), this::begin).onEnter();
    preview.getStyleClass().addAll("kr-card", "kr-preview");
  }

  /** What has no usual answer, and how many: the rest is set once and seldom changed. */
  private static boolean mustBeDecided(Field field) {
    return switch (field.editor()) {
      case Editor.Text(int shortest, _, _) -> shortest > 0;
      case Editor.Number _ -> true;
      default -> field.preset().isEmpty();
    };
  }

  /** Shows the screen in a frame. */
  public void openIn(Frame frame) {
    first.forEach(editor -> left.getChildren().add(editor.node()));
    left.getStyleClass().add("kr-plan-fields");
    VBox content =
        new VBox(
            18,
            new ScreenHead(
                wording,
                Message.of("kind." + kind.id() + ".name"),
                Message.of("kind." + kind.id() + ".what"),
                List.of()),
            new Flow(40, 18, Pos.TOP_LEFT, left, preview));
    frame.rail().name(Message.of("window.plan.rail"), Message.of("kind." + kind.id() + ".name"));
    Act more = Act.plain(wording, Message.of("window.plan.more"), () -> {});
    more.setOnAction(e -> toggle(more));
    List<Act> ways = new ArrayList<>();
    ways.add(Act.plain(wording, Message.of("window.act.back"), back).icon("mdi2a-arrow-left"));
    ways.add(more);
    aside.ifPresent(first -> ways.add(Act.plain(wording, first.name(), first.act())));
    ActRow acts = new ActRow().left(ways.toArray(Act[]::new)).right(act);
    shownIn = Optional.of(frame);
    look();
    frame.show(Optional.of(band()), content, Optional.of(acts));
    first.getFirst().focus();
  }

  private SeatBand band() {
    return new SeatBand(
        wording,
        SeatLook.OFFICER,
        Seat.OFFICER.title(),
        Optional.empty(),
        Message.of("window.plan.nothingYet"),
        false);
  }

  private void toggle(Act more) {
    showsRest = !showsRest;
    preview.setVisible(!showsRest);
    preview.setManaged(!showsRest);
    left.getChildren().clear();
    left.getStyleClass().remove("kr-plan-fields");
    if (showsRest) {
      left.getChildren().add(AskScreen.columns(rest));
    } else {
      left.getStyleClass().add("kr-plan-fields");
      first.forEach(editor -> left.getChildren().add(editor.node()));
    }
    (showsRest ? rest : first).getFirst().focus();
    more.say(Message.of(showsRest ? "window.plan.less" : "window.plan.more"));
  }

  private Facts entered() throws ProblemException {
    Map<String, String> facts = new HashMap<>();
    for (FieldEditor editor : all()) {
      editor.give(facts, new HashMap<>());
    }
    return Facts.ofTexts(facts);
  }

  private List<FieldEditor> all() {
    List<FieldEditor> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  /** Plans with what stands in the fields, and shows what would happen or what is in the way. */
  private void look() {
    if (shownIn.isEmpty()) {
      return;
    }
    long open = all().stream().filter(editor -> editor.missing().getValue().isPresent()).count();
    preview.getChildren().clear();
    try {
      if (open == 0) {
        planned = Optional.of(kind.plan(entered()).ceremony());
        planned.ifPresent(this::preview);
        act.ready(Message.of("window.plan.begin"));
        return;
      }
      preview.getChildren().add(wording.label("window.plan.fillIn", "kr-lead"));
    } catch (ProblemException e) {
      preview.getChildren().add(wording.label(Sentences.what(e.problem()), "kr-heading"));
      preview.getChildren().add(wording.label(Sentences.next(e.problem()), "kr-lead"));
    }
    planned = Optional.empty();
    act.waitFor(
        open > 0 ? Message.of("window.ask.toGo", open) : Message.of("window.plan.doesNotGo"));
  }

  private void preview(Ceremony ceremony) {
    CeremonyState before = CeremonyState.before(ceremony);
    int steps = before.agenda().rows().size();
    Optional<Together> together = Together.in(ceremony.plan());
    together.ifPresent(t -> preview.getChildren().add(new QuorumPicture(wording, t)));
    preview
        .getChildren()
        .addAll(
            wording.label(
                Message.of("window.plan.steps", steps, before.mayGrow() ? 1 : 0), "kr-heading"),
            wording.label("window.plan.agenda", "kr-body", "kr-muted"));
    if (together.isEmpty()) {
      sections(ceremony);
    }
    shownIn.ifPresent(frame -> frame.rail().milestones(Milestones.planned(before)));
  }

  private void sections(Ceremony ceremony) {
    for (Section section : ceremony.first().sections()) {
      long inner = section.items().stream().filter(Section.class::isInstance).count();
      Message line =
          inner == 0 ? section.title() : Message.of("window.plan.turns", section.title(), inner);
      Label label = wording.label(line, "kr-body");
      label.setGraphic(new FontIcon("mdi2c-circle-outline"));
      label.setGraphicTextGap(12);
      preview.getChildren().add(label);
    }
  }

  private void begin() {
    planned.ifPresent(begin);
  }
}
