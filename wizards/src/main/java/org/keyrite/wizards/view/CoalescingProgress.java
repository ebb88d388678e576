// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keyrite.core.work.Progress;

/**
 * Brings progress from the thread that works to the screen. However often work reports, at most one
 * update waits for the FX thread.
 */
final class CoalescingProgress implements Progress {
  /**
   * How far work is.
   *
   * @param done units behind us
   * @param total all units; 0 while nobody knows
   */
  record Reading(long done, long total) {
    static final Reading NONE = new Reading(0, 0);
  }

  private final Executor ui;
  private final AtomicReference<Reading> waiting = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.NONE);

  CoalescingProgress(Executor ui) {
    this.ui = ui;
  }

  @Override
  public void report(long done, long total) {
    if (waiting.getAndSet(new Reading(done, total)) == null) {
      ui.execute(() -> reading.set(waiting.getAndSet(null)));
    }
  }

  @Override
  public void checkpoint() {
    // Stopping is asked of the runner.
  }

  /** Forgets the work before. */
  void reset() {
    reading.set(Reading.NONE);
  }

  /** The latest reading, on the FX thread. */
  ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }
}
