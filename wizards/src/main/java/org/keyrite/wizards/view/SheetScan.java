// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;

/**
 * A scan of a sheet, which takes seconds to read and is read elsewhere. What was read is kept until
 * it is taken or dropped; what comes out of a scan that was dropped meanwhile is wiped at once.
 * Lives on the FX thread but for the reading.
 */
final class SheetScan {
  /** How far it is. */
  sealed interface State {
    /** No scan was chosen, or it was taken or dropped. */
    record None() implements State {}

    /** It is being read. */
    record Reading() implements State {}

    /** It was read from this file. */
    record Read(Path file) implements State {}

    /** A hand-held scanner typed it. */
    record Typed() implements State {}

    /** It could not be read. */
    record Refused(Problem problem) implements State {}
  }

  private final Editor.SheetTyping typing;
  private final Executor work;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
  private Optional<Secret> content = Optional.empty();
  private int latest;

  /**
   * No scan yet.
   *
   * @param work where scans are read; not the FX thread outside of tests
   */
  SheetScan(Editor.SheetTyping typing, Executor work) {
    this.typing = typing;
    this.work = work;
  }

  /** How far it is. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Reads this picture or PDF in place of what was chosen before. */
  void read(Path file) {
    drop();
    int number = latest;
    state.set(new State.Reading());
    work.execute(() -> {
      try {
        Secret read = typing.scan(file);
        Platform.runLater(() -> keep(number, file, read));
      } catch (ProblemException e) {
        Platform.runLater(() -> refuse(number, e.problem()));
      } catch (RuntimeException | Error e) {
        // Whatever a file does to those who read it: nobody waits for it for ever.
        Problem unreadable = new PaperProblem.PictureUnreadable(file.toString());
        Platform.runLater(() -> refuse(number, unreadable));
      }
    });
  }

  /** Takes what a hand-held scanner typed in place of what was chosen before, and wipes it. */
  void typed(char[] code) {
    drop();
    try {
      content = Optional.of(typing.code(code));
      state.set(new State.Typed());
    } catch (ProblemException e) {
      state.set(new State.Refused(e.problem()));
    } finally {
      Arrays.fill(code, '\0');
    }
  }

  private void keep(int number, Path file, Secret read) {
    if (number != latest) {
      read.close();
      return;
    }
    content = Optional.of(read);
    state.set(new State.Read(file));
  }

  private void refuse(int number, Problem problem) {
    if (number == latest) {
      state.set(new State.Refused(problem));
    }
  }

  /** Gives away what was read, if anything; the caller owns it from then on. */
  Optional<Secret> take() {
    Optional<Secret> taken = content;
    if (taken.isPresent()) {
      content = Optional.empty();
      state.set(new State.None());
    }
    return taken;
  }

  /** Forgets the scan when this leaves the screen. */
  void keepWhileShown(Node node) {
    node.sceneProperty()
        .addListener((o, was, is) -> {
          if (is == null) {
            drop();
          }
        });
  }

  /** Forgets the scan, also one that is still being read. */
  void drop() {
    latest++;
    content.ifPresent(Secret::close);
    content = Optional.empty();
    state.set(new State.None());
  }
}
