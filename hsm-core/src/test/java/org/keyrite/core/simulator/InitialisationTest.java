// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InitialisationTest {
  private static final String PIN = "8106" + Talk.PIN;
  private static final String SO_PIN = "8208" + Talk.SO_PIN;

  @Test
  void tellsVersionWithoutData() {
    Talk talk = Talk.virgin();
    talk.expect("000186A00004019000", "8050000000");
    talk.expect("9000", "80500000");
    talk.expect("6A88", "00200081");
  }

  @Test
  void oldFirmwareDoesNotTellItsVersion() {
    Talk.virgin(new Firmware(2, 3)).expect("6700", "8050000000");
    Talk.virgin(new Firmware(2, 4)).expect("000186A00002049000", "8050000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "920100", "920101", "9201FF", "970101", "9701FF"})
  void initialises(String domains) {
    Talk talk = Talk.initialised(domains);
    talk.expect("63C3", "00200081");
    talk.expect("63CF", "00200088");
    talk.expect("9000", Talk.LOGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "363438323139, 01, 9000",
    "363438323139, 03, 9000",
    "363438323139, 04, 6A80",
    "363438323139, 00, 6A80",
    "36343832313930, 05, 9000",
    "36343832313930, 06, 6A80",
    "3634383231393031, 0A, 9000",
    "3634383231393031, 0B, 6A80",
    "36343832313930313233343536373839, 0A, 9000",
    "3634383231393031323334353637383930, 03, 6A80",
    "3634383231, 03, 6A80"
  })
  void limitsTriesByTheLengthOfThePin(String pin, String tries, String answer) {
    String userPin = "81%02X".formatted(pin.length() / 2) + pin;
    Talk.virgin()
        .expect(answer, Talk.command("80500000", "80020001" + userPin + SO_PIN + "9101" + tries));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PIN + SO_PIN,
        "80020001" + SO_PIN,
        "80020001" + PIN,
        "800101" + PIN + SO_PIN,
        "80020008" + PIN + SO_PIN,
        "80020010" + PIN + SO_PIN,
        "80020101" + PIN + SO_PIN,
        "80020001" + PIN + "820731323334353637",
        "80020001" + PIN + "8209313233343536373839",
        "80020001" + PIN + SO_PIN + "91020003",
        "80020001" + PIN + SO_PIN + "9200",
        "80020001" + PIN + SO_PIN + "9700",
        "80020001" + PIN + SO_PIN + "970100",
        "80020001" + PIN + SO_PIN + "920101970101",
        "80020001" + PIN + SO_PIN + "920101920101",
        "80020001" + PIN + SO_PIN + "9801FF",
        "80020001" + PIN + SO_PIN + "9201",
        "80020001" + PIN + SO_PIN + "92810101",
        "80020001" + PIN + SO_PIN + "00",
        "01"
      })
  void refusesDataThatDoesNotGoTogether(String data) {
    Talk talk = Talk.loggedIn("920101");
    talk.expect("6A80", Talk.command("80500000", data));
    talk.expect("63CF", "00200088");
    talk.expect("9000", "00200081");
    talk.expect("010100000000000000009000", "8052000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"93020101", "9501AA", "9601AA"})
  void hasNeitherPublicKeyAuthenticationNorBiometry(String more) {
    Talk.virgin().expect("6A81", Talk.initialize("0001", more));
  }

  @Test
  void refusesParameters() {
    Talk.virgin().expect("6A86", Talk.command("80500001", "80020001" + PIN + SO_PIN));
    Talk.virgin().expect("6A86", Talk.command("80500100", "80020001" + PIN + SO_PIN));
  }

  @Test
  void oldFirmwareHasNoKeyDomains() {
    Talk talk = Talk.virgin(new Firmware(2, 6));
    talk.expect("6A80", Talk.initialize("0001", "970101"));
    talk.expect("9000", Talk.initialize("0001", "920101"));
    talk.expect("010100000000000000009000", "8052000000");
    talk.expect("6D00", "8052000100");
    talk.expect("9000", Talk.LOGIN);
    talk.expect("6D00", "8052040000");
  }

  @Test
  void takesThreeTriesWhereNothingIsSaid() {
    Talk talk = Talk.virgin();
    talk.expect("9000", Talk.command("80500000", "80020001" + PIN + SO_PIN));
    talk.expect("63C3", "00200081");
  }

  @Test
  void otherSoPinErasesNothingAndCostsTry() {
    Talk talk = Talk.loggedIn("920101");
    talk.expect("9000", "00D7CF0007540200005301AA");
    talk.expect(
        "6986",
        Talk.command("80500000", "80020001" + PIN + "82083131313131313131" + "910103970101"));
    talk.expect("63CE", "00200088");
    talk.expect("CC00CF009000", "8058000000");
    talk.expect("010100000000000000009000", "8052000000");
    talk.expect("9000", Talk.initialize("0001", ""));
    talk.expect("63CF", "00200088");
  }

  @Test
  void erasesEverythingButTheIdentity() {
    Talk talk = Talk.loggedIn("920101");
    talk.expect("9000", "00D7CF0007540200005301AA");
    talk.expect("9000", "00D72F0307540200005301AA");
    String certificates = talk.send("00B12F02000004540200000400");
    Identity identity = talk.device.state().identity();
    talk.expect("9000", Talk.initialize("0001", "970102"));
    talk.expect("63C3", "00200081");
    talk.expect("CC009000", "8058000000");
    talk.expect("6A82", "00A40000022F0300");
    talk.expect("6A88", "8052000000");
    talk.expect(certificates, "00B12F02000004540200000400");
    assertEquals(identity, talk.device.state().identity());
  }
}
