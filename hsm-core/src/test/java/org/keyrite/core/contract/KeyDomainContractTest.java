// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.command.ClearKeyEncryptionKey;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeleteKeyDomain;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.KeyCheckValue;
import org.keyrite.core.hsm.KeyDomains;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.problem.DeviceProblem.KeyDomainNotCreated;
import org.keyrite.core.problem.DeviceProblem.KeyDomainUnavailable;
import org.keyrite.core.problem.DeviceProblem.NoKeyDomains;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.ShareCountExceeded;
import org.keyrite.core.problem.ProblemException;

/** DKEK shares and key domains. */
final class KeyDomainContractTest {
  private static final KeyDomainIndex FIRST = KeyDomainIndex.FIRST;

  private static KeyDomains domains(Desk desk) throws ProblemException {
    return KeyDomains.read(desk.hsm(), desk.hsm().identify());
  }

  private static KeyDomainStatus status(SmartCardHsm hsm, KeyDomainIndex index)
      throws ProblemException {
    return assertInstanceOf(
            KeyDomainSlot.Defined.class, hsm.send(new QueryKeyDomain(index)), "not set up")
        .status();
  }

  /** What the shares filled with 1, 2, … so many, give together. */
  private static KeyCheckValue expected(int shares) {
    List<DkekShare> all = IntStream.rangeClosed(1, shares).mapToObj(Desk::share).toList();
    try (Dkek dkek = Dkek.of(all)) {
      return dkek.keyCheckValue();
    } finally {
      all.forEach(DkekShare::close);
    }
  }

