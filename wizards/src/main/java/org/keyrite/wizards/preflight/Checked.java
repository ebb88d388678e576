// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.util.Map;

/**
 * An inspection that is put together from checks.
 *
 * @param checks one for each point
 * @param residue searches the places
 */
public record Checked(Map<Point, Check> checks, Residue residue) implements Inspection {
  /** Refuses to leave out a point. */
  public Checked {
    checks = Map.copyOf(checks);
    if (checks.size() != Point.values().length) {
      throw new IllegalArgumentException("points left out: " + checks.keySet());
    }
  }

  @Override
  public Finding before(Point point, Needs needs) {
    return checks.get(point).look(needs);
  }

  @Override
  public Finding after(Place place, Search search) {
    return residue.look(place, search);
  }
}
