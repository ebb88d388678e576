// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyDeletion;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.KeyTransfer;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.KeyId;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.wrap.WrappedKeyFile;

/**
 * A device with a key is pulled before each command of work on another key, and after each with its
 * answer lost. The key that was there stays as it was and answers; what is half done is named by
 * the list, so that it can be finished or cleared, and then the work is done as if nothing had
 * been.
 */
final class PulledWithKeysTest {
  private static final KeyId OLD = new KeyId(1);
  private static final KeyId NEW = new KeyId(2);

  /** A device with one key, and a wrapped key for it. */
  private static SimulatedState before;

  private static StoredKey old;
  private static StoredKey original;
  private static WrappedKeyFile wrapped;

  /** What a client does with a device that it has identified and unlocked. */
  private interface Work {
    void on(SmartCardHsm hsm) throws ProblemException;
  }

  @BeforeAll
  static void prepare() throws ProblemException {
    KeyDesk desk = KeyDesk.withDkek(1);
    old = desk.create(KeyDesk.key("secp256r1", 1));
    before = desk.desk().device.state();
    original = desk.create(KeyDesk.key("brainpoolP256r1", 2));
    wrapped = desk.transfer().wrap(original);
  }

  @Test
  void aNewKeyIsThereOrNamedOrNotAtAll() throws ProblemException {
    everywhere(
        before,
        PulledWithKeysTest::create,
        desk -> {
          settle(desk);
          if (desk.list().withId(original.pkcsId().orElseThrow()).isEmpty()) {
            create(desk.hsm());
          }
          StoredKey made = desk.list().get(NEW);
          desk.proof().prove(made, made.requirePublicKey());
        });
  }

  private static void create(SmartCardHsm hsm) throws ProblemException {
    KeyCreation creation = new KeyCreation(hsm, hsm.identify());
    logIn(hsm);
    creation.create(KeyList.read(hsm), KeyDesk.key("secp384r1", 2));
  }

  @Test
  void aRestoredKeyIsThereOrNamedOrNotAtAll() throws ProblemException {
    everywhere(
        before,
        PulledWithKeysTest::restore,
        desk -> {
          settle(desk);
          if (desk.list().withId(original.pkcsId().orElseThrow()).isEmpty()) {
            restore(desk.hsm());
          }
          StoredKey copy = desk.list().get(NEW);
          assertEquals(original, copy);
          desk.proof().prove(copy, original.requirePublicKey());
        });
  }

  private static void restore(SmartCardHsm hsm) throws ProblemException {
    KeyDomains domains = KeyDomains.read(hsm, hsm.identify());
    logIn(hsm);
    new KeyTransfer(hsm).unwrap(KeyList.read(hsm), domains, wrapped);
  }

  @Test
  void aDeletedKeyIsGoneOrThereOrLeavesNamedFiles() throws ProblemException {
    Desk desk = Desk.with(before);
    restore(desk.hsm());
    everywhere(
        desk.device.state(),
        PulledWithKeysTest::delete,
        found -> {
          KeyList list = found.list();
          boolean isThere = list.keys().stream().anyMatch(original::equals);
          assertTrue(isThere || list.keys().equals(List.of(old)), list::toString);
          delete(found.hsm());
          assertEquals(List.of(old), found.list().keys());
          assertTrue(found.list().leftovers().isEmpty());
        });
  }

  private static void delete(SmartCardHsm hsm) throws ProblemException {
    hsm.identify();
    logIn(hsm);
    KeyDeletion.delete(hsm, NEW);
  }

  private static void logIn(SmartCardHsm hsm) throws ProblemException {
    try (UserPin pin = Pins.user(Desk.PIN)) {
      hsm.send(new VerifyPin(pin));
    }
  }

  /** Deletes what is half made; it is named, and none of it is the key that was there before. */
  private static void settle(KeyDesk desk) throws ProblemException {
    KeyList list = desk.list();
    List<KeyId> halfMade =
        Stream.concat(
                list.keys().stream().filter(StoredKey::isInvisible).map(StoredKey::reference),
                list.leftovers().stream())
            .toList();
    assertTrue(halfMade.isEmpty() || halfMade.equals(List.of(NEW)), list::toString);
    for (KeyId half : halfMade) {
      KeyDeletion.delete(desk.hsm(), half);
    }
  }

  private interface Check {
    void of(KeyDesk desk) throws ProblemException;
  }

  private static void everywhere(SimulatedState state, Work work, Check check)
      throws ProblemException {
    AtomicInteger commands = new AtomicInteger();
    Desk undisturbed = Desk.with(state);
    work.on(new SmartCardHsm(undisturbed.channel(commands::incrementAndGet)));
    for (int command = 1; command <= commands.get(); command++) {
      for (Fault fault : List.of(new Fault.PulledBefore(command), new Fault.PulledAfter(command))) {
        Desk desk = Desk.with(state, fault);
        assertRefused(new DeviceGone(Desk.READER), () -> work.on(desk.hsm()));
        desk.card.insert();
        SmartCardHsm again = desk.connect();
        assertEquals(old, KeyList.read(again).get(OLD), fault::toString);
        logIn(again);
        KeyDesk found = new KeyDesk(desk);
        found.proof().prove(old, old.requirePublicKey());
        check.of(found);
        assertEquals(old, found.list().get(OLD), fault::toString);
      }
    }
  }
}
