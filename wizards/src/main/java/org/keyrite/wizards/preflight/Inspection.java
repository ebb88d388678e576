// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

/** The laptop, as a ceremony has it looked at. Changes nothing. */
public interface Inspection {
  /** Nothing is looked at: what people who are made up did before, they did nowhere. */
  Inspection NONE =
      new Inspection() {
        @Override
        public Finding before(Point point, Needs needs) {
          return new Finding.NotNeeded();
        }

        @Override
        public Finding after(Place place, Search search) {
          return new Finding.NotNeeded();
        }
      };

  /** Looks at one point before the ceremony. */
  Finding before(Point point, Needs needs);

  /** Looks into one place when it ends. */
  Finding after(Place place, Search search);
}
