// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

// Long because every refusal of a ceremony stands in one place, one short test each.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.wizards.ceremonies.DeviceStory.redo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PinProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.core.simulator.Fault;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.device.SeenDevice;

/** What a {@code dkek-import} refuses, in which words, and how it goes on from there. */
class ImportRefusalsTest {
  private static final String SHARE = "8052000020" + "5A".repeat(32);
  private static final String WRONG_PIN = "0020008107" + "39".repeat(7);

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

  /** An import of shares under passwords into one device. */
  private DeviceStory passwords(int shares, String... more) throws Exception {
    for (int i = 1; i <= shares; i++) {
      room.shareByPassword(i);
    }
    return story(shares, List.of(), more);
  }

  private DeviceStory story(int shares, List<List<char[]>> sheets, String... more) {
    List<String> decided =
        new ArrayList<>(
            List.of(
                "shares",
                String.valueOf(shares),
                "devices",
                String.valueOf(room.hsms.size()),
                "readers",
                "2",
                "openedBy",
                sheets.isEmpty() ? "passwords" : "sheets"));
    Collections.addAll(decided, more);
    return new DeviceStory(room, sheets, DkekImport.ID, decided.toArray(String[]::new));
  }

  private void device(String rest) {
    room.initialised(room.device(), rest);
  }

  // What is wrong with the device

