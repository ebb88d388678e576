// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/**
 * A few lines of text asked for over a screen that stays underneath as it is.
 *
 * @param title what is asked
 * @param text what follows from it
 * @param word what the act says
 */
public record Form(Message title, Message text, Message word) {
  private static final int LONGEST = 400;

  /**
   * A line to fill in; not empty.
   *
   * @param name what people call it
   * @param given what stands in it from the start
   */
  public record Line(Message name, String given) {}

  /** What is done with the lines. */
  @FunctionalInterface
  public interface Deed {
    /** Does it and tells on the FX thread what was refused: then the form stays, and says why. */
    void with(List<String> lines, Consumer<Optional<Problem>> told);
  }

  /** Asks over this frame. */
  public void over(Frame frame, Wording wording, List<Line> lines, Deed deed) {
    List<Field> fields =
        lines.stream()
            .map(line -> new Field(Fact.text(line.name().key()), new Editor.Text(1, LONGEST)))
            .toList();
    List<FieldEditor> editors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      editors.add(TextEditor.named(wording, line.name(), fields.get(i), line.given()));
    }
    AskScreen screen =
        new AskScreen(
            wording,
            editors,
            word,
            (answers, refused) -> {
              Map<String, String> texts = answers.facts().texts();
              deed.with(
                  fields.stream().map(f -> texts.get(f.slot().name()).strip()).toList(),
                  problem -> problem.ifPresentOrElse(refused, frame::closeOverlay));
            });
    Act cancel =
        Act.plain(wording, Message.of("window.ways.cancel"), frame::closeOverlay)
            .key("window.key.escape");
    cancel.setCancelButton(true);
    VBox column = new VBox(18, new ScreenHead(wording, title, text, List.of()), screen.fields());
    frame.overlay(
        new StepScreen(column, new ActRow().left(cancel).right(screen.act()), screen::focus));
  }
}