  private static KeyDomainStatus give(SmartCardHsm hsm, KeyDomainIndex index, int filling)
      throws ProblemException {
    try (DkekShare share = Desk.share(filling)) {
      return hsm.send(new ImportDkekShare(index, share));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void sharesGiveTheKeyCheckValueThatTheFormatSays(int shares) throws Exception {
    SmartCardHsm hsm = Desk.initialised(new KeyDomainSetup.DkekShares(shares)).hsm();
    for (int i = 1; i <= shares; i++) {
      assertFalse(status(hsm, FIRST).hasKey());
      assertEquals(shares - i, give(hsm, FIRST, i).outstanding());
    }
    KeyDomainStatus settled = status(hsm, FIRST);
    assertTrue(settled.hasKey());
    assertEquals(shares, settled.shares());
    assertEquals(expected(shares), settled.keyCheckValue());
    assertFalse(settled.isExchanged());
  }

  @Test
  void oneShareMoreThanThereAreIsNotTaken() throws Exception {
    SmartCardHsm hsm = Desk.initialised(new KeyDomainSetup.DkekShares(1)).hsm();
    give(hsm, FIRST, 1);
    assertRefused(new ShareCountExceeded(0), () -> give(hsm, FIRST, 2));
    assertEquals(expected(1), status(hsm, FIRST).keyCheckValue());
  }

  @Test
  void aKeyThatTheDeviceDrawsHasAValueAndNoShares() throws Exception {
    KeyDomainStatus drawn = status(Desk.initialised(new KeyDomainSetup.RandomDkek()).hsm(), FIRST);
    assertTrue(drawn.hasKey());
    assertEquals(0, drawn.shares());
  }

  @Test
  void aDeviceWithoutKeyDomainsTakesNoShare() throws Exception {
    Desk desk = Desk.initialised(new KeyDomainSetup.None());
    assertEquals(List.of(), domains(desk).slots());
    assertRefused(new NoKeyDomains(), () -> give(desk.hsm(), FIRST, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 255})
  void keyDomainsAreThereToBeSetUp(int count) throws Exception {
    Desk desk = Desk.loggedIn(new KeyDomainSetup.KeyDomains(count));
    KeyDomainIndex last = new KeyDomainIndex(count - 1);
    assertEquals(Collections.nCopies(count, new KeyDomainSlot.Undefined()), domains(desk).slots());
    desk.verify(Desk.PIN);
    assertEquals(2, desk.hsm().send(new CreateDkekDomain(last, 2)).outstanding());
    give(desk.hsm(), last, 1);
    give(desk.hsm(), last, 2);
    assertEquals(expected(2), status(desk.hsm(), last).keyCheckValue());
    assertEquals(count, domains(desk).slots().size());
  }

  @Test
  void keyDomainsDoNotMix() throws Exception {
    SmartCardHsm hsm = Desk.loggedIn(new KeyDomainSetup.KeyDomains(4)).hsm();
    KeyDomainIndex third = new KeyDomainIndex(2);
    hsm.send(new CreateDkekDomain(FIRST, 1));
    hsm.send(new CreateDkekDomain(third, 2));
    give(hsm, third, 1);
    give(hsm, FIRST, 1);
    assertEquals(expected(1), status(hsm, FIRST).keyCheckValue());
    assertFalse(status(hsm, third).hasKey());
    give(hsm, third, 2);
    assertEquals(expected(2), status(hsm, third).keyCheckValue());
  }

  @Test
  void whatIsNotSetUpTakesNoShareAndWhatIsNotThereNeither() throws Exception {
    SmartCardHsm hsm = Desk.loggedIn(new KeyDomainSetup.KeyDomains(4)).hsm();
    assertRefused(new KeyDomainNotCreated(1), () -> give(hsm, new KeyDomainIndex(1), 1));
    assertRefused(new KeyDomainUnavailable(4), () -> give(hsm, new KeyDomainIndex(4), 1));
    assertRefused(
        new KeyDomainUnavailable(4),
        () -> hsm.send(new CreateDkekDomain(new KeyDomainIndex(4), 1)));
  }

  @Test
  void aKeyDomainIsSetUpOnceAndUnlockedOnly() throws Exception {
    Desk desk = Desk.initialised(new KeyDomainSetup.KeyDomains(4));
    SmartCardHsm hsm = desk.hsm();
    assertRefused(new NotLoggedIn(), () -> hsm.send(new CreateDkekDomain(FIRST, 1)));
    desk.verify(Desk.PIN);
    hsm.send(new CreateDkekDomain(FIRST, 1));
    assertRefused(new KeyDomainUnavailable(0), () -> hsm.send(new CreateDkekDomain(FIRST, 1)));
  }

  @Test
  void aForgottenKeyNeedsAllSharesAgain() throws Exception {
    Desk desk = Desk.loggedIn(new KeyDomainSetup.DkekShares(2));
    SmartCardHsm hsm = desk.hsm();
    give(hsm, FIRST, 1);
    give(hsm, FIRST, 2);
    hsm.send(new ClearKeyEncryptionKey(FIRST));
    assertFalse(status(hsm, FIRST).hasKey());
    assertEquals(2, status(hsm, FIRST).outstanding());
    give(hsm, FIRST, 1);
    give(hsm, FIRST, 2);
    assertEquals(expected(2), status(hsm, FIRST).keyCheckValue());
  }

  @Test
  void aRemovedKeyDomainCanBeSetUpAgain() throws Exception {
    Desk desk = Desk.loggedIn(new KeyDomainSetup.KeyDomains(4));
    SmartCardHsm hsm = desk.hsm();
    hsm.send(new CreateDkekDomain(FIRST, 1));
    hsm.send(new DeleteKeyDomain(FIRST));
    assertEquals(new KeyDomainSlot.Undefined(), hsm.send(new QueryKeyDomain(FIRST)));
    assertEquals(3, hsm.send(new CreateDkekDomain(FIRST, 3)).outstanding());
  }

  @Test
  void removingAndForgettingNeedTheDeviceUnlocked() throws Exception {
    SmartCardHsm hsm = Desk.initialised(new KeyDomainSetup.DkekShares(1)).hsm();
    assertRefused(new NotLoggedIn(), () -> hsm.send(new DeleteKeyDomain(FIRST)));
    assertRefused(new NotLoggedIn(), () -> hsm.send(new ClearKeyEncryptionKey(FIRST)));
  }
}
