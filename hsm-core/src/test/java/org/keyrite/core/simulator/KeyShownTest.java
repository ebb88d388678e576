// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the device shows its key; whether it does is for the client to say. */
final class KeyShownTest {
  private static final String CHOOSE = "002241A40C800A04007F00070202030202";
  private static final String POINT =
      "0407EC83BC4DB007D0193EC29DB0763C7893D8BF9C0AFEDAC55853AB0EFB08D86B"
          + "695627AB39E90223DD02885C1B7C4674B4916861E1B3FE3C90637505B2E9FD25";
  private static final String OTHER =
      "0406763A60589A486840CD1C91A6FB233E42872D8A6AE7C6F68C945665ED3AC882"
          + "2A20189D11B90972C1AD093133AE579F7670E30661DD4A841E9098DFC671C30B";

  private static String authenticate(String point) {
    return "00860000457C438041" + point + "00";
  }

  @Test
  void answersNonceAndToken() {
    Talk talk = Talk.virgin();
    talk.expect("9000", CHOOSE);
    String answer = talk.send(authenticate(POINT));
    assertTrue(answer.matches("7C148108[0-9A-F]{16}8208[0-9A-F]{16}9000"), answer);
  }

  @Test
  void everyPointGetsAnotherAnswer() {
    Talk talk = Talk.virgin();
    talk.expect("9000", CHOOSE);
    String one = talk.send(authenticate(POINT));
    talk.expect("9000", CHOOSE);
    assertNotEquals(one, talk.send(authenticate(OTHER)));
  }

  @Test
  void theProtocolIsChosenForOneCommand() {
    Talk talk = Talk.virgin();
    talk.expect("6985", authenticate(POINT));
    talk.expect("9000", CHOOSE);
    talk.expect("6D00", "00FF0000");
    talk.send("0084000008");
    talk.expect("6985", authenticate(POINT));
  }

  @ParameterizedTest
  @CsvSource({
    "002241A40C800A04007F00070202030201, 6A88",
    "002241A400, 6A80",
    "002241A4028300, 6A80",
    "002241A5, 6D00",
  })
  void knowsOneProtocol(String command, String status) {
    Talk.virgin().expect(status, command);
  }

  @ParameterizedTest
  @CsvSource({
    "00860001, 6A86",
    "00860000027C0000, 6A80",
    "00860000047C02800000, 6A80",
    "00860000, 6A80",
  })
  void refusesWhatIsNoPoint(String command, String status) {
    Talk talk = Talk.virgin();
    talk.expect("9000", CHOOSE);
    talk.expect(status, command);
  }

  @Test
  void refusesAPointOfAnotherCurve() {
    Talk talk = Talk.virgin();
    talk.expect("9000", CHOOSE);
    talk.expect("6A80", authenticate(POINT.substring(0, POINT.length() - 1) + "6"));
    assertEquals(OTHER.length(), POINT.length());
  }
}
