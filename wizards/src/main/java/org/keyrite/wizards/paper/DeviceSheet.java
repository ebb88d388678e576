// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.List;

/**
 * What a device told of itself when it was checked; public. Every text is already in the language
 * of the page.
 *
 * @param frame what is common to the sheets of the ceremony
 * @param serial the serial number of the device
 * @param rows what it told, in order
 * @param people who signs
 */
public record DeviceSheet(SheetFrame frame, String serial, List<Row> rows, List<Person> people)
    implements Sheet {
  /** Keeps its own copies of the lists. */
  public DeviceSheet {
    rows = List.copyOf(rows);
    people = List.copyOf(people);
  }
}
