// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PinsTest {
  private static final String WRONG = "0020008106313131313131";
  private static final String WRONG_SO = "00200088083131313131313131";
  private static final String NEW = "323232323232";

  private final Talk talk = Talk.initialised("");

  @ParameterizedTest
  @ValueSource(strings = {"00200081", "00200088", Talk.LOGIN, WRONG_SO})
  void hasNoPinBeforeItIsInitialised(String verify) {
    Talk.virgin().expect("6A88", verify);
  }

  @Test
  void tellsTriesWithoutSpendingThem() {
    talk.expect("63C3", "00200081");
    talk.expect("63C3", "00200081");
    talk.expect("63CF", "00200088");
    talk.expect("63CF", "00200088");
  }

  @Test
  void logsIn() {
    talk.expect("9000", Talk.LOGIN);
    talk.expect("9000", "00200081");
    talk.expect("63CF", "00200088");
  }

  @Test
  void countsWrongPinsAndForgivesThemAfterTheRightOne() {
    talk.expect("63C2", WRONG);
    talk.expect("63C1", WRONG);
    talk.expect("63C1", "00200081");
    talk.expect("9000", Talk.LOGIN);
    talk.reset().expect("63C3", "00200081");
  }

  @Test
  void blocksThePinAndTakesNotEvenTheRightOneThen() {
    talk.expect("63C2", WRONG);
    talk.expect("63C1", WRONG);
    talk.expect("6983", WRONG);
    talk.expect("6983", "00200081");
    talk.expect("6983", Talk.LOGIN);
    talk.expect("6983", "002400810C" + Talk.PIN + NEW);
    talk.reset().expect("6983", "00200081");
  }

  @Test
  void wrongPinEndsTheLogIn() {
    talk.expect("9000", Talk.LOGIN);
    talk.expect("63C2", WRONG);
    talk.expect("63C2", "00200081");
    talk.expect("6982", "00D72F0306540200005300");
  }

  @ParameterizedTest
  @CsvSource({
    "00200081053131313131, 6700",
    "00200081113131313131313131313131313131313131, 6700",
    "002000880131, 6700",
    "0020008809313131313131313131, 6700",
    "00200085, 6A88",
    "00200086, 6A88",
    "00200001, 6A88",
    "00200181, 6A86",
    "00240181, 6A86",
    "00240085, 6A88",
    "0024008106" + Talk.PIN + ", 6700",
    "002400810B" + Talk.PIN + "3131313131, 6700",
    "0024008117" + Talk.PIN + "3131313131313131313131313131313131, 6700",
    "00240081, 6700",
    "002400880C" + Talk.SO_PIN + "31313131, 6700",
    "002C0081, 6700",
    "002C008108" + Talk.SO_PIN + ", 6700",
    "002C010108" + Talk.SO_PIN + ", 6A88",
    "002C01810E" + Talk.SO_PIN + NEW + ", 6700",
    "002C020108" + Talk.SO_PIN + ", 6A86",
    "002C008808" + Talk.SO_PIN + ", 6A88"
  })
  void spendsNoTryOnWhatCannotBeMeant(String command, String answer) {
    talk.expect(answer, command);
    talk.expect("63C3", "00200081");
    talk.expect("63CF", "00200088");
  }

  @Test
  void changesThePin() {
    talk.expect("9000", "002400810C" + Talk.PIN + NEW);
    talk.expect("63C2", Talk.LOGIN);
    talk.expect("9000", "0020008106" + NEW);
  }

  @Test
  void changeWithWrongPinCostsTry() {
    talk.expect("63C2", "002400810C" + NEW + NEW);
    talk.expect("9000", Talk.LOGIN);
  }

  @Test
  void changesTheSoPin() {
    talk.expect("9000", "0024008810" + Talk.SO_PIN + "3131313131313131");
    talk.expect("63CE", "0020008808" + Talk.SO_PIN);
    talk.expect("9000", WRONG_SO);
    talk.expect("9000", "00200088");
    talk.expect("6986", Talk.initialize("0001", ""));
  }

  @Test
  void unblocksAndSetsNewPin() {
    block();
    talk.expect("9000", "002C00810E" + Talk.SO_PIN + NEW);
    talk.expect("63C3", "00200081");
    talk.expect("9000", "0020008106" + NEW);
  }

  @Test
  void unblocksOnly() {
    block();
    talk.expect("9000", "002C018108" + Talk.SO_PIN);
    talk.expect("9000", Talk.LOGIN);
  }

  @Test
  void unblockingWithWrongSoPinCostsOneOfItsTries() {
    block();
    talk.expect("63CE", "002C018108" + "3131313131313131");
    talk.expect("63CD", "002C00810E" + "3131313131313131" + NEW);
    talk.expect("6983", "00200081");
    talk.expect("9000", "002C018108" + Talk.SO_PIN);
    talk.expect("63CF", "00200088");
  }

  @Test
  void unblockingNeedsTheOption() {
    Talk strict = Talk.virgin();
    strict.expect("9000", Talk.initialize("0000", ""));
    strict.expect("6986", "002C00810E" + Talk.SO_PIN + NEW);
    strict.expect("6986", "002C018108" + Talk.SO_PIN);
    strict.expect("6A88", "002C018808" + Talk.SO_PIN);
  }

  @Test
  void unblockOnlyDeviceSetsNoNewPin() {
    Talk strict = Talk.virgin();
    strict.expect("9000", Talk.initialize("0021", ""));
    strict.expect("6986", "002C00810E" + Talk.SO_PIN + NEW);
    strict.expect("9000", "002C018108" + Talk.SO_PIN);
  }

  @Test
  void transportPinMustBeChangedFirst() {
    Talk fresh = Talk.virgin();
    fresh.expect("9000", Talk.initialize("0002", ""));
    fresh.expect("6984", "00200081");
    fresh.expect("6984", Talk.LOGIN);
    fresh.expect("63C2", "002400810C" + NEW + NEW);
    fresh.expect("9000", "002400810C" + Talk.PIN + NEW);
    fresh.expect("63C3", "00200081");
    fresh.expect("9000", "0020008106" + NEW);
  }

  @Test
  void soPinDoesNotEndTheTransportPin() {
    Talk fresh = Talk.virgin();
    fresh.expect("9000", Talk.initialize("0003", ""));
    fresh.expect("9000", "002C00810E" + Talk.SO_PIN + NEW);
    fresh.expect("6984", "0020008106" + NEW);
    fresh.expect("9000", "002400810C" + NEW + Talk.PIN);
    fresh.expect("9000", Talk.LOGIN);
  }

  @Test
  void blockedSoPinBlocksForEver() {
    for (int tries = 14; tries > 0; tries--) {
      talk.expect("63C%X".formatted(tries), WRONG_SO);
    }
    talk.expect("6983", WRONG_SO);
    talk.expect("6983", "0020008808" + Talk.SO_PIN);
    talk.expect("6983", "0024008810" + Talk.SO_PIN + "3131313131313131");
    talk.expect("6983", "002C018108" + Talk.SO_PIN);
    talk.expect("6983", Talk.initialize("0001", ""));
    talk.reset().expect("9000", Talk.LOGIN);
  }

  @Test
  void soPinOpensNothing() {
    talk.expect("9000", "0020008808" + Talk.SO_PIN);
    talk.expect("9000", "00200088");
    talk.expect("6982", "00D72F0306540200005300");
  }

  @Test
  void showsNoPinInItsText() {
    String text = talk.device.state().setup().toString();
    assertEquals(-1, text.indexOf("648219"), text);
    assertEquals(-1, text.indexOf(Talk.PIN), text);
  }

  private void block() {
    talk.expect("63C2", WRONG);
    talk.expect("63C1", WRONG);
    talk.expect("6983", WRONG);
  }
}
