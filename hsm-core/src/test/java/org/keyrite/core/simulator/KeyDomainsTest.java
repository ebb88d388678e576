// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyDomainsTest {
  private static final String ZEROS = "00".repeat(32);
  private static final String ONES = "01".repeat(32);
  private static final String NO_KEY = "0000000000000000";

  /** Check value of 32 zero bytes, from the vectors. */
  private static final String ZERO_KCV = "66687AADF862BD77";

  private static String importing(String domain, String share) {
    return "805200" + domain + "20" + share + "00";
  }

  @Test
  void hasNoKeyDomainWithoutDkek() {
    Talk.virgin().expect("6D00", "8052000000");
    Talk.loggedIn("").expect("6D00", "8052000000");
    Talk.loggedIn("").expect("6D00", importing("00", ZEROS));
    Talk.loggedIn("").expect("6D00", "80520100010100");
  }

  @Test
  void assemblesTheDkekFromItsShares() {
    Talk talk = Talk.initialised("920102");
    talk.expect("0202" + NO_KEY + "9000", "8052000000");
    talk.expect("0201" + NO_KEY + "9000", importing("00", ONES));
    talk.expect("0201" + NO_KEY + "9000", "8052000000");
    talk.expect("0200" + ZERO_KCV + "9000", importing("00", ONES));
    talk.expect("0200" + ZERO_KCV + "9000", "8052000000");
    talk.reset().expect("0200" + ZERO_KCV + "9000", "8052000000");
  }

  @Test
  void showsTheCheckValueOfRealDevice() {
    Talk talk = Talk.initialised("920101");
    talk.expect(
        "0100ECC92C62E3F6189E9000",
        importing("00", "5965add4f58b867f21795fe4a4a7641d1f57e784ccfd68453609c45d6326862b"));
  }

  @Test
  void takesNoMoreSharesThanItWaitsFor() {
    Talk talk = Talk.initialised("920101");
    talk.expect("0100" + ZERO_KCV + "9000", importing("00", ZEROS));
    talk.expect("6986", importing("00", ONES));
    talk.expect("0100" + ZERO_KCV + "9000", "8052000000");
  }

  @Test
  void drawsTheKeyItselfWithoutShares() {
    Talk talk = Talk.initialised("920100");
    String status = talk.send("8052000000");
    assertEquals("0000", status.substring(0, 4));
    assertNotEquals(NO_KEY, status.substring(4, 20));
    talk.expect("6986", importing("00", ZEROS));
    talk.expect(status, "8052000000");
  }

  @ParameterizedTest
  @CsvSource({
    "805200001F000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E, 6700",
    "8052000021000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20, 6700",
    "80520000010000, 6700",
    "8052000100, 6A86",
    "805200FF00, 6A86",
    "8052020000, 6A80",
    "8052050000, 6A86",
    "8052FF0000, 6A86"
  })
  void refusesNonsense(String command, String answer) {
    Talk talk = Talk.loggedIn("920101");
    talk.expect(answer, command);
    talk.expect("0101" + NO_KEY + "9000", "8052000000");
  }

  @Test
  void enumeratesItsDomains() {
    Talk talk = Talk.initialised("970102");
    talk.expect("6A88", "8052000000");
    talk.expect("6A88", "8052000100");
    talk.expect("6A86", "8052000200");
    talk.expect("6A88", importing("00", ZEROS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8052010001" + "0100", "8052030000", "8052040000"})
  void managesDomainsOnlyForTheUser(String command) {
    Talk talk = Talk.initialised("970102");
    talk.expect("6982", command);
    talk.expect("9000", "0020008808" + Talk.SO_PIN);
    talk.expect("6982", command);
  }

  @Test
  void setsUpDomainsIndependently() {
    Talk talk = Talk.loggedIn("9701FF");
    talk.expect("0101" + NO_KEY + "9000", "805201FE010100");
    talk.expect("0202" + NO_KEY + "9000", "80520100010200");
    talk.expect("0100" + ZERO_KCV + "9000", importing("FE", ZEROS));
    talk.expect("0202" + NO_KEY + "9000", "8052000000");
    talk.expect("6A88", "8052000100");
    talk.expect("6A86", "805200FF00");
  }

  @Test
  void refusesToSetUpDomainTwice() {
    Talk talk = Talk.loggedIn("970101");
    talk.expect("0101" + NO_KEY + "9000", "80520100010100");
    talk.expect("6A89", "80520100010200");
    talk.expect("0101" + NO_KEY + "9000", "8052000000");
  }

  @Test
  void importsAnewAfterTheKeyWasDeleted() {
    Talk talk = Talk.loggedIn("920102");
    talk.expect("0201" + NO_KEY + "9000", importing("00", ONES));
    talk.expect("0202" + NO_KEY + "9000", "8052040000");
    talk.expect("0201" + NO_KEY + "9000", importing("00", ZEROS));
    talk.expect("0200" + ZERO_KCV + "9000", importing("00", ZEROS));
    talk.expect("9000", "80520400");
    talk.expect("0202" + NO_KEY + "9000", "8052000000");
  }

  @Test
  void drawnKeyIsGoneForGoodWhenDeleted() {
    Talk talk = Talk.loggedIn("920100");
    talk.expect("0000" + NO_KEY + "9000", "8052040000");
    talk.expect("6986", importing("00", ZEROS));
    talk.expect("9000", "8052030000");
    talk.expect("0101" + NO_KEY + "9000", "80520100010100");
  }

  @Test
  void deletesDomain() {
    Talk talk = Talk.loggedIn("970101");
    talk.expect("6A88", "8052030000");
    talk.expect("6A88", "8052040000");
    talk.expect("0101" + NO_KEY + "9000", "80520100010100");
    talk.expect("9000", "8052030000");
    talk.expect("6A88", "8052000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8052010000", "805201000201" + "0100", "80520300010000", "80520400010000"})
  void refusesWrongLengths(String command) {
    Talk talk = Talk.loggedIn("970101");
    talk.expect("6700", command);
    talk.expect("6A88", "8052000000");
  }
}
