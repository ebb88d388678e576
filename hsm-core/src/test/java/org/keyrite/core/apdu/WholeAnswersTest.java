// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem.AnswerMalformed;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.ScriptedChannel;

class WholeAnswersTest {
  private static final String WRAP = "80720192 00";

  private final ScriptedChannel card = new ScriptedChannel();
  private final WholeAnswers whole = new WholeAnswers(card);

  @AfterEach
  void everythingThatWasExpectedWasSent() {
    card.assertFinished();
  }

  private String ask(String command) throws ProblemException {
    return Bytes.of(whole.transmit(bytes(command))).toHex().toUpperCase();
  }

  private static byte[] bytes(String hex) {
    return Bytes.fromHex(hex.replace(" ", "")).toByteArray();
  }

  @Test
  void fetchesWhatIsLeftUntilThereIsNoMore() throws ProblemException {
    card.then(WRAP, "0102 6103").then("00C00000 03", "030405 6100");
    card.then("00C00000 00", "06 9000");
    assertEquals("0102030405069000", ask(WRAP));
  }

  @Test
  void fetchesAnAnswerOfWhichNothingCameYet() throws ProblemException {
    card.then(WRAP, "6102").then("00C00000 02", "0102 9000");
    assertEquals("01029000", ask(WRAP));
  }

  @Test
  void passesOnTheStatusWordAtTheEnd() throws ProblemException {
    card.then(WRAP, "01 6101").then("00C00000 01", "02 6282");
    assertEquals("01026282", ask(WRAP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9000", "6A82", "63C2", "6282", "0102039000"})
  void leavesOtherAnswersAsTheyAre(String answer) throws ProblemException {
    card.then(WRAP, answer);
    assertEquals(answer, ask(WRAP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00840000 08", "80520000 01AA 08"})
  void asksAgainForAsMuchAsTheCardWants(String command) throws ProblemException {
    String again = command.substring(0, command.length() - 2) + "04";
    card.then(command, "6C04").then(again, "01020304 9000");
    assertEquals("010203049000", ask(command));
  }

  @Test
  void asksAgainOnce() throws ProblemException {
    card.then("00840000 08", "6C04").then("00840000 04", "6C04");
    assertEquals("6C04", ask("00840000 08"));
  }

  /** They say nothing of how much they expect, or say it in two bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"00840000", "00200081 02 3132", "00840000 000200", "0084000000000131"})
  void doesNotChangeCommandsThatHaveNoShortLe(String command) throws ProblemException {
    card.then(command, "6C04");
    assertEquals("6C04", ask(command));
  }

  @Test
  void endsWhereTheCardGivesNothingMoreAndSaysThereIs() {
    card.then(WRAP, "01 6101").then("00C00000 01", "6101");
    assertRefused(new AnswerMalformed("GET RESPONSE", "length", 1), () -> ask(WRAP));
  }

  @Test
  void endsWhereTheCardGivesMoreThanAnAnswerCanHave() throws ProblemException {
    int[] asked = {0};
    byte[] piece = new byte[258];
    piece[256] = 0x61;
    WholeAnswers endless =
        new WholeAnswers(command -> {
          asked[0]++;
          return piece.clone();
        });
    assertRefused(
        new AnswerMalformed("GET RESPONSE", "length", 65_792), () -> endless.transmit(bytes(WRAP)));
    assertEquals(258, asked[0]);
  }

  @Test
  void passesOnThatTheDeviceIsGone() {
    card.then(WRAP, "01 6101").then("00C00000 01", new DeviceGone("r"));
    assertRefused(new DeviceGone("r"), () -> ask(WRAP));
  }

  @Test
  void wipesWhatDoesNotGoOnToTheCaller() throws ProblemException {
    card.then("00840000 08", "6C04").then("00840000 04", "0102 6102");
    card.then("00C00000 02", "0304 9000");
    byte[] answer = whole.transmit(bytes("00840000 08"));
    assertArrayEquals(bytes("01020304 9000"), answer);
    List<byte[]> answers = card.arrays();
    for (int i : new int[] {1, 2, 3, 5}) {
      byte[] wiped = new byte[answers.get(i).length];
      assertArrayEquals(wiped, answers.get(i), "array " + i);
    }
  }
}
