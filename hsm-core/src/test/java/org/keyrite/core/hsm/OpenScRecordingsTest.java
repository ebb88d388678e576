// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.CreateDkekDomain;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.Done;
import org.keyrite.core.command.GetChallenge;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.keydomain.KeyDomainStatus;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.ShareCountExceeded;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.Recording;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;

/**
 * Sessions of stock OpenSC 0.23 with an emulated device: from where it selects the SmartCard-HSM,
 * this client sends the same bytes in the same order, and understands the answers.
 */
class OpenScRecordingsTest {

  @Test
  void statusOfAVirginDevice() throws Exception {
    ScriptedChannel channel = Recording.openSc("01-status-virgin");
    SmartCardHsm hsm = new SmartCardHsm(channel);
    assertEquals(Set.of(), hsm.select().options());
    assertFalse(hsm.pins().isInitialised());
    assertEquals(new KeyDomainSlot.None(), hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST)));
    channel.assertFinished();
  }

  @ParameterizedTest
  @CsvSource({
    "05-status-pending, 1, 0000000000000000, false",
    "07-status-before-login, 0, 4858C119E82A582E, true",
    "09-status-after-login, 0, 4858C119E82A582E, true",
    "23-status-dev2, 0, 4858C119E82A582E, true",
  })
  void statusOfADevice(String name, int outstanding, String kcv, boolean hasKey) throws Exception {
    ScriptedChannel channel = Recording.openSc(name);
    SmartCardHsm hsm = new SmartCardHsm(channel);
    assertEquals(Set.of(DeviceOption.RESET_RETRY_COUNTER), hsm.select().options());
    assertEquals(
        new PinStates(new PinState.Unverified(3), new PinState.Unverified(15)), hsm.pins());
    KeyDomainSlot slot = hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST));
    assertTrue(
        slot instanceof KeyDomainSlot.Defined(KeyDomainStatus status)
            && status.shares() == 1
            && status.outstanding() == outstanding
            && status.keyCheckValue().toText().equals(kcv)
            && status.hasKey() == hasKey,
        slot::toString);
    channel.assertFinished();
  }

  @Test
  void randomBytes() throws Exception {
    ScriptedChannel channel = Recording.openSc("02-create-password");
    SmartCardHsm hsm = new SmartCardHsm(channel);
    hsm.select();
    try (Secret salt = hsm.send(new GetChallenge(8));
        Secret share = hsm.send(new GetChallenge(32))) {
      assertEquals(8, salt.size());
      assertEquals(vectorShare("pw.pbe"), share.use(Bytes::of));
    }
    channel.assertFinished();
  }

  @ParameterizedTest
  @ValueSource(strings = {"04-init-1share-dev1", "20-init-1share-dev2"})
  void initialising(String name) throws Exception {
    initialises(name, new KeyDomainSetup.DkekShares(1));
  }

  @Test
  void initialisingWithKeyDomains() throws Exception {
    initialises("90-init-4-domains-raw", new KeyDomainSetup.KeyDomains(4));
  }

  private static void initialises(String name, KeyDomainSetup keyDomains) throws Exception {
    ScriptedChannel channel = Recording.openSc(name);
    SmartCardHsm hsm = new SmartCardHsm(channel);
    hsm.select();
    try (UserPin userPin = Pins.user("648219");
        SoPin soPin = Pins.so("3537363231383830")) {
      Set<DeviceOption> options = Set.of(DeviceOption.RESET_RETRY_COUNTER);
      assertEquals(
          Done.DONE,
          hsm.sendWithSoPin(new InitializeDevice(options, userPin, soPin, 3, keyDomains)));
    }
    channel.assertFinished();
  }

  @ParameterizedTest
  @ValueSource(strings = {"06-import-2of4-shares-3-4", "21-import-2of4-shares-1-3-dev2"})
  void importing(String name) throws Exception {
    ScriptedChannel channel = Recording.openSc(name);
    SmartCardHsm hsm = new SmartCardHsm(channel);
    hsm.select();
    try (DkekShare share = share("nm-2of4.pbe")) {
      KeyDomainStatus status = hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
      assertTrue(status.hasKey());
      assertEquals(share.keyCheckValue(), status.keyCheckValue());
    }
    channel.assertFinished();
  }

  /** In 45 another share than ours was refused; the client does not know its value, nor need it. */
  @Test
  void importingOneMore() throws Exception {
    ScriptedChannel channel = Recording.openSc("64-import-no-dkek");
    SmartCardHsm hsm = new SmartCardHsm(channel);
    hsm.select();
    try (DkekShare share = share("pw.pbe")) {
      assertRefused(
          new ShareCountExceeded(0),
          () -> hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share)));
    }
    channel.assertFinished();
  }

  @Test
  void creatingKeyDomains() throws Exception {
    ScriptedChannel channel = Recording.openSc("93-create-domains-0-and-1-raw");
    SmartCardHsm hsm = new SmartCardHsm(channel);
    hsm.select();
    try (UserPin pin = Pins.user("648219")) {
      hsm.send(new VerifyPin(pin));
    }
    KeyDomainIndex second = new KeyDomainIndex(1);
    KeyDomainStatus first = hsm.send(new CreateDkekDomain(KeyDomainIndex.FIRST, 1));
    assertEquals(first, hsm.send(new CreateDkekDomain(second, 1)));
    assertEquals(
        new KeyDomainSlot.Defined(first), hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST)));
    assertEquals(new KeyDomainSlot.Defined(first), hsm.send(new QueryKeyDomain(second)));
    assertEquals(1, first.outstanding());
    channel.assertFinished();
  }

  private static DkekShare share(String file) throws IOException, ProblemException {
    return DkekShare.taking(Secret.taking(vectorShare(file).toByteArray()));
  }

  private static Bytes vectorShare(String file) throws IOException {
    Vector files = Vector.file("/recordings/dkek/vectors.json").get("pbe");
    return files.<Vector>get(file).bytes("share");
  }
}
