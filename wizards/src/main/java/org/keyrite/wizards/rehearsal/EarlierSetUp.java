// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.hsm.GroupSigner;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Pin;
import org.keyrite.wizards.device.Devices;

/**
 * Sets up the devices of a rehearsal that were set up long ago in its story: a ceremony which asks
 * for a PIN that nobody chose in it, or says what its devices hold, expects them so, with a key
 * domain that waits for shares or, where the ceremony imports none, has them.
 *
 * @param domain which key domain waits for shares
 * @param shares for how many
 * @param imported whether the shares are there
 */
record EarlierSetUp(int domain, int shares, boolean imported) {
  private static final Fact<Integer> DOMAIN = Fact.number("domain");
  private static final Fact<Integer> DEVICES = Fact.number("devices");
  private static final Fact<Integer> SHARES = Fact.number("shares");
  private static final String READER = "workbench";
  private static final int TRIES = 3;

  /** Protects nothing: the same in every rehearsal, and made up for no other use. */
  private static final byte SHARE_OF_A_REHEARSAL = 0x4B;

  /** Sets up what this ceremony expects so, each device by its place in the list, from 1. */
  static void forCeremony(Ceremony ceremony, List<SimulatedHsm> devices) throws ProblemException {
    EarlierSetUp earlier =
        new EarlierSetUp(
            domain(ceremony).value(),
            ceremony.plan().find(SHARES).orElse(1),
            ceremony.plan().find(SHARES).isEmpty());
    Set<Integer> expected = expected(ceremony);
    if (!expected.isEmpty() && earlier.imported) {
      // Devices that are only compared have no PIN in it.
      IntStream.rangeClosed(1, ceremony.plan().find(DEVICES).orElse(1)).forEach(expected::add);
    }
    for (int d : expected) {
      if (d >= 1 && d <= devices.size() && devices.get(d - 1).state().setup().isEmpty()) {
        earlier
            .in(EarlierGroup.domain(ceremony, d))
            .of(
                devices.get(d - 1),
                d,
                holding(ceremony).getOrDefault(d, AwaitDevice.Holding.ANYTHING));
      }
    }
    EarlierGroup.forCeremony(ceremony, devices);
  }

  private EarlierSetUp in(KeyDomainIndex other) {
    return new EarlierSetUp(other.value(), shares, imported);
  }

  /** The key domain that the shares and keys of this ceremony are in. */
  static KeyDomainIndex domain(Ceremony ceremony) {
    return new KeyDomainIndex(ceremony.plan().find(DOMAIN).orElse(0));
  }

  /** The numbers of the devices that were set up before, so that people know their PINs. */
  static Set<Integer> expected(Ceremony ceremony) {
    Set<Integer> expected = new HashSet<>(knownPins(ceremony));
    holding(ceremony)
        .forEach((d, has) -> {
          if (has != AwaitDevice.Holding.ANYTHING) {
            expected.add(d);
          }
        });
    return expected;
  }

  /** What is on the devices, by their numbers. */
  static Map<Integer, AwaitDevice.Holding> holding(Ceremony ceremony) {
    Map<Integer, AwaitDevice.Holding> holding = new HashMap<>();
    for (Agenda.Row row : Agenda.of(List.of(ceremony.first())).rows()) {
      if (row.step() instanceof AwaitDevice await) {
        // The only device of a ceremony may have no number.
        holding.putIfAbsent(Math.max(1, await.serial().index()), await.holding());
      }
    }
    return holding;
  }

  /** Of which a PIN is asked for that was chosen before the ceremony. */
  private static Set<Integer> knownPins(Ceremony ceremony) {
    Set<Integer> known = new HashSet<>();
    Set<Integer> chosen = new HashSet<>();
    Beforehand.asked(ceremony)
        .forEach(field -> {
          switch (field.editor()) {
            case Editor.KnownPin _ -> known.add(field.slot().index());
            case Editor.NewPin(Pin which, int _) when which == Pin.USER ->
                chosen.add(field.slot().index());
            default -> {
              // Something else is asked.
            }
          }
        });
    known.removeAll(chosen);
    return known;
  }

  void of(SimulatedHsm device, int d, AwaitDevice.Holding holding) throws ProblemException {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, device);
    try (Devices devices = new Devices(readers)) {
      devices.use(
          device.state().identity().serial(),
          (hsm, info) -> {
            setUp(hsm, d, holding);
            if (holding == AwaitDevice.Holding.GROUP_SIGNER) {
              new KeyCreation(hsm, info).create(KeyList.read(hsm), signer());
            }
            return info;
          });
    } finally {
      readers.remove(READER);
    }
  }

  NewKey signer() throws ProblemException {
    return GroupSigner.newKey(
        "Group Signer", Bytes.of((byte) 1), Optional.of(new KeyDomainIndex(domain)));
  }

  private void setUp(SmartCardHsm hsm, int d, AwaitDevice.Holding holding) throws ProblemException {
    try (Passphrase typedUser = MadeUpPin.typed(Pin.USER, d);
        Passphrase typedSo = MadeUpPin.typed(Pin.SO, d);
        UserPin user = UserPin.chosen(typedUser);
        SoPin so = SoPin.typed(typedSo)) {
      hsm.sendWithSoPin(
          new InitializeDevice(
              Set.of(DeviceOption.RESET_RETRY_COUNTER),
              user,
              so,
              TRIES,
              new KeyDomainSetup.KeyDomains(domain + 1)));
      hsm.send(new VerifyPin(user));
      if (holding == AwaitDevice.Holding.KEY_DOMAIN_ROOM || EarlierGroup.isIn(holding)) {
        return;
      }
      KeyDomainIndex index = new KeyDomainIndex(domain);
      hsm.send(new CreateDkekDomain(index, shares));
      for (int i = 1; imported && i <= shares; i++) {
        try (DkekShare share = made(i)) {
          hsm.send(new ImportDkekShare(index, share));
        }
      }
    }
  }

  private static DkekShare made(int i) {
    byte[] share = new byte[DkekShare.SIZE];
    Arrays.fill(share, (byte) (SHARE_OF_A_REHEARSAL + i));
    return DkekShare.taking(Secret.taking(share));
  }
}
