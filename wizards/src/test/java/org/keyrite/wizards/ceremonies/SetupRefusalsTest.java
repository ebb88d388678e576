// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because every refusal of a ceremony stands in one place, one short test each.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.ceremonies.DeviceStory.redo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.device.DeviceIdentity;

/** What a {@code device-setup} refuses before shares come, and how it goes on from there. */
class SetupRefusalsTest {
  private static final String INITIALISE = "80500000";
  private static final String WRITE = "00d7";
  private static final String OK = "9000";

  @TempDir Path folder;
  private DeviceRoom room;

  @BeforeEach
  void open() {
    room = new DeviceRoom(folder, 2);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private DeviceStory story(String... more) throws Exception {
    room.shareByPassword(1);
    List<String> decided = new ArrayList<>(List.of("devices", "1", "openedBy", "passwords"));
    Collections.addAll(decided, more);
    return new DeviceStory(room, List.of(), DeviceSetup.ID, decided.toArray(String[]::new));
  }

  /** A device that is in use: its share, its label, and somebody's key domain. */
  private SimulatedState used(String soPin) {
    room.initialised(room.device(), "920101");
    room.send(1, "8052000020" + "5A".repeat(32));
    if (!soPin.isEmpty()) {
      room.send(1, "0024008810" + hex(DevicePeople.soPin(1)) + hex(soPin));
    }
    return room.hsm(1).state();
  }

  private static String hex(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).toHex();
  }

  // The wrong device; rule: the device is named by serial before anything is erased, its last four
  // characters are typed, another card aborts

