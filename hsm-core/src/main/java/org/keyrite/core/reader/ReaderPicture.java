// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyrite.core.reader.ReaderEvent.DeviceArrived;
import org.keyrite.core.reader.ReaderEvent.DeviceLeft;
import org.keyrite.core.reader.ReaderEvent.ReaderArrived;
import org.keyrite.core.reader.ReaderEvent.ReaderLeft;
import org.keyrite.core.reader.ReaderEvent.ServiceBack;
import org.keyrite.core.reader.ReaderEvent.ServiceLost;

/**
 * What was there at one moment.
 *
 * @param serviceRuns whether the service answered
 * @param occupied the readers by name, in the order of the system, and whether a device is in each
 */
record ReaderPicture(boolean serviceRuns, Map<String, Boolean> occupied) {
  /** Nothing is known yet. */
  static final ReaderPicture EMPTY = new ReaderPicture(true, Map.of());

  /** The service does not answer. */
  static final ReaderPicture NO_SERVICE = new ReaderPicture(false, Map.of());

  static ReaderPicture of(List<Reader> readers) {
    Map<String, Boolean> occupied = new LinkedHashMap<>();
    readers.forEach(reader -> occupied.put(reader.name(), reader.isOccupied()));
    return new ReaderPicture(true, occupied);
  }

  /** What happened between this moment and a later one: what left first, then what came. */
  List<ReaderEvent> eventsUntil(ReaderPicture later) {
    List<ReaderEvent> events = new ArrayList<>();
    occupied.forEach((reader, hadDevice) -> {
      if (hadDevice && !later.occupied.getOrDefault(reader, false)) {
        events.add(new DeviceLeft(reader));
      }
      if (!later.occupied.containsKey(reader)) {
        events.add(new ReaderLeft(reader));
      }
    });
    if (serviceRuns != later.serviceRuns) {
      events.add(later.serviceRuns ? new ServiceBack() : new ServiceLost());
    }
    later.occupied.forEach((reader, hasDevice) -> {
      if (!occupied.containsKey(reader)) {
        events.add(new ReaderArrived(reader));
      }
      if (hasDevice && !occupied.getOrDefault(reader, false)) {
        events.add(new DeviceArrived(reader));
      }
    });
    return events;
  }
}
