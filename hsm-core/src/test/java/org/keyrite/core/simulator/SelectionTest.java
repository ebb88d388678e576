// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTest {
  private final Talk talk = Talk.virgin();

  @ParameterizedTest
  @CsvSource({
    "00, 6F0A8201788505000000" + "04019000",
    "04, 620A8201788505000000" + "04019000",
    "0C, 9000"
  })
  void answersWithTemplateThatWasAskedFor(String p2, String answer) {
    talk.expect(answer, "00A404" + p2 + "0BE82B0601040181C31F020100");
  }

  @Test
  void tellsTheCurrentOptions() {
    talk.expect("9000", Talk.initialize("0003", ""));
    talk.expect("6F0A820178850500030004019000", Talk.SELECT);
    talk.expect("9000", "002400810C" + Talk.PIN + "313131313131");
    talk.expect("6F0A820178850500010004019000", Talk.SELECT);
  }

  @Test
  void tellsItsFirmware() {
    Talk.virgin(new Firmware(3, 5)).expect("6F0A820178850500000003059000", Talk.SELECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00A4040007627601FF000000",
        "00A4040006A00000000101",
        "00A404000BE82B0601040181C31F020200",
        "00A404000AE82B0601040181C31F0200",
        "00A404000CE82B0601040181C31F02010000",
        "00A4040000",
        "00A40400"
      })
  void doesNotKnowOtherApplets(String select) {
    talk.expect("6A82", select);
    talk.expect("CC009000", "8058000000");
  }

  @Test
  void knowsOnlySelectWithoutTheApplet() {
    talk.device.reset();
    talk.expect("6D00", "0084000008");
    talk.expect("6D00", "8058000000");
    talk.expect("6D00", "8052000000");
    talk.expect("6D00", Talk.LOGIN);
    talk.expect("6A82", "00A40000022F0200");
    talk.expect("6A82", "00A4040006A00000000101");
    talk.expect("6F0A820178850500000004019000", Talk.SELECT);
    talk.expect("CC009000", "8058000000");
  }

  @Test
  void endsTheLogInWhenSelectedAgain() {
    Talk user = Talk.loggedIn("");
    user.expect("9000", "00200081");
    user.send(Talk.SELECT);
    user.expect("63C3", "00200081");
    user.expect("6982", "00D72F0306540200005300");
  }

  @Test
  void keepsTheLogInWhenAnotherAppletIsNotFound() {
    Talk user = Talk.loggedIn("");
    user.expect("6A82", "00A4040006A00000000101");
    user.expect("9000", "00200081");
  }

  @Test
  void tellsTheSizeOfFiles() {
    Talk user = Talk.loggedIn("");
    user.expect("9000", "00D7C401" + "07" + "540200005301AA");
    user.expect("6F0B8002000182010183" + "02C4019000", "00A4000002C40100");
    user.expect("620B8002000182010183" + "02C4019000", "00A4020402C40100");
    user.expect("9000", "00A4000C02C40100");
  }

  @Test
  void knowsTheDeviceKeyButNotItsSize() {
    talk.expect("6F07820101" + "8302CC009000", "00A4000002CC0000");
  }

  @ParameterizedTest
  @CsvSource({
    "00A40800022F0000, 6A82",
    "00A40800045015494600, 6A82",
    "00A40900025031" + "00, 6A82",
    "00A40000022F0000, 6A82",
    "00A40000022F0300, 6A82",
    "00A4000002C40000, 6A82",
    "00A4000002CC0100, 6A82",
    "00A40000023F0000, 6A82",
    "00A400000100, 6700",
    "00A40000, 6700",
    "00A40000032F020000, 6700",
    "00A40001022F0200, 6A86",
    "00A40300022F0200, 6A86",
    "00A40001022F0200, 6A86"
  })
  void refusesWhatIsNotThere(String select, String answer) {
    talk.expect(answer, select);
  }

  @Test
  void leavesTheCurrentFileAloneWhenAnotherIsNotFound() {
    talk.send("00A40000022F0200");
    talk.expect("6A82", "00A4000002C40000");
    talk.expect("7F219000", "00B10000045402000002");
  }
}
