// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.hsm.GroupMember;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.KeyDomain;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.wizards.ceremony.AwaitDevice.Holding;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.device.DeviceJob;
import org.keyrite.wizards.device.Devices;

/**
 * Takes the devices of a rehearsal into a group that was founded long ago in its story. The group
 * signer is on a device that nobody sees again.
 */
final class EarlierGroup {
  private static final Fact<Integer> TARGET_DOMAIN = Fact.number("targetDomain");
  private static final String READER = "workbench";

  private EarlierGroup() {}

  static boolean isIn(Holding holding) {
    return holding == Holding.GROUP_MEMBER || holding == Holding.GROUP_KEYS;
  }

  /** Those devices of a ceremony that are in no group yet, although it expects them so. */
  static void forCeremony(Ceremony ceremony, List<SimulatedHsm> devices) throws ProblemException {
    Map<Integer, Holding> members = new TreeMap<>(EarlierSetUp.holding(ceremony));
    members.values().removeIf(has -> !isIn(has));
    members
        .keySet()
        .removeIf(d -> d > devices.size() || isMember(devices.get(d - 1), domain(ceremony, d)));
    if (members.isEmpty()) {
      return;
    }
    SimulatedAuthority authority = devices.getFirst().state().identity().authority();
    SecureRandom random = new SecureRandom();
    SimulatedHsm signer =
        new SimulatedHsm(
            SimulatedState.create(authority, Firmware.CURRENT, random, authority.from()),
            StateStore.MEMORY,
            random);
    new EarlierSetUp(0, 1, true).of(signer, 1, Holding.GROUP_SIGNER);
    for (int d : members.keySet()) {
      SimulatedHsm member = devices.get(d - 1);
      DeviceId id = use(member, (hsm, device) -> DeviceId.of(device.certificates()));
      Membership membership =
          use(
              signer,
              (hsm, device) -> {
                logIn(hsm, 1);
                return GroupSigner.find(KeyList.read(hsm)).getFirst().issue(hsm, device, id);
              });
      KeyDomainIndex domain = domain(ceremony, d);
      use(
          member,
          (hsm, device) -> {
            logIn(hsm, d);
            return new GroupMember(hsm, device).join(domain, membership);
          });
    }
  }

  /** The key domain that a ceremony is about on one of its devices. */
  static KeyDomainIndex domain(Ceremony ceremony, int d) {
    Optional<Integer> ofTarget = d == 1 ? Optional.empty() : ceremony.plan().find(TARGET_DOMAIN);
    return ofTarget.map(KeyDomainIndex::new).orElseGet(() -> EarlierSetUp.domain(ceremony));
  }

  private static boolean isMember(SimulatedHsm device, KeyDomainIndex domain) {
    return domain.value() < device.state().domains().size()
        && device.state().domains().get(domain.value()) instanceof KeyDomain.Xkek;
  }

  private static <R> R use(SimulatedHsm device, DeviceJob<R> job) throws ProblemException {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, device);
    try (Devices devices = new Devices(readers)) {
      return devices.use(device.state().identity().serial(), job);
    } finally {
      readers.remove(READER);
    }
  }

  private static void logIn(SmartCardHsm hsm, int d) throws ProblemException {
    try (Passphrase typed = MadeUpPin.typed(Pin.USER, d);
        UserPin user = UserPin.existing(typed)) {
      hsm.send(new VerifyPin(user));
    }
  }
}
