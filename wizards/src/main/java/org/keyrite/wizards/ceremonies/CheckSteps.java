// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem.KeyDomainsChanged;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.DevicePoint;
import org.keyrite.wizards.device.DeviceReport;

/** The steps of a {@link DeviceCheck} and their work. */
final class CheckSteps {
  private CheckSteps() {}

  private static Fact<String> domain(int index) {
    return Fact.text("keyDomain[" + index + "]");
  }

  /** The register of members is read; what travels with it may go then. */
  static Section register() {
    return Section.of(
        "deviceCheck.register",
        Ask.of(
            StepId.of("deviceCheck.registerFile"),
            Seat.OPERATOR,
            List.of(),
            new Field(
                EnrolFacts.REGISTER_PATH, new Editor.OpenFile(Editor.OpenFile.Content.REGISTER))),
        new Perform(
            StepId.of("deviceCheck.readRegister"),
            Seat.OPERATOR,
            List.of(),
            Set.of(EnrolFacts.REGISTER_PATH),
            Set.of(GroupFacts.REGISTER, GroupFacts.REGISTER_HASH),
            CheckSteps::readRegister));
  }

  private static void readRegister(Desk desk) throws ProblemException {
    Path path = Path.of(desk.get(EnrolFacts.REGISTER_PATH));
    MemberRegister register = MemberRegister.read(path);
    desk.put(GroupFacts.REGISTER, register.fileName());
    desk.put(GroupFacts.REGISTER_HASH, register.writeTo(desk.place().folder()));
  }

  /** As it was copied to the folder of the ceremony. */
  private static MemberRegister copied(Desk desk) throws ProblemException {
    String name = desk.get(GroupFacts.REGISTER);
    new KeyFolder(desk.place().folder()).require(name, desk.get(GroupFacts.REGISTER_HASH));
    return MemberRegister.read(desk.place().folder().resolve(name));
  }

  static AwaitDevice await() {
    return OneDevice.await(StepId.of("deviceCheck.await")).holding(AwaitDevice.Holding.GROUP_KEYS);
  }

  /** Which device it is, and which key domains are to be looked at. */
  static Perform look() {
    List<DevicePoint> points = new ArrayList<>(DevicePoint.IDENTITY);
    points.add(DevicePoint.DOMAINS);
    return OneDevice.look(StepId.of("deviceCheck.look"), points);
  }

  static Attest named() {
    return OneDevice.seen(StepId.of("deviceCheck.named"), DevicePoint.IDENTITY, List.of());
  }

  /** The key domains that were set up when the device was asked which one it is. */
  static List<Integer> domains(Facts known) {
    String told = known.get(OneDevice.fact(DevicePoint.DOMAINS));
    return told.matches("[0-9, ]+")
        ? Stream.of(told.split(", ")).map(Integer::valueOf).toList()
        : List.of();
  }

  static Perform read(List<Integer> domains, boolean hasRegister) {
    Set<Slot> needs = new HashSet<>(Set.of(OneDevice.SERIAL));
    if (hasRegister) {
      needs.addAll(Set.of(GroupFacts.REGISTER, GroupFacts.REGISTER_HASH));
    }
    Set<Slot> yields = OneDevice.yields(condition());
    yields.add(KnownMember.TOLD);
    yields.add(CheckedKey.TOLD);
    yields.add(CheckedKey.UNSEEN);
    domains.forEach(index -> yields.add(domain(index)));
    return new Perform(
        StepId.of("deviceCheck.read"),
        Seat.OPERATOR,
        List.of(),
        needs,
        yields,
        desk -> read(desk, domains, hasRegister ? Optional.of(copied(desk)) : Optional.empty()));
  }

  private static void read(Desk desk, List<Integer> domains, Optional<MemberRegister> register)
      throws ProblemException {
    DeviceReport report = OneDevice.report(desk);
    KeyList keys = desk.use(OneDevice.SERIAL, (hsm, device) -> keys(hsm, report));
    if (!report.domains().equals(domains)) {
      throw new KeyDomainsChanged(desk.get(OneDevice.SERIAL)).asException();
    }
    OneDevice.put(desk, report, condition());
    domains.forEach(index -> desk.put(domain(index), report.domain(index)));
    desk.put(
        KnownMember.TOLD,
        KnownMember.of(report.status().keyDomains(), report.status().device(), register));
    desk.put(CheckedKey.TOLD, CheckedKey.of(keys, report.status().keyDomains()));
    desk.put(CheckedKey.UNSEEN, CheckedKey.unseen(keys));
  }

  /** A device that was never initialised has none, whatever it would answer. */
  private static KeyList keys(SmartCardHsm hsm, DeviceReport report) throws ProblemException {
    return report.status().pins().isInitialised()
        ? KeyList.read(hsm)
        : new KeyList(List.of(), Set.of());
  }

  static Attest seen(List<Integer> domains) {
    List<Fact<?>> more = new ArrayList<>();
    domains.forEach(index -> more.add(domain(index)));
    more.add(KnownMember.TOLD);
    more.add(CheckedKey.TOLD);
    more.add(CheckedKey.UNSEEN);
    return OneDevice.seen(StepId.of("deviceCheck.seen"), condition(), more);
  }

  /** What is not known from {@link #look}. */
  private static List<DevicePoint> condition() {
    List<DevicePoint> points = new ArrayList<>(DevicePoint.CONDITION);
    points.remove(DevicePoint.DOMAINS);
    return points;
  }
}
