// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.Frame;
import org.keyrite.wizards.view.Panel;
import org.keyrite.wizards.view.TypeSizeChoice;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.TypeSize;
import org.keyrite.wizards.view.look.Wording;

/**
 * How the window looks to whoever uses it: light or dark, how large its letters are, and which
 * language it speaks. What is chosen is kept for the next time. Lives on the FX thread.
 */
final class Appearance {
  private final Scene scene;
  private final Wording wording;
  private final Path file;
  private final Consumer<Problem> refuse;
  private Settings settings;
  private String worn = "";

  /**
   * Gives the scene its look, and again whenever the window gets wider or a person chooses another.
   *
   * @param settings what was chosen before
   * @param file where choices are kept
   * @param refuse told why a choice could not be kept
   */
  Appearance(Scene scene, Wording wording, Settings settings, Path file, Consumer<Problem> refuse) {
    this.scene = scene;
    this.wording = wording;
    this.settings = settings;
    this.file = file;
    this.refuse = refuse;
    dress();
    scene.widthProperty().addListener((o, was, is) -> dress());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::letters);
  }

  /** The language that the window speaks where nobody chose another for his turn. */
  Language language() {
    return settings.language();
  }

  /** Keeps the language that the window speaks now. */
  void keepLanguage() {
    if (wording.language() != settings.language()) {
      keep(settings.with(wording.language()));
    }
  }

  /** Dark after light, light after dark. */
  void otherTheme() {
    keep(settings.with(settings.theme() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT));
    dress();
  }

  /** Lets a person choose how large letters are. */
  void chooseTypeSize(Frame frame) {
    TypeSizeChoice choice = new TypeSizeChoice(wording, settings.typeSize(), this::typeSize);
    new Panel(Message.of("window.type"), Message.of("window.type.text"))
        .over(frame, wording, choice);
  }

  private void typeSize(TypeSize size) {
    keep(settings.with(size));
    dress();
  }

  /** Theme and size of letters, a step larger in a wide window. */
  private void dress() {
    TypeSize size = settings.typeSize().in(scene.getWidth());
    String look = settings.theme() + " " + size;
    if (!look.equals(worn)) {
      worn = look;
      settings.theme().dress(scene, size);
    }
  }

  /** Control with plus, minus or zero: larger or smaller letters, or the usual ones. */
  private void letters(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    TypeSize now = settings.typeSize();
    TypeSize then =
        switch (event.getCode()) {
          case PLUS, ADD, EQUALS -> now.larger();
          case MINUS, SUBTRACT -> now.smaller();
          case DIGIT0, NUMPAD0 -> TypeSize.USUAL;
          default -> null;
        };
    if (then != null) {
      typeSize(then);
      event.consume();
    }
  }

  private void keep(Settings other) {
    settings = other;
    try {
      settings.save(file);
    } catch (ProblemException e) {
      refuse.accept(e.problem());
    }
  }
}
