// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.hsm.BackupChance;
import org.keyrite.core.hsm.StoredKey;
import org.keyrite.core.key.AllowedAlgorithms;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.KeyProblem.KeyKindRefused;
import org.keyrite.core.problem.KeyProblem.WrappedKindNotHeld;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.wrap.WrappedKeyFile;

/** Keys and a device from before there were key domains, AES and large curves. */
final class OldFirmwareKeysTest {
  private static SimulatedState old;

  @BeforeAll
  static void make() {
    Random random = new Random(6);
    SimulatedAuthority authority = SimulatedAuthority.create(random, Desk.DAY);
    old = SimulatedState.create(authority, new Firmware(2, 6), random, Desk.DAY);
  }

  private static KeyDesk desk() throws ProblemException {
    Desk desk = Desk.with(old);
    desk.hsm().select();
    desk.initialise(Desk.USUAL, new KeyDomainSetup.DkekShares(1));
    return KeyDesk.settled(desk, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA-2048", "secp256r1", "brainpoolP320r1"})
  void whatItKnowsIsMadeWrappedAndTakenIn(String spec) throws ProblemException {
    KeyDesk desk = desk();
    StoredKey made = desk.create(KeyDesk.key(spec, 1, KeyTerms.NONE));
    WrappedKeyFile file = desk.transfer().wrap(made);
    StoredKey copy = desk.transfer().unwrap(desk.list(), desk.domains(), file);
    desk.proof().prove(copy, made.requirePublicKey());
  }

  @Test
  void itsOnlyKeyDomainIsNotNamedToIt() throws ProblemException {
    KeyDesk desk = desk();
    StoredKey made = desk.create(KeyDesk.key("secp256r1", 1));
    assertEquals(Optional.empty(), made.terms().domain());
    assertEquals(BackupChance.POSSIBLE, made.backupChance(desk.domains()));
    KeyTerms second =
        new KeyTerms(
            AllowedAlgorithms.ALL, Optional.of(new KeyDomainIndex(1)), OptionalLong.empty());
    assertRefused(
        new FirmwareTooOld("2.6", "3.0"), () -> desk.create(KeyDesk.key("secp256r1", 2, second)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "secp521r1", "brainpoolP512r1"})
  void largeCurvesAreRefused(String spec) throws ProblemException {
    KeyDesk desk = desk();
    assertRefused(new KeyKindRefused(spec), () -> desk.create(KeyDesk.key(spec, 1, KeyTerms.NONE)));
    assertEquals(List.of(), desk.list().keys());
  }

  @Test
  void secretKeysAreRefusedBeforeAnythingIsSent() throws ProblemException {
    KeyDesk desk = desk();
    assertRefused(new FirmwareTooOld("2.6", "3.0"), () -> desk.create(KeyDesk.key("AES-128", 1)));
    assertEquals(List.of(), desk.list().keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp521r1", "AES-256"})
  void wrappedKeysThatItCannotHoldLeaveNothing(String spec) throws ProblemException {
    KeyDesk modern = KeyDesk.withDkek(1);
    WrappedKeyFile file = modern.transfer().wrap(modern.create(KeyDesk.key(spec, 1)));
    KeyDesk desk = desk();
    var domains = desk.domains();
    assertRefused(
        new WrappedKindNotHeld(), () -> desk.transfer().unwrap(desk.list(), domains, file));
    assertEquals(List.of(), desk.list().keys());
    assertEquals(Set.of(), desk.list().leftovers());
  }
}
