// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.device.DeviceReport;

/** The only device of a ceremony, and how it is named by what it tells of itself. */
final class OneDevice {
  static final Fact<String> SERIAL = fact(DevicePoint.SERIAL);

  private static final String PART = "device";

  /** What is known of a device as soon as it is there. */
  private static final Set<DevicePoint> AWAITED =
      Set.of(DevicePoint.SERIAL, DevicePoint.FINGERPRINT);

  private OneDevice() {}

  static Fact<String> fact(DevicePoint point) {
    return Fact.text("device." + point.word());
  }

  static AwaitDevice await(StepId id) {
    return AwaitDevice.first(id, Seat.OPERATOR, List.of(), PART, SERIAL);
  }

  /** Reads these points but for those that are known from awaiting the device. */
  static Perform look(StepId id, List<DevicePoint> points) {
    return new Perform(
        id,
        Seat.OPERATOR,
        List.of(),
        Set.of(SERIAL),
        yields(points),
        desk -> put(desk, report(desk), points));
  }

  static Set<Slot> yields(List<DevicePoint> points) {
    Set<Slot> yields = new HashSet<>();
    points.forEach(point -> yields.add(fact(point)));
    AWAITED.forEach(known -> yields.remove(fact(known)));
    return yields;
  }

  /** What the device tells now. */
  static DeviceReport report(Desk desk) throws ProblemException {
    LocalDate today = LocalDate.ofInstant(desk.place().clock().instant(), ZoneOffset.UTC);
    return desk.use(SERIAL, (hsm, device) -> DeviceReport.read(hsm, today));
  }

  static void put(Desk desk, DeviceReport report, List<DevicePoint> points) {
    points.stream()
        .filter(point -> !AWAITED.contains(point))
        .forEach(point -> desk.put(fact(point), point.in(report)));
  }

  /** The witness names a device that is used, by these points. */
  static Attest guarded(StepId id, List<DevicePoint> points) {
    return new DeviceOrigins(SERIAL, fact(DevicePoint.ORIGIN)).guard(seen(id, points, List.of()));
  }

  /** The witness looks at these points, and at more. */
  static Attest seen(StepId id, List<DevicePoint> points, List<Fact<?>> more) {
    return Attest.of(
        id,
        Seat.WITNESS,
        List.of(),
        Stream.concat(points.stream().map(OneDevice::fact), more.stream())
            .map(Attest.Shown.Openly::new)
            .toArray(Attest.Shown[]::new));
  }
}
