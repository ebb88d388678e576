// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.Coding;
import org.keyrite.core.apdu.Exchange;
import org.keyrite.core.apdu.TracingChannel;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.Done;
import org.keyrite.core.command.EnumerateObjects;
import org.keyrite.core.command.FileId;
import org.keyrite.core.command.ImportDkekShare;
import org.keyrite.core.command.InitializeDevice;
import org.keyrite.core.command.KeyDomainSetup;
import org.keyrite.core.command.PinState;
import org.keyrite.core.command.QueryKeyDomain;
import org.keyrite.core.command.ResetRetryCounter;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.keydomain.KeyDomainIndex;
import org.keyrite.core.keydomain.KeyDomainSlot;
import org.keyrite.core.pin.SoPin;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.problem.DeviceProblem.AnotherApplet;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.CertificateMissing;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.DeviceProblem.FirmwareTooOld;
import org.keyrite.core.problem.DeviceProblem.NotInitialised;
import org.keyrite.core.problem.DeviceProblem.NotTransmitted;
import org.keyrite.core.problem.PinProblem.SoPinBlocked;
import org.keyrite.core.problem.PinProblem.SoPinRefused;
import org.keyrite.core.problem.PinProblem.SoPinWrong;
import org.keyrite.core.problem.PinProblem.WrongPin;
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
  void readsOnUntilAFileIsWhole() throws Exception {
    String file = nitrokey().text("ef_2f02");
    String start = file.substring(0, 200);
    channel
        .then(READ_2F02, start + "9000")
        .then("00B12F02 000004 5402 0064 03E8", file.substring(200) + "9000");
    assertEquals(Optional.of(Bytes.fromHex(file)), hsm.readFile(FileId.CERTIFICATES));
  }

  @Test
  void readsOnAfterAFullBlockUntilNothingComes() throws Exception {
    String block = "3082" + "03E4" + "00".repeat(996);
    channel.then(READ_2F02, block + "9000").then("00B12F02 000004 5402 03E8 03E8", "9000");
    assertEquals(Optional.of(Bytes.fromHex(block)), hsm.readFile(FileId.CERTIFICATES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000", "6282", "6B00", "6A82"})
  void readsFilesThatAreNoTlvToTheirEnd(String end) throws Exception {
    channel
        .then("00B1CD01 000004 5402 0000 03E8", "010203 9000")
        .then("00B1CD01 000004 5402 0003 03E8", end);
    assertEquals(Optional.of(Bytes.fromHex("010203")), hsm.readFile(new FileId(0xCD01)));
  }

  @Test
  void stopsReadingAFileWithoutEnd() {
    SmartCardHsm endless =
        new SmartCardHsm(
            command -> Bytes.of(new byte[1000]).plus(Bytes.fromHex("9000")).toByteArray());
    assertRefused(
        new AnswerMalformed("READ BINARY", "end", 33000),
        () -> endless.readFile(FileId.TOKEN_INFO));
  }

  @Test
  void writesAFileThatIsNotThere() throws ProblemException {
    channel.then("00A40000 02 2F03 00", "6A82").then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6204 8102 0031 9000", "6200 9000"})
  void deletesAFileOfAnotherSizeFirst(String control) throws ProblemException {
    channel
        .then("00A40000 02 2F03 00", control)
        .then("00E40200 02 2F03", "9000")
        .then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @Test
  void overwritesAFileOfTheSameSize() throws ProblemException {
    channel
        .then("00A40000 02 2F03 00", "6204 8102 0002 9000")
        .then("00D72F03 08 5402 0000 53 02 3000", "9000");
    hsm.writeFile(FileId.TOKEN_INFO, Bytes.fromHex("3000"));
  }

  @Test
  void writesLongFilesInBlocks() throws ProblemException {
    channel
        .then("00A40000 02 CF01 00", "6A82")
        .then("00D7CF01 0003C8 5402 0000 5382 03C0" + "AA".repeat(960), "9000")
        .then("00D7CF01 000106 5402 03C0 5381 FF" + "AA".repeat(255), "9000");
    hsm.writeFile(new FileId(0xCF01), Bytes.fromHex("AA".repeat(1215)));
  }

  @Test
  void writesAnEmptyFile() throws ProblemException {
    channel.then("00A40000 02 CF01 00", "6A82").then("00D7CF01 06 5402 0000 5300", "9000");
    hsm.writeFile(new FileId(0xCF01), Bytes.EMPTY);
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
  void fallsBackToShortCommandsWithTheFirstExtendedOne() throws Exception {
    String file = nitrokey().text("ef_2f02");
    channel
        .then(SELECT, SELECTED)
        .then(READ_2F02, new NotTransmitted("r", "80100016"))
        .then("00B12F02 04 5402 0000 00", file.substring(0, 506) + "9000")
        .then("00B12F02 04 5402 00FD FD", file.substring(506) + "9000")
        .then("00A40000 02 CF01 00", "6A82")
        .then("00D7CF01 F7 5402 0000 5381 F0" + "AA".repeat(240), "9000")
        .then("00D7CF01 07 5402 00F0 5301 AA", "9000")
        .then("8058000000", "CC00 9000");
    assertEquals("DENK0404144", hsm.identify().serial().text());
    assertEquals(Coding.SHORT, hsm.coding());
    hsm.writeFile(new FileId(0xCF01), Bytes.fromHex("AA".repeat(241)));
    hsm.send(new EnumerateObjects());
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
    assertTrue(pins.isLastTryOfSo());
    assertFalse(pins.isLastTryOfUser());
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

  @Test
  void everySecretThatWasSentIsWiped() throws Exception {
    channel
        .then("0020008106 363438323139", "63C2")
        .then("002C0081 0E 3537363231383830 363438323139", "9000")
        .then("8052000020" + "07".repeat(32) + "00", new DeviceGone("r"))
        .then("0084000020", "08".repeat(32) + "9000");
    try (UserPin pin = Pins.user("648219");
        SoPin so = Pins.so("57621880");
        DkekShare share = DkekShare.taking(Secret.taking(sevens()))) {
      assertRefused(new WrongPin(2), () -> hsm.send(new VerifyPin(pin)));
      assertEquals(Done.DONE, hsm.send(new ResetRetryCounter(so, Optional.of(pin))));
      assertRefused(
          new DeviceGone("r"), () -> hsm.send(new ImportDkekShare(KeyDomainIndex.FIRST, share)));
      byte[] random = new byte[32];
      new DeviceRandom(hsm, new DeviceSerial("X")).fill(random);
      assertEquals("08".repeat(32), Bytes.of(random).toHex());
      assertEquals("07".repeat(32), share.use(Bytes::of).toHex());
    }
    assertEquals(7, channel.arrays().size());
    channel.arrays().forEach(array -> assertArrayEquals(new byte[array.length], array));
  }

  private static byte[] sevens() {
    return Bytes.fromHex("07".repeat(32)).toByteArray();
  }

  @Test
  void aTraceHoldsNoSecret() throws Exception {
    List<Exchange> trace = new ArrayList<>();
    SmartCardHsm traced = new SmartCardHsm(new TracingChannel(channel, trace::add));
    channel
        .then("0020008106 363438323139", "9000")
        .then("8052000020" + "07".repeat(32) + "00", "01000011223344556677 9000")
        .then("0084000008", "0808080808080808 9000");
    try (UserPin pin = Pins.user("648219");
        DkekShare share = DkekShare.taking(Secret.taking(sevens()))) {
      traced.send(new VerifyPin(pin));
      traced.send(new ImportDkekShare(KeyDomainIndex.FIRST, share));
      new DeviceRandom(traced, new DeviceSerial("X")).fill(new byte[8]);
    }
    String told = trace.toString();
    assertTrue(told.contains("00200081"), told);
    assertFalse(told.contains("3634") || told.contains("0707") || told.contains("0808"), told);
  }

  @Test
  void longRandomnessComesInShortBlocks() throws ProblemException {
    channel
        .then("0084000000", "0A".repeat(256) + "9000")
        .then("0084000000", "0B".repeat(256) + "9000")
        .then("0084000001", "0C 9000");
    byte[] random = new byte[513];
    DeviceRandom source = new DeviceRandom(hsm, new DeviceSerial("DENK0404144"));
    source.fill(random);
    assertEquals("0a".repeat(256) + "0b".repeat(256) + "0c", Bytes.of(random).toHex());
    assertEquals("device.DENK0404144", source.name());
  }
}