  @ParameterizedTest
  @CsvSource({"0000", "x", "SIMU"})
  void erasesNothingUntilTheEndOfTheSerialIsTyped(String typed) throws Exception {
    SimulatedState before = used("");
    story()
        .answering("device[1].typed", typed)
        .refuses(new DeviceProblem.SerialTypedDiffers(typed));
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void erasesNoOtherDeviceThanTheOneThatWasNamed() throws Exception {
    SimulatedState before = used("");
    room.initialised(room.device(), "920101");
    SimulatedState other = room.hsm(2).state();
    story()
        .before(
            "deviceSetup.initialise[1]",
            () -> {
              room.remove(1);
              room.insert(2);
            })
        .then(DeviceStory::again)
        .refuses(
            new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)),
            new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)));
    assertEquals(before, room.hsm(1).state());
    assertEquals(other, room.hsm(2).state());
  }

  @Test
  void refusesOneDeviceForTwoParts() throws Exception {
    room.device();
    room.shareByPassword(1);
    DeviceStory story =
        new DeviceStory(room, List.of(), DeviceSetup.ID, "devices", "2", "openedBy", "passwords") {
          @Override
          public DeviceIdentity await(AwaitDevice await, CeremonyState state) {
            room.insert(1);
            return room.identity(1);
          }
        };
    story.refuses(new DeviceProblem.DeviceTwice(room.serial(1)));
  }

  @Test
  void showsTheWitnessWhatWillBeErased() throws Exception {
    used("");
    CeremonyState end = story().answering("device[1].typed", "none").refusesA(Problem.class);
    assertEquals("setUp", end.facts().get(DeviceFacts.state(1)));
    assertEquals("SIMULATED", end.facts().get(DeviceFacts.origin(1)));
    assertEquals("15", end.facts().get(DeviceFacts.soTries(1)));
  }

  // The SO-PIN; rule: the retry counter is read before, and no try is spent without a click

  @Test
  void spendsNoSecondTryOnAWrongSoPin() throws Exception {
    SimulatedState before = used("another1");
    story()
        .then(DeviceStory::again, DeviceStory::again)
        .refuses(
            new PinProblem.SoPinWrong(14),
            new PinProblem.SoPinTriedSince("14"),
            new PinProblem.SoPinTriedSince("14"));
    assertEquals(before.domains(), room.hsm(1).state().domains(), "nothing was erased");
    assertEquals(Bytes.fromHex("63CE"), room.send(1, "00200088"));
  }

  @Test
  void goesOnWithTheRightSoPinWhenTheDeviceIsDoneAgain() throws Exception {
    used("");
    DeviceStory story =
        story().answering("soPin[1]", "mistyped").then(redo("deviceSetup.device[1]"));
    CeremonyState end = story.refuses(new PinProblem.SoPinWrong(14));
    story.ends(end);
    assertEquals("14", end.facts().get(DeviceFacts.soTries(1)), "what the witness saw then");
  }

  /** Rule: the last try is never taken without a second person's click. */
  @Test
  void takesTheLastTryOfTheSoPinOnlyAfterTheWitnessHasSeenIt() throws Exception {
    used("");
    String wrong = "0020008808" + hex("mistyped");
    room.send(1, Collections.nCopies(14, wrong).toArray(String[]::new));
    DeviceStory story = story();
    List<String> steps =
        Agenda.of(List.of(story.ceremony().first())).rows().stream()
            .map(row -> row.step().id() + " " + row.step().seat())
            .toList();
    int witnessed = steps.indexOf("deviceSetup.soTries[1] witness");
    assertTrue(witnessed >= 0);
    assertTrue(witnessed < steps.indexOf("deviceSetup.soPin[1] officer"));
    CeremonyState end = story.refuses();
    story.ends(end);
    assertEquals("1", end.facts().get(DeviceFacts.soTries(1)));
  }

  @Test
  void refusesADeviceWhoseSoPinIsBlocked() throws Exception {
    used("");
    String wrong = "0020008808" + hex("mistyped");
    room.send(1, Collections.nCopies(15, wrong).toArray(String[]::new));
    story().refuses(new PinProblem.SoPinBlocked());
  }

  @Test
  void spendsNoTryOnADeviceThatSomebodyInitialisedMeanwhile() throws Exception {
    room.device();
    Problem since = new PinProblem.SoPinTriedSince("15");
    DeviceStory story =
        story()
            .before("deviceSetup.initialise[1]", () -> room.initialised(1, "920101"))
            .then(DeviceStory::again)
            .answering("soPin[1]", "another1");
    story.refuses(since, since);
    assertEquals(Bytes.fromHex("63CF"), room.send(1, "00200088"));
  }

  /** Rule: the SO-PIN is shown as 16 hex digits, and as the 8 characters where it has them. */
  @ParameterizedTest
  @CsvSource({
    "officer1, 6F66 6669 6365 7231, officer1",
    "6f66666963657231, 6F66 6669 6365 7231, officer1",
    "00112233445566ff, 0011 2233 4455 66FF, ''"
  })
  void showsTheSoPinInBothNotations(String typed, String digits, String characters)
      throws Exception {
    room.device();
    DeviceStory story = story().answering("soPin[1]", typed);
    story.ends(story.refuses());
    assertEquals(characters.isEmpty() ? List.of(digits) : List.of(digits, characters), story.shown);
  }

  /** Rule: well-known default PINs are refused outside rehearsals. */
  @ParameterizedTest
  @CsvSource({"soPin[1], 57621880", "soPin[1], 3537363231383830", "userPin[1], 648219"})
  void refusesPinsThatStandInManuals(String slot, String pin) throws Exception {
    room.device();
    story().inProduction().answering(slot, pin).refuses(new PinProblem.DefaultPin());
  }

  @Test
  void takesPinsThatStandInManualsInARehearsal() throws Exception {
    room.device();
    DeviceStory story =
        story()
            .answering("soPin[1]", "57621880")
            .answering("userPin[1]", "648219")
            .answering("pin[1]", "648219");
    story.ends(story.refuses());
  }

  // The user PIN

  @ParameterizedTest
  @CsvSource({"3, 12345, 6", "5, 123456, 7", "8, 1234567, 8"})
  void refusesAPinThatIsTooShortForSoManyTries(String tries, String pin, int shortest)
      throws Exception {
    room.device();
    story("tries", tries)
        .answering("userPin[1]", pin)
        .refuses(new PinProblem.PinLength(pin.length(), shortest, 15));
  }

  @Test
  void noticesThatNobodyKnowsThePinThatWasJustSet() throws Exception {
    room.device();
    DeviceStory story = story().answering("pin[1]", "forgotten").then(DeviceStory::again);
    story.ends(story.refuses(new PinProblem.WrongPin(2)));
  }

  // The plan

  @Test
  void refusesALabelThatIsTooLongInBytes() throws Exception {
    room.device();
    DeviceStory story = story("label", "ü".repeat(17));
    ProblemException refused = assertThrows(ProblemException.class, story::ceremony);
    assertEquals(new PlanProblem.TextTooLong(34, 32), refused.problem());
  }

  @Test
  void refusesFirmwareWithoutKeyDomainsBeforeAnythingIsErased() throws Exception {
    room.device(new Firmware(2, 5));
    room.initialised(1, "920101");
    SimulatedState before = room.hsm(1).state();
    story("keyDomains", "2").refuses(new DeviceProblem.FirmwareTooOld("2.5", "3.0"));
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void setsUpADeviceWithoutKeyDomains() throws Exception {
    room.device(new Firmware(2, 5));
    DeviceStory story = story();
    story.ends(story.refuses());
  }

  @Test
  void setsUpAsManyKeyDomainsAsThereCanBe() throws Exception {
    room.device();
    DeviceStory story = story("keyDomains", "255");
    story.ends(story.refuses());
    assertEquals(255, room.hsm(1).state().domains().size());
  }

  // Rule: after initialise everything is read back (stock tools report success on refusal)

  @Test
  void noticesThatANewDeviceWasNotInitialisedAtAll() throws Exception {
    room.device();
    DeviceStory story = story();
    room.liar(1).lies(INITIALISE, OK);
    story.then(ways -> {
      room.liar(1).tellsTheTruth();
      return DeviceStory.again(ways);
    });
    story.ends(story.refuses(new DeviceProblem.StillNotInitialised()));
  }

  @Test
  void noticesThatOptionsWereNotTaken() throws Exception {
    used("");
    DeviceStory story = story("reset", "never");
    room.liar(1).lies(INITIALISE, OK);
    story.refuses(new DeviceProblem.OptionsNotSet());
  }

  @Test
  void noticesThatTriesWereNotTaken() throws Exception {
    used("");
    DeviceStory story = story("tries", "2");
    room.liar(1).lies(INITIALISE, OK);
    story.refuses(new DeviceProblem.TriesNotSet(2, 3));
  }

  @Test
  void noticesThatKeysAreStillThere() throws Exception {
    used("");
    DeviceStory story = story();
    room.liar(1).lies("80580000", "2F02CC00CC01CC02" + OK);
    story.refuses(new DeviceProblem.NotErased(2));
  }

  @Test
  void noticesThatSharesAreStillThere() throws Exception {
    used("");
    DeviceStory story = story();
    room.liar(1).lies(INITIALISE, OK);
    story.refuses(new DeviceProblem.MissingSharesDiffer(0, 1, 0));
  }

  @Test
  void noticesThatKeyDomainsWereNotMade() throws Exception {
    used("");
    DeviceStory story = story("keyDomains", "4");
    room.liar(1).lies(INITIALISE, OK);
    story.refuses(new DeviceProblem.KeyDomainsNotSet(4, 1));
  }

  @Test
  void noticesThatTheLabelWasNotWritten() throws Exception {
    room.device();
    DeviceStory story = story("label", "Vault");
    room.liar(1).lies(WRITE, OK);
    story.then(ways -> {
      room.liar(1).tellsTheTruth();
      return DeviceStory.again(ways);
    });
    story.ends(story.refuses(new DeviceProblem.LabelNotSet("Vault")));
  }

  @Test
  void readsBackWhatWasPlanned() throws Exception {
    room.device();
    DeviceStory story = story("label", "Vault", "reset", "unblock", "tries", "2");
    story.ends(story.refuses());
    assertEquals(
        Bytes.fromHex("0021"), room.send(1).slice(7, 9), "options, told when it is selected");
    assertEquals(Bytes.fromHex("63C2"), room.send(1, "00200081"));
    assertTrue(room.send(1, "00B12F03 04 54020000 00").toHex().contains(hex("Vault")));
    assertFalse(story.secrets.isEmpty());
  }
}
