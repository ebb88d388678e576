// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyrite.core.reader.ReaderEvent.DeviceArrived;
import org.keyrite.core.reader.ReaderEvent.DeviceLeft;
import org.keyrite.core.reader.ReaderEvent.ReaderArrived;
import org.keyrite.core.reader.ReaderEvent.ReaderLeft;
import org.keyrite.core.reader.ReaderEvent.ServiceBack;
import org.keyrite.core.reader.ReaderEvent.ServiceLost;

class ReaderPictureTest {

  @Test
  void tellsWhatLeftBeforeWhatCame() {
    Map<String, Boolean> later = new LinkedHashMap<>();
    later.put("stays", true);
    later.put("new", true);
    later.put("empty", false);
    Map<String, Boolean> before = new LinkedHashMap<>();
    before.put("stays", false);
    before.put("gone", true);
    assertEquals(
        List.of(
            new DeviceLeft("gone"),
            new ReaderLeft("gone"),
            new DeviceArrived("stays"),
            new ReaderArrived("new"),
            new DeviceArrived("new"),
            new ReaderArrived("empty")),
        new ReaderPicture(true, before).eventsUntil(new ReaderPicture(true, later)));
  }

  @Test
  void tellsNothingWhenNothingHappened() {
    ReaderPicture picture = new ReaderPicture(true, Map.of("r", true));
    assertEquals(List.of(), picture.eventsUntil(new ReaderPicture(true, Map.of("r", true))));
    assertEquals(
        List.of(new DeviceLeft("r")),
        picture.eventsUntil(new ReaderPicture(true, Map.of("r", false))));
  }

  @Test
  void everythingLeavesWithTheServiceAndComesBackWithIt() {
    ReaderPicture picture = new ReaderPicture(true, Map.of("r", true));
    assertEquals(
        List.of(new DeviceLeft("r"), new ReaderLeft("r"), new ServiceLost()),
        picture.eventsUntil(ReaderPicture.NO_SERVICE));
    assertEquals(
        List.of(new ServiceBack(), new ReaderArrived("r"), new DeviceArrived("r")),
        ReaderPicture.NO_SERVICE.eventsUntil(picture));
    assertEquals(List.of(), ReaderPicture.NO_SERVICE.eventsUntil(ReaderPicture.NO_SERVICE));
  }
}
