// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import org.keyrite.core.work.Progress;

/** Several works seen as one, each as long as any other. */
final class WholeProgress {
  private static final long UNITS = 1_000;

  private final Progress watched;
  private final int works;
  private int begun;

  /** So many works, none of them begun; who watches may stop them. */
  WholeProgress(Progress watched, int works) {
    this.watched = watched;
    this.works = works;
  }

  /** Throws where whoever watches has stopped it. */
  void checkpoint() {
    watched.checkpoint();
  }

  /** The progress of the next work. One that is done again moves nothing backwards. */
  Progress next() {
    long before = UNITS * Math.min(begun, works - 1);
    begun++;
    return new Progress() {
      @Override
      public void report(long done, long total) {
        long here = total <= 0 ? 0 : UNITS * done / total;
        watched.report(before + here, UNITS * works);
      }

      @Override
      public void checkpoint() {
        watched.checkpoint();
      }
    };
  }
}
