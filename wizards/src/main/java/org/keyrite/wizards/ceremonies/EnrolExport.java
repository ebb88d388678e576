// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.cvc.ChainVerdict;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.Feature;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Attest;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Desk;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;

/**
 * The device IDs of the members: each device is named, and its certificates are written to a file.
 *
 * @param plan what was decided
 * @param readers where the devices are
 */
record EnrolExport(EnrolPlan plan, ReaderRoom readers) {

  static StepId id(String name, int m) {
    return new StepId("deviceEnrol." + name, m);
  }

  /** A section for each device. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (int m = 1; m <= plan.members(); m++) {
      readers.put(m);
      sections.add(
          new Section(id("member", m), words(m), List.of(await(m), look(m), named(m), export(m))));
    }
    return sections;
  }

  private List<Object> words(int m) {
    return List.of(m, plan.members());
  }

  AwaitDevice await(int m) {
    return AwaitDevice.first(
            id("await", m), Seat.OPERATOR, words(m), "device[" + m + "]", DeviceFacts.serial(m))
        .holding(AwaitDevice.Holding.KEY_DOMAIN_ROOM);
  }

  Perform look(int m) {
    return new Perform(
        id("look", m),
        Seat.OPERATOR,
        words(m),
        Set.of(DeviceFacts.serial(m)),
        DeviceLook.yields(m),
        desk -> look(desk, m));
  }

  /** Refuses a device that could never join, before anything is done. */
  private void look(Desk desk, int m) throws ProblemException {
    desk.use(
        DeviceFacts.serial(m),
        (hsm, device) -> {
          device.require(Feature.XKEK);
          DeviceLook.identity(desk, m, hsm, device);
          hsm.pins().requireInitialised();
          requireRoom(hsm.send(new QueryKeyDomain(plan.domain())));
          return device;
        });
  }

  /** A key domain of a group may be there from an earlier attempt; which one is seen later. */
  private void requireRoom(KeyDomainSlot slot) throws ProblemException {
    int domain = plan.domain().value();
    switch (slot) {
      case KeyDomainSlot.Undefined() -> {
        // Room for it.
      }
      case KeyDomainSlot.Defined(KeyDomainStatus status) when status.isExchanged() -> {
        // Maybe this group's.
      }
      case KeyDomainSlot.Defined _ ->
          throw new DeviceProblem.KeyDomainUnavailable(domain).asException();
      case KeyDomainSlot.BeyondLast() ->
          throw new DeviceProblem.KeyDomainMissing(domain).asException();
      case KeyDomainSlot.None() -> throw new DeviceProblem.NoKeyDomains().asException();
    }
  }

  Attest named(int m) {
    return DeviceLook.namedOnly(id("named", m), m, words(m));
  }

  private Perform export(int m) {
    return new Perform(
        id("export", m),
        Seat.OPERATOR,
        words(m),
        Set.of(DeviceFacts.serial(m)),
        EnrolFacts.known(m),
        desk -> {
          DeviceId read =
              desk.use(DeviceFacts.serial(m), (hsm, device) -> DeviceId.of(device.certificates()));
          new KeyFolder(desk.place().folder()).write(read.fileName(), read.encode(), true);
          put(desk, m, read);
        });
  }

  /**
   * Puts down what a device ID says.
   *
   * @throws ProblemException {@code CertificateForged}
   */
  static void put(Desk desk, int m, DeviceId member) throws ProblemException {
    ChainVerdict verdict = member.chain().judge(TrustAnchors.known(), today(desk));
    desk.put(EnrolFacts.serial(m), member.serial());
    desk.put(EnrolFacts.fingerprint(m), member.fingerprint());
    desk.put(EnrolFacts.origin(m), verdict.origin().name());
    desk.put(EnrolFacts.outdated(m), verdict.outdated());
    desk.put(EnrolFacts.idFile(m), member.fileName());
    desk.put(EnrolFacts.idHash(m), member.encode().sha256());
  }

  static LocalDate today(Desk desk) {
    return LocalDate.ofInstant(desk.place().clock().instant(), ZoneOffset.UTC);
  }
}
