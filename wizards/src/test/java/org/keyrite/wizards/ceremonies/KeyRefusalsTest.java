// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.ceremonies.DeviceStory.redo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.command.KeyTerms;
import org.keyrite.core.command.VerifyPin;
import org.keyrite.core.hsm.KeyCreation;
import org.keyrite.core.hsm.KeyList;
import org.keyrite.core.hsm.NewKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.pin.UserPin;
import org.keyrite.core.pkcs15.KeyLabel;
import org.keyrite.core.pkcs15.PkcsId;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.wizards.ceremony.CeremonyState;

/** What a ceremony for a new key refuses, and that nothing is left on the device then. */
class KeyRefusalsTest {
  private static final String WRONG_PIN = "0020008106000000000000";
  private static final String GENERATE = "00460100";

  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void enter() {
    room = new DeviceRoom(folder, 2);
  }

  @AfterEach
  void leave() {
    room.close();
  }

  private DeviceStory story(String... more) {
    return KeyRoom.story(room, more);
  }

  /** As another program would, with a label and an ID of its own. */
  private void foreignKey(String id) throws Exception {
    room.insert(1);
    room.devices.use(
        room.serial(1),
        (hsm, device) -> {
          try (Passphrase typed = Passphrase.taking(DevicePeople.pin(1).toCharArray());
              UserPin pin = UserPin.existing(typed)) {
            hsm.send(new VerifyPin(pin));
          }
          return new KeyCreation(hsm, device)
              .create(
                  KeyList.read(hsm),
                  new NewKey(
                      KeySpec.fromText("secp256r1").orElseThrow(),
                      KeyTerms.NONE,
                      KeyLabel.of("not ours"),
                      PkcsId.of(Bytes.fromHex(id))));
        });
  }

  // The device and the PIN

  @Test
  void refusesSecretKeysWhereTheFirmwareHasNone() throws Exception {
    room.device(new Firmware(2, 5));
    room.initialised(1, "920101");
    room.send(1, "8052000020" + "5A".repeat(32));
    story("keyKind", "AES-128").refuses(new DeviceProblem.FirmwareTooOld("2.5", "3.0"));
  }

  @Test
  void makesPairsWithoutKeyDomainsInOldFirmware() throws Exception {
    room.device(new Firmware(2, 5));
    room.initialised(1, "920101");
    room.send(1, "8052000020" + "5A".repeat(32));
    assertEquals(CeremonyState.Phase.FINISHED, story().refuses().phase());
    assertEquals(1, KeyRoom.keys(room, 1).size());
  }

  @Test
  void asksForThePinAgainAndSpendsNoTryOnTheSameOne() throws Exception {
    KeyRoom.fill(room, 1);
    DeviceStory story = story().answering("pin[1]", "wrong PIN").then(DeviceStory::again);
    CeremonyState end = story.refuses(new PinProblem.WrongPin(2));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(1, KeyRoom.keys(room, 1).size());
  }

  @Test
  void takesTheLastTryOnlyWhenTheWitnessWasShownIt() throws Exception {
    KeyRoom.fill(room, 1);
    DeviceStory story =
        story()
            .before("keyDevice.pin[1]", () -> room.send(1, WRONG_PIN, WRONG_PIN))
            .then(redo("keyCreate.unlock"));
    CeremonyState end = story.refuses(new PinProblem.LastTry());
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(1, KeyRoom.keys(room, 1).size());
  }

  @Test
  void stopsWhereThePinIsBlockedInTheMiddle() throws Exception {
    KeyRoom.fill(room, 1);
    story()
        .before("keyCreate.prove", () -> room.send(1, WRONG_PIN, WRONG_PIN, WRONG_PIN))
        .refuses(new PinProblem.PinBlocked());
    assertEquals("Vault 2030", KeyRoom.keys(room, 1).getFirst().label().orElseThrow());
  }

  // What is on the device already

  @Test
  void refusesAnIdThatAKeyHas() throws Exception {
    KeyRoom.fill(room, 1);
    foreignKey("0a0b");
    story("keyId", "0A0B").refuses(new KeyProblem.KeyIdInUse("0a0b"));
    assertEquals(1, KeyRoom.keys(room, 1).size());
  }

  @Test
  void neverTakesAKeyForItsOwnThatAnotherProgramMade() throws Exception {
    KeyRoom.fill(room, 1);
    DeviceStory story =
        story()
            .before("keyCreate.generate", () -> foreignKey("77"))
            .then(DeviceStory::again, redo("keyCreate.make"));
    Problem there = new KeyProblem.KeyExists(1);
    CeremonyState end = story.refuses(there, there);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals(2, KeyRoom.keys(room, 1).size());
    assertEquals("not ours", KeyRoom.keys(room, 1).getFirst().label().orElseThrow());
    assertEquals(2, end.facts().get(NewKeyFacts.REFERENCE));
  }

