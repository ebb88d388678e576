// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which devices are in a reader while an agenda is made, so that it says where people swap them.
 * The device that went in first goes out first; people may do otherwise, since each device is found
 * by its serial.
 */
final class ReaderRoom {
  private final int devices;
  private final int readers;
  private final Set<Integer> in = new LinkedHashSet<>();

  /** Empty readers. */
  ReaderRoom(int devices, int readers) {
    this.devices = devices;
    this.readers = readers;
  }

  /** All devices, those that are in a reader first: so each stage costs the fewest swaps. */
  List<Integer> order() {
    return IntStream.concat(
            in.stream().mapToInt(device -> device), IntStream.rangeClosed(1, devices))
        .distinct()
        .boxed()
        .toList();
  }

  /** Has a device in a reader; tells whether it has to be put in. */
  boolean put(int device) {
    if (in.contains(device)) {
      return false;
    }
    if (in.size() == readers) {
      in.remove(in.iterator().next());
    }
    return in.add(device);
  }
}