  @Test
  void refusesADeviceThatWasNeverInitialised() throws Exception {
    room.device();
    SimulatedState before = room.hsm(1).state();
    passwords(1).refuses(new DeviceProblem.NotInitialised());
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void refusesADeviceInTransportState() throws Exception {
    room.device();
    room.send(1, "80500000 1D 80020002 8107 73656372657431 8208 6F66666963657231 910103 920101");
    passwords(1).refuses(new PinProblem.PinToBeChanged());
  }

  @Test
  void refusesADeviceWhosePinIsBlocked() throws Exception {
    device("920101");
    room.send(1, WRONG_PIN, WRONG_PIN, WRONG_PIN);
    passwords(1).refuses(new PinProblem.PinBlocked());
  }

  @ParameterizedTest
  @CsvSource({
    "'',       KeyDomainsNone",
    "920100,   Random",
    "920103,   OtherNumber",
    "970102,   NotCreated"
  })
  void refusesAKeyDomainThatTakesNoSuchShares(String setUp, String what) throws Exception {
    device(setUp);
    SimulatedState before = room.hsm(1).state();
    Problem expected =
        switch (what) {
          case "KeyDomainsNone" -> new DeviceProblem.NoKeyDomains();
          case "Random" -> new DeviceProblem.KeyDomainRandom(0);
          case "OtherNumber" -> new DeviceProblem.ShareNumberDiffers(0, 3, 2);
          default -> new DeviceProblem.KeyDomainNotCreated(0);
        };
    passwords(2).refuses(expected);
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void refusesAKeyDomainThatTheDeviceDoesNotHave() throws Exception {
    device("970102");
    passwords(1, "domain", "2").refuses(new DeviceProblem.KeyDomainMissing(2));
  }

  @Test
  void refusesAKeyDomainWhoseKeyIsAgreedBetweenDevices() throws Exception {
    device("920101");
    room.liar(1).lies("8052000000", "0000" + "00".repeat(8) + "C0".repeat(32) + "9000");
    passwords(1).refuses(new DeviceProblem.KeyDomainExchanged(0));
  }

  /** The device took the share and says something that it cannot mean: people begin anew. */
  @Test
  void believesNoAnswerThatDoesNotAddUp() throws Exception {
    device("920102");
    passwords(2).refuses();
    int importOfFirst = room.liar(1).numberOf("80520000", 5 + 32 + 1);
    room.close();
    room = new DeviceRoom(folder, 2);
    room.happensTo(1, new Fault.WrongAnswer(importOfFirst, Bytes.fromHex("6F00")));
    device("920102");
    DeviceStory story = passwords(2).then(DeviceStory::again, redo("import.all"));
    story.ends(
        story.refuses(
            new DeviceProblem.UnexpectedStatus("IMPORT DKEK SHARE", "6F00"),
            new DeviceProblem.MissingSharesDiffer(0, 2, 1)));
  }

  @Test
  void importsIntoAnotherKeyDomainThanTheFirst() throws Exception {
    device("970102");
    room.send(1, "0020008107" + "73656372657431", "80520101 01 01 00");
    DeviceStory story = passwords(1, "domain", "1");
    CeremonyState end = story.refuses();
    assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
    assertEquals(
        room.kcv().toLowerCase(Locale.ROOT), room.send(1, "8052000100").slice(2, 10).toHex());
  }

  /** Neither at first nor when people only try again: what is there may be somebody's only key. */
  @Test
  void neverClearsSharesThatWereThereBeforeUnlessPlanned() throws Exception {
    device("920102");
    room.send(1, SHARE);
    SimulatedState before = room.hsm(1).state();
    Problem there = new DeviceProblem.SharesThereAlready(0, 2);
    passwords(2).then(DeviceStory::again, DeviceStory::again).refuses(there, there, there);
    assertEquals(before, room.hsm(1).state());
  }

  @Test
  void cannotClearSharesInADeviceWhoseFirmwareIsTooOld() throws Exception {
    room.device(new Firmware(2, 5));
    room.initialised(1, "920102");
    room.send(1, SHARE);
    passwords(2, "clear", "yes").refuses(new DeviceProblem.FirmwareTooOld("2.5", "3.0"));
  }

  @Test
  void importsIntoADeviceWithoutKeyDomains() throws Exception {
    room.device(new Firmware(2, 5));
    room.initialised(1, "920101");
    DeviceStory story = passwords(1);
    story.ends(story.refuses());
  }

  // The user PIN

  /** Rule: retry counters are read before each PIN entry. */
  @Test
  void asksForThePinAgainAndSpendsNoTryOnTheSameOne() throws Exception {
    device("920101");
    DeviceStory story = passwords(1).answering("pin[1]", "wrong PIN").then(DeviceStory::again);
    story.ends(story.refuses(new PinProblem.WrongPin(2)));
    assertEquals(2, Collections.frequency(story.asked, "pin[1]"));
  }

  /** Rule: the last try is never taken without a second person's click. */
  @Test
  void takesTheLastTryOnlyAfterTheWitnessHasSeenIt() throws Exception {
    device("920101");
    DeviceStory story =
        passwords(1)
            .answering("pin[1]", "wrong PIN", "wrong too")
            .then(DeviceStory::again, DeviceStory::again, redo("import.device[1]"));
    CeremonyState end =
        story.refuses(
            new PinProblem.WrongPin(2), new PinProblem.WrongPin(1), new PinProblem.LastTry());
    story.ends(end);
    assertEquals(1, end.facts().get(DeviceFacts.userTries(1)), "what the witness saw");
  }

  @Test
  void spendsNoTryWhileTheLastOneIsNotWitnessed() throws Exception {
    device("920101");
    passwords(1)
        .answering("pin[1]", "wrong PIN", "wrong too")
        .then(DeviceStory::again, DeviceStory::again, DeviceStory::again, DeviceStory::again)
        .refuses(
            new PinProblem.WrongPin(2),
            new PinProblem.WrongPin(1),
            new PinProblem.LastTry(),
            new PinProblem.LastTry(),
            new PinProblem.LastTry());
    assertEquals(Bytes.fromHex("63C1"), room.send(1, "00200081"));
  }

  @Test
  void takesAWrongPinAfterAResumeForWhatItIs() throws Exception {
    device("920102");
    room.liar(1).wantsPinFor("8052000020");
    DeviceStory story = passwords(2);
    story.before("import.give[2]", () -> room.card(1).pull());
    story.refuses(new DeviceProblem.DeviceNotHere(room.serial(1)));
    story.answering("pin[1]", "wrong PIN").then(DeviceStory::again);
    story.ends(story.goesOn(new PinProblem.WrongPin(2)));
  }

  // The shares; rule: a wrong, foreign, old or repeated share is named when it is entered

  @Test
  void asksForAPasswordAgainThatDoesNotOpenTheFile() throws Exception {
    device("920101");
    DeviceStory story =
        passwords(1).answering("password[1]", "correct house").then(DeviceStory::again);
    story.ends(story.refuses(new FileProblem.ShareFileNotOpened(room.shareFile(1).toString())));
    assertEquals(1, Collections.frequency(story.asked, "shareFile[1].path"));
    assertEquals(2, Collections.frequency(story.asked, "password[1]"));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void namesAFileThatWasUsedBefore(boolean asText) throws Exception {
    device("920102");
    DeviceStory story = passwords(2);
    Path copy = folder.resolve("copy.pbe");
    byte[] content = Files.readAllBytes(room.shareFile(1));
    Files.write(copy, asText ? Base64.getMimeEncoder().encode(content) : content);
    story.answering("shareFile[2].path", copy.toString()).then(DeviceStory::back);
    story.ends(story.refuses(new FileProblem.ShareFileRepeated(copy.toString(), 1)));
  }

  @Test
  void namesAFileThatIsNoShareFileAtOnce() throws Exception {
    device("920101");
    Path other = Files.write(folder.resolve("other"), new byte[63]);
    DeviceStory story =
        passwords(1).answering("shareFile[1].path", other.toString()).then(DeviceStory::back);
    story.ends(story.refuses(new FileProblem.ShareFileSize(other.toString(), 63)));
    assertEquals(1, Collections.frequency(story.asked, "password[1]"));
  }

  @Test
  void namesAFileThatIsNotThere() throws Exception {
    device("920101");
    DeviceStory story =
        passwords(1).answering("shareFile[1].path", "nowhere.pbe").then(DeviceStory::back);
    story.ends(story.refuses(new FileProblem.FileMissing("nowhere.pbe")));
  }

  @Test
  void namesAFileThatIsAnotherOneAfterAResume() throws Exception {
    device("920101");
    DeviceStory story = passwords(1);
    story.before("import.give[1]", () -> room.card(1).pull());
    story.refuses(new DeviceProblem.DeviceNotHere(room.serial(1)));
    byte[] before = Files.readAllBytes(room.shareFile(1));
    byte[] after = before.clone();
    after[20] ^= 1;
    Files.write(room.shareFile(1), after);
    story.goesOn(new FileProblem.ShareFileChanged(room.shareFile(1).toString()));
    Files.write(room.shareFile(1), before);
    story.ends(story.goesOn());
  }

  @Test
  void namesASheetOfAnotherSet() throws Exception {
    device("920101");
    List<List<char[]>> foreign = room.shareBySheets(9, 2);
    room.shares.clear();
    List<List<char[]>> sheets = new ArrayList<>(room.shareBySheets(1, 2));
    sheets.addAll(foreign);
    DeviceStory story = story(1, sheets).answering("sheet[2]", "5").then(DeviceStory::back);
    story.ends(story.refusesA(QuorumProblem.SheetsOfTwoSets.class));
  }

  @Test
  void namesASheetThatWasEnteredBefore() throws Exception {
    device("920101");
    DeviceStory story =
        story(1, room.shareBySheets(1, 2)).answering("sheet[2]", "1").then(DeviceStory::back);
    story.ends(story.refuses(new QuorumProblem.ShareRepeated(1)));
  }

  @Test
  void namesASheetOfAQuorumOfAnotherSize() throws Exception {
    device("920101");
    story(1, room.shareBySheets(1, 3)).refuses(new QuorumProblem.ThresholdOfAnotherPlan(3, 2));
  }

  @Test
  void saysThatSheetsAndFileDoNotGoTogether() throws Exception {
    device("920101");
    List<List<char[]>> foreign = room.shareBySheets(9, 2);
    room.shares.clear();
    List<List<char[]>> sheets = new ArrayList<>(room.shareBySheets(1, 2));
    sheets.addAll(foreign);
    DeviceStory story =
        story(1, sheets)
            .answering("sheet[1]", "4")
            .answering("sheet[2]", "5")
            .then(redo("import.turn[1]"));
    story.ends(story.refuses(new FileProblem.ShareFileNotOpened(room.shareFile(1).toString())));
  }

  // Devices that come and go

  @Test
  void doesNothingWithADeviceThatWasPutInPlaceOfAnother() throws Exception {
    device("920101");
    DeviceStory story = passwords(1);
    device("920101");
    SimulatedState other = room.hsm(2).state();
    story
        .before(
            "import.give[1]",
            () -> {
              room.remove(1);
              room.insert(2);
            })
        .then(DeviceStory::again)
        .refuses(
            new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)),
            new DeviceProblem.AnotherDevice(room.serial(1), room.serial(2)));
    assertEquals(other, room.hsm(2).state());
    room.remove(2);
    CeremonyState end = story.goesOn();
    assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
  }

  @Test
  void givesNothingToADeviceThatTookTheNameOfAnother() throws Exception {
    device("920101");
    DeviceStory story = passwords(1);
    room.device(SeenDevice.substituteOf(room.hsm(1), DeviceRoom.TODAY).state());
    room.initialised(2, "920101");
    SimulatedState other = room.hsm(2).state();
    assertEquals(room.serial(1), room.serial(2));
    story
        .before(
            "import.give[1]",
            () -> {
              room.remove(1);
              room.insert(2);
            })
        .refuses(new DeviceProblem.DeviceSubstituted(room.serial(1)));
    assertEquals(other, room.hsm(2).state(), "not even its PIN was tried");
    CeremonyState end = story.goesOn();
    assertEquals(room.kcv(), end.facts().get(SheetFacts.KCV));
    assertEquals(room.kcv(), room.kcv(1));
    assertEquals(other, room.hsm(2).state());
  }

  @Test
  void saysThatWhatIsInTheReaderIsNoSmartCardHsm() throws Exception {
    device("920101");
    DeviceStory story =
        passwords(1)
            .before("import.give[1]", () -> room.liar(1).lies("00a4", "6A82"))
            .then(ways -> {
              room.liar(1).tellsTheTruth();
              return DeviceStory.again(ways);
            });
    story.ends(story.refuses(new DeviceProblem.AnotherApplet()));
  }

  // Count and record

  @Test
  void saysThatADeviceTakesNoFurtherShare() throws Exception {
    device("920101");
    DeviceStory story = passwords(1);
    room.liar(1).lies("8052000020", "6986");
    story.then(ways -> {
      room.liar(1).tellsTheTruth();
      return DeviceStory.again(ways);
    });
    story.ends(story.refuses(new DeviceProblem.ShareCountExceeded(0)));
  }

  @Test
  void clearsAndImportsEverythingAnewWhenCountAndRecordDisagree() throws Exception {
    device("920102");
    device("920102");
    DeviceStory story =
        passwords(2)
            .before("import.give[3]", () -> room.send(1, SHARE))
            .then(DeviceStory::again, redo("import.all"));
    Problem differs = new DeviceProblem.MissingSharesDiffer(0, 1, 0);
    CeremonyState end = story.refuses(differs, differs);
    story.ends(end);
    assertTrue(end.facts().get(DeviceFacts.cleared(1)));
    assertTrue(end.facts().get(DeviceFacts.cleared(2)));
    assertFalse(end.voided().isEmpty());
  }

  /** The device says that one share came in, and another file was named since. */
  @Test
  void doesNotTakeOneShareForAnotherAfterATurnWasDoneAgain() throws Exception {
    device("920102");
    passwords(2).refuses();
    int importOfFirst = room.liar(1).numberOf("80520000", 5 + 32 + 1);
    room.close();
    room = new DeviceRoom(folder, 2);
    room.happensTo(1, new Fault.PulledAfter(importOfFirst));
    device("920102");
    room.shareByPassword(9);
    room.shares.clear();
    DeviceStory story = passwords(2);
    story
        .answering("shareFile[1].path", room.shareFile(9).toString())
        .answering("password[1]", "correct horse 9")
        .then(
            ways -> {
              assertEquals(1, room.send(1, "8052000000").at(1), "the wrong share came in");
              room.reinsert();
              return redo("import.turn[1]").among(ways);
            },
            redo("import.all"));
    story.ends(
        story.refuses(
            new DeviceProblem.DeviceGone("reader 1"),
            new DeviceProblem.MissingSharesDiffer(0, 2, 1)));
  }

  // The key check value

  /** Rule: a zero KCV is "no key" and blocks. */
  @Test
  void takesACheckValueOfZerosForNoKey() throws Exception {
    device("920101");
    DeviceStory undisturbed = passwords(1);
    undisturbed.refuses();
    int last = room.card(1).count();
    room.close();
    room = new DeviceRoom(folder, 2);
    room.happensTo(1, new Fault.WrongAnswer(last, Bytes.fromHex("0100" + "00".repeat(8) + "9000")));
    device("920101");
    DeviceStory story = passwords(1).then(redo("import.all"));
    story.ends(story.refuses(new DeviceProblem.CheckValueOfNoKey(room.serial(1))));
  }

  /** Rule: after import the KCV is compared with the expected one. */
  @Test
  void refusesAnotherCheckValueThanExpected() throws Exception {
    device("920101");
    DeviceStory story = passwords(1, "expectedKcv", "00000000000000FF");
    story
        .then(DeviceStory::again)
        .refuses(
            new DeviceProblem.CheckValueUnexpected("00000000000000FF", room.kcv()),
            new DeviceProblem.CheckValueUnexpected("00000000000000FF", room.kcv()));
  }

  @Test
  void importsTheRightShareAfterAnotherCheckValueThanExpected() throws Exception {
    device("920101");
    room.shareByPassword(9);
    String wrong = room.kcv();
    room.shares.clear();
    room.shareByPassword(1);
    String right = room.kcv();
    DeviceStory story =
        story(1, List.of(), "expectedKcv", right.toLowerCase(Locale.ROOT))
            .answering("shareFile[1].path", room.shareFile(9).toString())
            .answering("password[1]", "correct horse 9")
            .then(redo("import.all"));
    CeremonyState end = story.refuses(new DeviceProblem.CheckValueUnexpected(right, wrong));
    story.ends(end);
    assertTrue(end.facts().get(DeviceFacts.cleared(1)));
  }

  @Test
  void refusesDevicesThatDoNotHaveTheSameKey() throws Exception {
    device("920101");
    device("920101");
    DeviceStory story = passwords(1);
    story
        .before(
            "import.verify[1]",
            () -> room.send(2, "0020008107" + "73656372657432", "80520400", SHARE))
        .then(redo("import.all"));
    story.ends(story.refusesA(DeviceProblem.CheckValuesDiffer.class));
  }

  @Test
  void refusesSharesThatCancelEachOther() throws Exception {
    device("920102");
    room.shareByPassword(1);
    room.sameShareByPassword(2, 1);
    story(2, List.of()).refuses(new DeviceProblem.SharesCancelEachOther(room.serial(1)));
  }
}
