// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.core.problem.DeviceProblem.KeyDomainsChanged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.device.DeviceReport;

/** The steps of a {@link DeviceCheck} and their work. */
final class CheckSteps {
  private static final String DEVICE = "device";
  private static final Fact<String> SERIAL = fact(DevicePoint.SERIAL);
  private static final Fact<String> DOMAINS = fact(DevicePoint.DOMAINS);

  private CheckSteps() {}

  private static Fact<String> fact(DevicePoint point) {
    return Fact.text(DEVICE + "." + point.word());
  }

  private static Fact<String> domain(int index) {
    return Fact.text("keyDomain[" + index + "]");
  }

  static AwaitDevice await() {
    return AwaitDevice.first(
        StepId.of("deviceCheck.await"), Seat.OPERATOR, List.of(), DEVICE, SERIAL);
  }

  /** Which device it is, and which key domains are to be looked at. */
  static Perform look() {
    Set<Slot> yields = new HashSet<>(Set.of(DOMAINS));
    DevicePoint.IDENTITY.stream().map(CheckSteps::fact).forEach(yields::add);
    yields.remove(SERIAL);
    return new Perform(
        StepId.of("deviceCheck.look"),
        Seat.OPERATOR,
        List.of(),
        Set.of(SERIAL),
        yields,
        desk -> {
          DeviceReport report = report(desk);
          put(desk, report, DevicePoint.IDENTITY);
          put(desk, report, List.of(DevicePoint.DOMAINS));
        });
  }

  static Attest named() {
    return Attest.of(
        StepId.of("deviceCheck.named"),
        Seat.WITNESS,
        List.of(),
        shown(DevicePoint.IDENTITY.stream().map(CheckSteps::fact)));
  }

  /** The key domains that were set up when the device was asked which one it is. */
  static List<Integer> domains(Facts known) {
    String told = known.get(DOMAINS);
    return told.matches("[0-9, ]+")
        ? Stream.of(told.split(", ")).map(Integer::valueOf).toList()
        : List.of();
  }

  static Perform read(List<Integer> domains) {
    Set<Slot> yields = new HashSet<>();
    condition().forEach(point -> yields.add(fact(point)));
    domains.forEach(index -> yields.add(domain(index)));
    return new Perform(
        StepId.of("deviceCheck.read"),
        Seat.OPERATOR,
        List.of(),
        Set.of(SERIAL),
        yields,
        desk -> {
          DeviceReport report = report(desk);
          if (!report.domains().equals(domains)) {
            throw new KeyDomainsChanged(desk.get(SERIAL)).asException();
          }
          put(desk, report, condition());
          domains.forEach(index -> desk.put(domain(index), report.domain(index)));
        });
  }

  static Attest seen(List<Integer> domains) {
    return Attest.of(
        StepId.of("deviceCheck.seen"),
        Seat.WITNESS,
        List.of(),
        shown(
            Stream.concat(
                condition().stream().map(CheckSteps::fact),
                domains.stream().map(CheckSteps::domain))));
  }

  /** What is not known from {@link #look}. */
  private static List<DevicePoint> condition() {
    List<DevicePoint> points = new ArrayList<>(DevicePoint.CONDITION);
    points.remove(DevicePoint.DOMAINS);
    return points;
  }

  private static Attest.Shown[] shown(Stream<Fact<String>> facts) {
    return facts.map(Attest.Shown.Openly::new).toArray(Attest.Shown[]::new);
  }

  private static DeviceReport report(Desk desk) throws ProblemException {
    LocalDate today = LocalDate.ofInstant(desk.place().clock().instant(), ZoneOffset.UTC);
    return desk.use(SERIAL, (hsm, device) -> DeviceReport.read(hsm, today));
  }

  /** The serial is known from awaiting the device. */
  private static void put(Desk desk, DeviceReport report, List<DevicePoint> points) {
    points.stream()
        .filter(point -> point != DevicePoint.SERIAL)
        .forEach(point -> desk.put(fact(point), point.in(report)));
  }
}