  // Answers that were lost or do not hold

  /** The key is there, its answer is not; people do the section again instead of the step. */
  @Test
  void findsAKeyAgainWhoseAnswerWasLostWhenTheSectionIsDoneAgain() throws Exception {
    KeyRoom.fill(room, 1);
    story().refuses();
    int generate = room.liar(1).numberOf(GENERATE);
    room.close();
    room = new DeviceRoom(folder, 2);
    room.happensTo(1, new Fault.PulledAfter(generate));
    KeyRoom.fill(room, 1);
    DeviceStory story =
        story()
            .then(ways -> {
              room.reinsert();
              return redo("keyCreate.make").among(ways);
            });
    CeremonyState end = story.refusesA(DeviceProblem.DeviceGone.class);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    KeyRoom.requireOnly(room, "Vault 2030", end);
  }

  /** Older firmware keeps no request: what the answer said of the key is lost with it. */
  @Test
  void makesAPairAgainWhosePublicHalfWasLostWithTheAnswer() throws Exception {
    DeviceStory story =
        storyThatLosesTheAnswer(
            () -> room.send(1, "0020008107" + HexFormat.of().formatHex(pin()), "00E4020002CE01"));
    CeremonyState end = story.refusesA(DeviceProblem.DeviceGone.class);
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    KeyRoom.requireOnly(room, "Vault 2030", end);
  }

  /** What is there after a lost answer is not ours if it is not on our terms. */
  @Test
  void leavesAForeignKeyAloneAfterALostAnswer() throws Exception {
    DeviceStory story =
        storyThatLosesTheAnswer(() -> {
          String unlock = "0020008107" + HexFormat.of().formatHex(pin());
          room.send(1, unlock, "00E4020002CC01", unlock, "00E4020002CE01");
          foreignKey("77");
        });
    CeremonyState end =
        story
            .then(redo("keyCreate.make"))
            .refuses(new DeviceProblem.DeviceGone("reader 1"), new KeyProblem.KeyExists(1));
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    assertEquals("not ours", KeyRoom.keys(room, 1).getFirst().label().orElseThrow());
    assertEquals(2, KeyRoom.keys(room, 1).size());
  }

  private static byte[] pin() {
    return DevicePeople.pin(1).getBytes(StandardCharsets.UTF_8);
  }

  /** The device is pulled when it has made the key; something happens before it is back. */
  private DeviceStory storyThatLosesTheAnswer(DeviceStory.Act meanwhile) throws Exception {
    KeyRoom.fill(room, 1);
    story().refuses();
    int generate = room.liar(1).numberOf(GENERATE);
    room.close();
    room = new DeviceRoom(folder, 2);
    room.happensTo(1, new Fault.PulledAfter(generate));
    KeyRoom.fill(room, 1);
    return story()
        .then(ways -> {
          room.reinsert();
          try {
            meanwhile.happen();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return DeviceStory.again(ways);
        });
  }

  @Test
  void keepsTheKeyWhenThePinSectionIsDoneAgain() throws Exception {
    KeyRoom.fill(room, 1);
    DeviceStory story =
        story()
            .before("keyCreate.prove", () -> room.send(1, WRONG_PIN, WRONG_PIN))
            .then(redo("keyCreate.unlock"));
    CeremonyState end = story.refuses(new PinProblem.LastTry());
    assertEquals(CeremonyState.Phase.FINISHED, end.phase());
    KeyRoom.requireOnly(room, "Vault 2030", end);
  }

  @Test
  void believesNoSignatureThatTheKeyDidNotMake() throws Exception {
    KeyRoom.fill(room, 1);
    story()
        .before("keyCreate.prove", () -> room.liar(1).lies("806801", "3006020101020101" + "9000"))
        .refuses(new KeyProblem.ProofWrong(1));
  }

  @Test
  void refusesAKeyThatIsNotAsItWasPlanned() throws Exception {
    KeyRoom.fill(room, 1);
    DeviceStory story = story();
    story
        .before(
            "keyCreate.readBack",
            () ->
                room.send(
                    1,
                    "0020008107" + Bytes.of(DevicePeople.pin(1).getBytes()).toHex(),
                    "00E4020002C401"))
        .refuses(new KeyProblem.KeyNotAsPlanned(1));
    assertTrue(KeyRoom.keys(room, 1).getFirst().isInvisible());
  }
}
