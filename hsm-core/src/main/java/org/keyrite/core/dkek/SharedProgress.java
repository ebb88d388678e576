// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

/**
 * One listener for several equal pieces of work on several threads, and one switch to stop them.
 */
final class SharedProgress {
  private static final long UNITS = 1_000_000;

  private final Progress listener;
  private final long[] done;
  private boolean stopped;
  private boolean cancelled;

  SharedProgress(Progress listener, int pieces) {
    this.listener = listener;
    this.done = new long[pieces];
  }

  /** What the piece with this index reports to. */
  Progress piece(int index) {
    return new Progress() {
      @Override
      public void report(long pieceDone, long pieceTotal) {
        reportSum(index, UNITS * pieceDone / pieceTotal);
      }

      @Override
      public void checkpoint() {
        check();
      }
    };
  }

  private synchronized void reportSum(int index, long units) {
    done[index] = units;
    long sum = 0;
    for (long piece : done) {
      sum += piece;
    }
    listener.report(sum, UNITS * done.length);
  }

  private synchronized void check() {
    if (stopped) {
      throw new Cancelled();
    }
    try {
      listener.checkpoint();
    } catch (Cancelled e) {
      cancel();
      throw e;
    }
  }

  /** Stops all pieces: their work is no longer needed. */
  synchronized void stop() {
    stopped = true;
  }

  /** Stops all pieces because somebody asked for it. */
  synchronized void cancel() {
    stopped = true;
    cancelled = true;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }
}
