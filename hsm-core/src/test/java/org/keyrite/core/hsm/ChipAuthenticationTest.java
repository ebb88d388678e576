// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.apdu.CardChannel;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.command.AuthenticateChip;
import org.keyrite.core.problem.DeviceProblem.DeviceGone;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.core.testing.ScriptedChannel;

/** Whether a device has the key of its certificate. */
class ChipAuthenticationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String POINT =
      "0407ec83bc4db007d0193ec29db0763c7893d8bf9c0afedac55853ab0efb08d86b"
          + "695627ab39e90223dd02885c1b7c4674b4916861e1b3fe3c90637505b2e9fd25";

  private static SimulatedState state(int seed) {
    return SimulatedState.create(new Random(seed), DAY);
  }

  private static CardChannel device(SimulatedState state) {
    SimulatedHsm device = new SimulatedHsm(state, StateStore.MEMORY, new Random(7));
    return command -> device.transmit(Bytes.of(command)).toByteArray();
  }

  private static boolean proves(CardChannel channel) throws ProblemException {
    SmartCardHsm hsm = new SmartCardHsm(channel);
    return ChipAuthentication.proves(hsm, hsm.identify());
  }

  /** A device whose answers to this instruction are others than they should be. */
  private static CardChannel changing(int instruction, UnaryOperator<Bytes> change) {
    CardChannel honest = device(state(1));
    return command ->
        command[1] == (byte) instruction
            ? change.apply(Bytes.of(honest.transmit(command))).toByteArray()
            : honest.transmit(command);
  }

  /** What was agreed on, and the code, come from OpenSSL 3.0.19 (pkeyutl, dgst, mac). */
  @Test
  void theTokenIsThatOfAnotherImplementation() {
    byte[] shared =
        Bytes.fromHex("5c9b1a2706caf17248ed59ce3b32655b5df409c0ff4d0b0db62231502f59f85f")
            .toByteArray();
    byte[] token =
        ChipAuthentication.token(shared, Bytes.fromHex("0123456789abcdef"), Bytes.fromHex(POINT));
    assertEquals("c5f9910e4f236c6c", Bytes.of(token).toHex());
  }

  @Test
  void sendsThePointAndReadsNonceAndToken() throws Exception {
    ScriptedChannel channel =
        new ScriptedChannel()
            .then(
                "00860000 45 7C43 8041" + POINT + "00",
                "7C14 8108 0123456789ABCDEF 8208 C5F9910E4F236C6C 9000");
    Optional<AuthenticateChip.Answer> answer =
        new SmartCardHsm(channel).send(new AuthenticateChip(Bytes.fromHex(POINT)));
    assertEquals(
        Optional.of(
            new AuthenticateChip.Answer(
                Bytes.fromHex("0123456789abcdef"), Bytes.fromHex("c5f9910e4f236c6c"))),
        answer);
    channel.assertFinished();
  }

  @Test
  void aDeviceWithItsKeyProvesIt() throws Exception {
    for (int seed = 1; seed <= 5; seed++) {
      assertTrue(proves(device(state(seed))));
    }
  }

  @Test
  void aDeviceWithTheCertificatesOfAnotherDoesNot() throws Exception {
    CardChannel genuine = device(state(1));
    CardChannel forged = device(state(2));
    SmartCardHsm hsm = new SmartCardHsm(genuine);
    DeviceInfo copied = hsm.identify();
    SmartCardHsm other = new SmartCardHsm(forged);
    other.identify();
    assertFalse(ChipAuthentication.proves(other, copied));
    assertTrue(ChipAuthentication.proves(hsm, copied));
  }

  @Test
  void anAnswerFromAnotherTimeProvesNothing() throws Exception {
    CardChannel honest = device(state(1));
    Bytes[] first = new Bytes[1];
    CardChannel replaying =
        command -> {
          Bytes answer = Bytes.of(honest.transmit(command));
          if (command[1] != (byte) 0x86) {
            return answer.toByteArray();
          }
          first[0] = first[0] == null ? answer : first[0];
          return first[0].toByteArray();
        };
    assertTrue(proves(replaying));
    assertFalse(proves(replaying));
  }

  @Test
  void noChangedByteOfTheAnswerProvesAnything() throws Exception {
    Bytes answer = Bytes.fromHex("7c1481080123456789abcdef8208c5f9910e4f236c6c");
    for (int changed = 0; changed < answer.size(); changed++) {
      int at = changed;
      assertFalse(
          proves(
              changing(
                  0x86,
                  told ->
                      told.slice(0, at)
                          .plus(Bytes.of((byte) (told.at(at) ^ 1)))
                          .plus(told.slice(at + 1, told.size())))),
          "byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9000",
        "7C009000",
        "7C0A81080123456789ABCDEF9000",
        "7C0A8208C5F9910E4F236C6C9000",
        "7C0C81080123456789ABCDEF82009000",
        "7C0D81080123456789ABCDEF8201C59000",
        "6982",
        "6985",
        "6A80",
        "6D00",
        "6F00",
      })
  void anAnswerWithoutTokenProvesNothing(String answer) throws Exception {
    assertFalse(proves(changing(0x86, _ -> Bytes.fromHex(answer))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6A81", "6A86", "6A88", "6D00", "6982", "6F00", "AA9000"})
  void aDeviceThatCannotIsNotRefused(String status) throws Exception {
    assertFalse(proves(changing(0x22, _ -> Bytes.fromHex(status))));
  }

  @ParameterizedTest
  @CsvSource({"34", "134"})
  void aDeviceThatIsPulledIsGone(int instruction) throws Exception {
    CardChannel honest = device(state(1));
    CardChannel pulled =
        command -> {
          if ((command[1] & 0xFF) == instruction) {
            throw new DeviceGone("r").asException();
          }
          return honest.transmit(command);
        };
    assertRefused(new DeviceGone("r"), () -> proves(pulled));
  }

  @Test
  void aDeviceThatRefusesToLeaveSecureMessagingAtOnceIsAskedAgain() throws Exception {
    CardChannel honest = device(state(1));
    boolean[] secure = new boolean[1];
    CardChannel strict =
        command -> {
          if (secure[0]) {
            secure[0] = false;
            return Bytes.fromHex("6988").toByteArray();
          }
          secure[0] = command[1] == (byte) 0x86;
          return honest.transmit(command);
        };
    assertTrue(proves(strict));
  }

  @Test
  void theDeviceWorksAsBefore() throws Exception {
    SmartCardHsm hsm = new SmartCardHsm(device(state(1)));
    DeviceInfo before = hsm.identify();
    assertTrue(ChipAuthentication.proves(hsm, before));
    assertEquals(before, hsm.identify());
    assertFalse(hsm.pins().isInitialised());
  }
}
