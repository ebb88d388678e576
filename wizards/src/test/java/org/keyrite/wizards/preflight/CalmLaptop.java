// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.util.EnumMap;
import java.util.Map;

/** A laptop as a ceremony needs it, the same on every machine, until somebody changes it. */
public final class CalmLaptop implements Inspection {
  private final Map<Point, Finding> found = new EnumMap<>(Point.class);
  private final Map<Place, Finding> left = new EnumMap<>(Place.class);

  /** One with nothing wrong. */
  public CalmLaptop() {
    for (Point point : Point.values()) {
      found.put(point, new Finding.Fine(seen(point)));
    }
    for (Place place : Place.values()) {
      left.put(place, new Finding.Fine("12"));
    }
  }

  private static String seen(Point point) {
    return switch (point) {
      case CLOCK -> "2030-01-02 03:04 UTC";
      case DISK -> "12000";
      case PRINTER -> "office";
      case PROGRAM -> "9aacb54183a90674";
      default -> "";
    };
  }

  /** What is found at a point from now on. */
  public CalmLaptop with(Point point, Finding finding) {
    found.put(point, finding);
    return this;
  }

  /** What is found in a place from now on. */
  public CalmLaptop with(Place place, Finding finding) {
    left.put(place, finding);
    return this;
  }

  @Override
  public Finding before(Point point, Needs needs) {
    boolean needed =
        switch (point) {
          case PRINTER -> needs.queue().isPresent();
          case READER_SERVICE, READERS -> needs.devices();
          default -> true;
        };
    return needed ? found.get(point) : new Finding.NotNeeded();
  }

  @Override
  public Finding after(Place place, Search search) {
    return left.get(place);
  }
}
