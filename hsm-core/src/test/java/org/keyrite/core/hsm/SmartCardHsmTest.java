// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.AnotherApplet;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Pins;
import org.keyrite.core.testing.ScriptedChannel;
import org.keyrite.core.testing.Vector;

class SmartCardHsmTest {
  private static final String SELECT = "00A404000B E82B0601040181C31F0201 00";
  private static final String SELECTED = "6F0A8201788505 0001030401 9000";
  private static final String READ_2F02 = "00B12F02 000004 5402 0000 03E8";
  private static final String ENUMERATE = "80580000 000000";

  private final ScriptedChannel channel = new ScriptedChannel();
  private final SmartCardHsm hsm = new SmartCardHsm(channel);

  @AfterEach
  void everythingThatWasExpectedWasSent() {
    channel.assertFinished();
  }

  private static Vector nitrokey() throws IOException {
    return Vector.file("/vectors/cvc.json").list("chains").get(1);
  }

  @Test
  void identifiesADeviceWithTwoCommands() throws Exception {
    channel.then(SELECT, SELECTED).then(READ_2F02, nitrokey().text("ef_2f02") + "9000");
    DeviceInfo info = hsm.identify();
    assertEquals("DENK0404144", info.serial().text());
    assertEquals("4144", info.serial().lastCharacters());
    assertEquals("4.1", info.applet().firmware().toString());
    assertTrue(info.supports(Feature.KEY_DOMAINS));
  }

  @Test
  void refusesAnotherDeviceThanTheOneThatIsMeant() throws Exception {
    channel.then(SELECT, SELECTED).then(READ_2F02, nitrokey().text("ef_2f02") + "6282");
    DeviceInfo info = hsm.identify();
    info.require(new DeviceSerial("DENK0404144"));
    assertRefused(
        new AnotherDevice("DENK0404145", "DENK0404144"),
        () -> info.require(new DeviceSerial("DENK0404145")));
  }

  @ParameterizedTest
  @CsvSource({
    "0201, DEVICE_QUERY, 2.1, 2.4",
    "0203, KEY_DOMAINS, 2.3, 3.0",
    "02FF, AES_KEYS, 2.255, 3.0",
    "0303, XKEK, 3.3, 3.4",
  })
  void refusesFirmwareThatIsTooOld(String version, Feature feature, String found, String needed)
      throws Exception {
    channel
        .then(SELECT, "6F0785050001 03" + version + "9000")
        .then(READ_2F02, nitrokey().text("ef_2f02") + "9000");
    DeviceInfo info = hsm.identify();
    assertFalse(info.supports(feature));
    assertRefused(new FirmwareTooOld(found, needed), () -> info.require(feature));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000", "6282", "6A82"})
  void refusesADeviceThatDoesNotSayWhichOneItIs(String answer) {
    channel.then(SELECT, SELECTED).then(READ_2F02, answer);
    assertRefused(new CertificateMissing(), hsm::identify);
  }

  @Test
  void refusesCertificatesThatAreNone() {
    channel.then(SELECT, SELECTED).then(READ_2F02, "7F2102 0500 9000");
    assertRefused(new AnswerMalformed("card verifiable certificate", "tag 7F4E", 0), hsm::identify);
  }

  @Test
  void selectsAgainWhenAnotherAppletWasSelected() throws ProblemException {
    for (String status : List.of("6D00", "6E00", "6900")) {
      channel
          .then("8052000000", status)
          .then(ENUMERATE, "6E00")
          .then(SELECT, SELECTED)
          .then("8052000000", "01000011223344556677 9000");
      assertTrue(
          hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST)) instanceof KeyDomainSlot.Defined);
    }
  }

  @Test
  void doesNotLockADeviceThatKnowsNoKeyDomains() throws ProblemException {
    channel.then("8052000000", "6D00").then(ENUMERATE, "CC00 9000");
    assertEquals(new KeyDomainSlot.None(), hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST)));
  }

  @Test
  void refusesACardThatIsNoSmartCardHsm() {
    channel.then(ENUMERATE, "6E00").then(ENUMERATE, "6E00").then(SELECT, "6A82");
    assertRefused(new AnotherApplet(), () -> hsm.send(new EnumerateObjects()));
  }

  @Test
  void triesOnlyOnceMore() throws ProblemException {
    channel
        .then("8052000000", "6D00")
        .then(ENUMERATE, "6D00")
        .then(SELECT, SELECTED)
        .then("8052000000", "6D00");
    assertEquals(new KeyDomainSlot.None(), hsm.send(new QueryKeyDomain(KeyDomainIndex.FIRST)));
  }

  @Test
  void anotherFailureOfTheReaderIsNoReasonToFallBack() throws ProblemException {
    channel.then(ENUMERATE, "CC00 9000").then(ENUMERATE, new NotTransmitted("r", "80100016"));
    hsm.send(new EnumerateObjects());
    assertRefused(new NotTransmitted("r", "80100016"), () -> hsm.send(new EnumerateObjects()));
    assertEquals(Coding.EXTENDED, hsm.coding());
  }

  @Test
  void shortCommandsThatDoNotArriveAreNotRepeated() throws ProblemException {
    channel.then("0020008106 363438323139", new NotTransmitted("r", "80100016"));
    try (UserPin pin = Pins.user("648219")) {
      assertRefused(new NotTransmitted("r", "80100016"), () -> hsm.send(new VerifyPin(pin)));
    }
  }

  @Test
  void readsPinsWithoutATry() throws ProblemException {
    channel.then("00200088", "63C1").then("00200081", "63C2");
    PinStates pins = hsm.pins();
    assertEquals(new PinState.Unverified(2), pins.user());
    assertEquals(new PinState.Unverified(1), pins.so());
    pins.requireInitialised();
  }

  @Test
  void refusesADeviceThatWasNeverInitialised() throws ProblemException {
    channel.then("00200088", "6A88");
    assertRefused(new NotInitialised(), hsm.pins()::requireInitialised);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6982", "6985", "6986"})
  void asksForTheTriesWhenTheSoPinWasRefusedWithoutThem(String status) throws ProblemException {
    String initialize = "80500000 19 80020000 8106363438323139 82083537363231383830 910103";
    try (UserPin pin = Pins.user("648219");
        SoPin so = Pins.so("57621880")) {
      InitializeDevice command =
          new InitializeDevice(Set.of(), pin, so, 3, new KeyDomainSetup.None());
      channel.then(initialize, status).then("00200088", "63CE");
      assertRefused(new SoPinWrong(14), () -> hsm.sendWithSoPin(command));
      channel.then(initialize, status).then("00200088", "6983");
      assertRefused(new SoPinBlocked(), () -> hsm.sendWithSoPin(command));
      channel.then(initialize, status).then("00200088", "6A88");
      assertRefused(new SoPinRefused(), () -> hsm.sendWithSoPin(command));
    }
  }
}
