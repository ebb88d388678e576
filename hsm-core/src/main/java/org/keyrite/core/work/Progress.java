// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.work;

/**
 * The listener of one piece of long work. The work calls both methods between its slices, a few
 * milliseconds apart, on the thread it runs on, never two at a time.
 */
public interface Progress {
  /** Nobody listens and nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public void checkpoint() {}
      };

  /** So many of all units of work are done; units are those of the work. */
  void report(long done, long total);

  /**
   * A point where the work can stop without leaving anything behind.
   *
   * @throws Cancelled if it shall stop here
   */
  void checkpoint();
}
