// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.contract.Desk.DAY;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.DeviceOption;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.QueryDevice;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.CvCertificate;
import org.keyrite.core.cvc.Origin;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.DeviceRandom;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.PinStates;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.pkcs15.TokenInfo;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.DeviceProblem.NotLoggedIn;
import org.keyrite.core.problem.DeviceProblem.SettingsRefused;
import org.keyrite.core.simulator.SimulatedAuthority;

/** Who a device is, how it is set up, its label and its random numbers. */
final class DeviceContractTest {
  private static final KeyDomainSetup NONE = new KeyDomainSetup.None();

  @Test
  void aVirginDeviceSaysThatItIsOne() throws Exception {
    DeviceStatus status = DeviceStatus.read(Desk.virgin().hsm());
    assertEquals(new PinStates(new PinState.Absent(), new PinState.Absent()), status.pins());
    assertRefused(new NotInitialised(), status.pins()::requireInitialised);
    assertEquals(Optional.empty(), status.label());
    assertEquals(List.of(), status.keyDomains().slots());
    assertEquals("4.1", status.device().applet().firmware().toString());
    assertEquals(Set.of(), status.device().applet().options());
  }

  @Test
  void itsSerialIsThatOfItsCertificate() throws Exception {
    Desk desk = Desk.virgin();
    DeviceInfo info = desk.hsm().identify();
    String serial = desk.device.state().identity().serial();
    assertEquals(serial, info.serial().text());
    assertEquals("/ZZSIMUROOT/ZZSIMUISSU/" + serial, info.certificates().path());
  }

  @Test
  void itsChainEndsAtTheRootOfTheSimulationThatMadeIt() throws Exception {
    Desk desk = Desk.virgin();
    CvCertificate root =
        CvCertificate.parse(desk.device.state().identity().authority().rootCertificate());
    TrustAnchors anchors = TrustAnchors.known().with(Origin.SIMULATED, root);
    CertificateChain chain = desk.hsm().identify().certificates();
    assertEquals(Origin.SIMULATED, chain.verdict(anchors, DAY).origin());
    assertEquals(root.holder(), chain.verdict(anchors, DAY).top());
    assertFalse(chain.verdict(anchors, DAY).outdated());
  }

  @Test
  void itIsSimulatedAlsoForWhoeverDoesNotKnowItsRoot() throws Exception {
    CertificateChain chain = Desk.virgin().hsm().identify().certificates();
    assertEquals(Origin.SIMULATED, chain.verdict(TrustAnchors.known(), DAY).origin());
  }

  @Test
  void theRootOfAnotherSimulationDoesNotVouchForIt() throws Exception {
    SimulatedAuthority other = SimulatedAuthority.create(new Random(3), DAY);
    TrustAnchors anchors =
        TrustAnchors.known().with(Origin.SIMULATED, CvCertificate.parse(other.rootCertificate()));
    CertificateChain chain = Desk.virgin().hsm().identify().certificates();
    assertEquals(Origin.CONTRADICTED, chain.verdict(anchors, DAY).origin());
  }

  static Stream<Set<DeviceOption>> optionsThatItHonours() {
    List<DeviceOption> honoured =
        List.of(
            DeviceOption.RESET_RETRY_COUNTER,
            DeviceOption.TRANSPORT_PIN,
            DeviceOption.SESSION_PIN,
            DeviceOption.UNBLOCK_ONLY);
    return Stream.iterate(0, i -> i < 1 << honoured.size(), i -> i + 1)
        .map(bits -> {
          Set<DeviceOption> some = EnumSet.noneOf(DeviceOption.class);
          for (int i = 0; i < honoured.size(); i++) {
            if ((bits >> i & 1) != 0) {
              some.add(honoured.get(i));
            }
          }
          return some;
        });
  }

