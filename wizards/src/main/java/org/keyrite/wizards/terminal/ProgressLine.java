// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.Duration;
import org.keyrite.core.work.Progress;
import org.keyrite.core.work.TimeLeft;
import org.keyrite.i18n.Messages;

/** One line that says how far work is and how long it will still take, four times a second. */
final class ProgressLine implements Progress {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Screen screen;
  private final Messages messages;
  private final String title;
  private final long started = System.nanoTime();
  private long shown = started;
  private TimeLeft left = TimeLeft.UNKNOWN;

  ProgressLine(Screen screen, Messages messages, String title) {
    this.screen = screen;
    this.messages = messages;
    this.title = title;
  }

  @Override
  public void report(long done, long total) {
    long now = System.nanoTime();
    if (!screen.errSeen() || now - shown < PAUSE.toNanos()) {
      return;
    }
    shown = now;
    left = left.after(done, total, Duration.ofNanos(now - started));
    long percent = total == 0 ? 100 : 100 * done / total;
    screen.progress(
        left.shown()
            .map(rest -> messages.text("terminal.progress.left", title, percent, rest.toSeconds()))
            .orElseGet(() -> messages.text("terminal.progress", title, percent)));
  }

  @Override
  public void checkpoint() {
    // Ctrl-C stops the whole ceremony, which can be resumed.
  }
}
