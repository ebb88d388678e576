// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.util.EnumMap;
import java.util.Map;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.Place;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.preflight.Search;

/** A laptop with the faults that somebody gave it, and no other. */
final class FixedLaptop implements Inspection {
  private final Map<Point, Finding> faults = new EnumMap<>(Point.class);

  /** What is found at a point from now on. */
  synchronized FixedLaptop with(Point point, Finding finding) {
    faults.put(point, finding);
    return this;
  }

  @Override
  public synchronized Finding before(Point point, Needs needs) {
    return faults.getOrDefault(
        point,
        switch (point) {
          case CLOCK -> new Finding.Fine("2026-11-21 10:00 UTC");
          case DISK -> new Finding.Fine("12000");
          case PRINTER, READERS, READER_SERVICE -> new Finding.NotNeeded();
          case PROGRAM -> new Finding.Noted("");
          default -> new Finding.Fine("");
        });
  }

  @Override
  public Finding after(Place place, Search search) {
    return new Finding.Fine("12");
  }
}