  @ParameterizedTest
  @MethodSource("optionsThatItHonours")
  void tellsTheOptionsItWasInitialisedWith(Set<DeviceOption> options) throws Exception {
    assertEquals(options, Desk.initialised(options, NONE).hsm().select().options());
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLACEABLE_AUTHENTICATION_KEYS", "PIN_AND_AUTHENTICATION_KEYS"})
  void refusesOptionsThatItDoesNotHaveAndErasesNothing(DeviceOption option) throws Exception {
    Desk desk = Desk.virgin();
    desk.hsm().select();
    assertRefused(new SettingsRefused("6A80"), () -> desk.initialise(Set.of(option), NONE));
    desk.assertStillVirgin();
  }

  @Test
  void anotherInitialisationErasesEverythingButItsIdentity() throws Exception {
    Desk desk = Desk.loggedIn(new KeyDomainSetup.KeyDomains(4));
    DeviceInfo before = desk.hsm().identify();
    desk.verify(Desk.PIN);
    desk.hsm().writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("first").encode());
    desk.initialise(Desk.USUAL, NONE);
    DeviceStatus after = DeviceStatus.read(desk.hsm());
    assertEquals(before, after.device());
    assertEquals(Optional.empty(), after.label());
    assertEquals(List.of(), after.keyDomains().slots());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Root 2026", "Schlüssel für Gerät 1", "32 bytes: that is all it takes.."})
  void keepsALabelAndReplacesItByALongerOrShorterOne(String label) throws Exception {
    Desk desk = Desk.loggedIn(NONE);
    SmartCardHsm hsm = desk.hsm();
    hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("middle length").encode());
    hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled(label).encode());
    // A blank label is none; programs show a name of their own.
    assertEquals(
        Optional.of(label).filter(text -> !text.isBlank()),
        DeviceStatus.read(desk.connect()).label());
  }

  @Test
  void keepsAFileLongerThanACommand() throws Exception {
    byte[] content = new byte[3000];
    new Random(4).nextBytes(content);
    SmartCardHsm hsm = Desk.loggedIn(NONE).hsm();
    hsm.writeFile(new FileId(0xCD01), Bytes.of(content));
    assertEquals(Optional.of(Bytes.of(content)), hsm.readFile(new FileId(0xCD01)));
  }

  @Test
  void takesALabelOnlyUnlocked() throws Exception {
    SmartCardHsm hsm = Desk.initialised(NONE).hsm();
    assertRefused(
        new NotLoggedIn(),
        () -> hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("mine").encode()));
    assertEquals(Optional.empty(), hsm.readFile(FileId.TOKEN_INFO));
  }

  @Test
  void listsWhatIsOnIt() throws Exception {
    SmartCardHsm hsm = Desk.loggedIn(NONE).hsm();
    FileId own = new FileId(0xCC00);
    assertEquals(List.of(own), hsm.send(new EnumerateObjects()));
    FileId data = new FileId(0xCD01);
    hsm.writeFile(data, TokenInfo.labelled("something").encode());
    assertEquals(List.of(own, data), hsm.send(new EnumerateObjects()));
    assertFalse(own.isKey());
  }

  @Test
  void hasLessRoomWhenThereIsSomethingOnIt() throws Exception {
    SmartCardHsm hsm = Desk.loggedIn(NONE).hsm();
    long before = hsm.send(new QueryDevice()).orElseThrow().free();
    hsm.writeFile(FileId.TOKEN_INFO, TokenInfo.labelled("something").encode());
    assertTrue(hsm.send(new QueryDevice()).orElseThrow().free() < before);
  }

  @Test
  void givesRandomBytesWithoutLogIn() throws Exception {
    SmartCardHsm hsm = Desk.virgin().hsm();
    DeviceRandom random = new DeviceRandom(hsm, hsm.identify().serial());
    byte[] first = new byte[700];
    byte[] second = new byte[700];
    random.fill(first);
    random.fill(second);
    assertFalse(Arrays.equals(first, second));
    assertFalse(Arrays.equals(first, 600, 700, new byte[100], 0, 100));
    assertTrue(random.name().startsWith("device.SIMU"), random.name());
  }
}
