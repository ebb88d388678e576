// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.layout.VBox;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.view.look.Act;
import org.keyrite.wizards.view.look.Wording;

/**
 * People wait for something long that is no step of a ceremony, see how far it is, and may stop it.
 */
public final class WaitScreen {
  private final Wording wording;
  private final Message title;
  private final Message text;
  private final CoalescingProgress reported;
  private volatile boolean stopped;

  /**
   * A screen that says what is waited for.
   *
   * @param ui the FX thread
   */
  public WaitScreen(Wording wording, Executor ui, Message title, Message text) {
    this.wording = wording;
    this.title = title;
    this.text = text;
    reported = new CoalescingProgress(ui);
  }

  /** Shows it in a frame, in the place of a screen. */
  public void openIn(Frame frame) {
    StepScreen screen = screen();
    frame.show(Optional.empty(), screen.content(), Optional.of(screen.acts()));
    screen.focus().run();
  }

  /** Shows it over whatever screen is there. */
  public void over(Frame frame) {
    frame.overlay(screen());
  }

  private StepScreen screen() {
    WorkPane pane = new WorkPane(wording, List.of(), System::nanoTime);
    reported.readingProperty().addListener((o, was, is) -> pane.report(is.done(), is.total()));
    Act stop =
        Act.bordered(wording, Message.of("window.work.stop"), () -> {}).key("window.key.escape");
    stop.setCancelButton(true);
    stop.setOnAction(e -> {
      stopped = true;
      stop.waitFor(Message.of("window.work.stopping"));
    });
    VBox content = new VBox(18, new ScreenHead(wording, title, text, List.of()), pane);
    return new StepScreen(content, new ActRow().right(stop), stop::requestFocus);
  }

  /** Takes how far it is, from any thread; its checkpoint throws once people have stopped it. */
  public Progress progress() {
    return new Progress() {
      @Override
      public void report(long done, long total) {
        reported.report(done, total);
      }

      @Override
      public void checkpoint() {
        if (stopped) {
          throw new Cancelled();
        }
      }
    };
  }
}
