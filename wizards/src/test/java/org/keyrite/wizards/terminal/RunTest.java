// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
  /** Three custodians type five lines each; then come those of the share file. */
  private static final int LINES_OF_SHARES = 3 * 5;

  private static final String CLEARED = "\u001b[H\u001b[2J\u001b[3J";
  @TempDir private Path folder;
  private Session session;
  private Path out;
  private Path plan;
  private Participants people;

  @BeforeEach
  void sitDown() throws IOException {
    session = new Session(folder.resolve("records"));
    out = folder.resolve("out");
    plan = Files.writeString(folder.resolve("plan.yaml"), "name: Root\noutput: save\n");
    people = new Participants(out);
  }

  private Session.Ran run() {
    return session.typed(
        people, "run", "dkek-quorum", "--plan", plan.toString(), "--out", out.toString());
  }

  private String journal() throws IOException {
    return Files.readString(out.resolve("journal.jsonl"));
  }

  @Test
  void peopleGoThroughAWholeQuorumAtATerminal() throws IOException {
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("The ceremony is complete."), ran.out());
    assertTrue(journal().contains("\"practice\":false"));
    assertTrue(journal().contains("Person as Custodian 3:"));
    assertEquals(ExitStatus.DONE, session.run("verify", out.toString()).status());
  }

  @Test
  void peopleGoThroughSharesOfTheirOwn() throws IOException {
    Session.Ran ran =
        session.typed(
            people, "run", "dkek-shares", "--plan", plan.toString(), "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertFalse(journal().contains("twelve letters"));
    assertFalse(ran.out().contains("twelve letters"));
  }

  @Test
  void withoutAPlanEverythingIsAskedWithItsUsualAnswer() throws IOException {
    Participants planners =
        new Participants(out)
            .answering("Name on paper:", "", "鍵 Root", "Root")
            .answering("Custodian 2:", "山田", "Yamada")
            .answering("Number [1]:", "", "", "9", "", "2")
            .answering("Sheets needed to open it [2]:", "7")
            .answering("Sheets needed to open it [7]:", "2");
    Session.Ran ran =
        session.typed(planners, "run", "dkek-quorum", "--practice", "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("Nothing was entered here yet."), ran.out());
    assertTrue(ran.out().contains("Paper has no letters for this: 鍵. Write it in"), ran.out());
    assertTrue(ran.out().contains("Paper has no letters for this: 山 田. Write it"), ran.out());
    assertTrue(journal().contains("\"Yamada\""));
    assertTrue(ran.out().contains("\"9\" cannot be chosen here."), ran.out());
    assertTrue(ran.out().contains("A quorum of 7 out of 3 cannot be made."), ran.out());
    assertTrue(journal().contains("\"practice\":true"));
  }

  /** Where paper can be in English or German, the second is the usual one for who speaks it. */
  @ParameterizedTest
  @CsvSource({"en, Number [1]:, Number [2]:", "de, Nummer [2]:, Nummer [0]:"})
  void paperHasTheLanguageThatIsSpokenUnlessSaidOtherwise(String tag, String asks, String not) {
    List<String> asked = new ArrayList<>();
    session.typed(
        question -> {
          asked.add(question);
          return asked.size() == 1 ? "Root" : asked.size() < 12 ? "" : null;
        },
        "run",
        "dkek-quorum",
        "--practice",
        "--lang",
        tag,
        "--out",
        out.toString());
    assertTrue(asked.contains(asks), asked::toString);
    assertFalse(asked.contains(not), asked::toString);
  }

  @Test
  void aFolderThatIsNotEmptyIsRefusedBeforeAnythingIsAsked() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("letter.txt"), "mine");
    session
        .typed(people, "run", "dkek-quorum", "--out", out.toString())
        .assertRefused("is not overwritten");
    assertEquals(List.of(), people.questions());
  }

  @Test
  void recordsGoToTheDataFolderUnlessToldOtherwise() throws IOException {
    Path record = folder.resolve("records/dkek-quorum-20261121-100000");
    people = new Participants(record);
    Session.Ran ran = session.typed(people, "run", "dkek-quorum", "--plan", plan.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(Files.exists(record.resolve("journal.jsonl")));
  }

  @Test
  void theScreenIsClearedAroundEverythingThatIsPrivate() throws IOException {
    Session.Ran ran = run();
    List<String> screens = List.of(ran.out().split(java.util.regex.Pattern.quote(CLEARED)));
    String secret = people.typedLines().get(LINES_OF_SHARES - 1).substring(0, 4);
    assertTrue(ran.out().contains(secret), "the share was never shown");
    screens.stream()
        .filter(screen -> screen.contains(secret))
        .forEach(screen -> assertFalse(screen.contains("The screen is for everybody")));
    assertFalse(screens.getLast().contains(secret));
  }

  @Test
  void aWrongLineIsNamedAndOnlyItIsAskedAgain() {
    people.answering("Line 2 of 5:", "0000 0000 0000 0000 00", "short", "U", "");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("Line 2"), ran.out());
    long firstLines = people.questions().stream().filter("Line 1 of 5:"::equals).count();
    long secondLines = people.questions().stream().filter("Line 2 of 5:"::equals).count();
    assertEquals(3, firstLines);
    assertEquals(3 + 4, secondLines);
  }

  @Test
  void aScanIsTakenInPlaceOfLines() {
    people.answering("Line 1 of 5:", ":scan " + out.resolve("none.pdf"), ":scan " + plan);
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("There is no file"), ran.out());
    assertTrue(ran.out().contains("neither a picture nor a PDF"), ran.out());
  }

  @Test
  void onePersonInTwoSeatsIsRefusedAndAskedAgain() {
    people.answering("Custodian 2:", "Person as Custodian 1:");
    people.answering("How do you want to go on?", "1");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.err().contains("was entered for two seats"), ran.err());
  }

  @Test
  void aBagSerialThatStandsOnAnotherBagIsRefused() {
    people.answering("Bag serial:", "A1", "A1", "A2");
    people.answering("How do you want to go on?", "1");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.err().contains("A1 already belongs"), ran.err());
  }

  @Test
  void somethingUnusualIsNotedAndAStepGoneBackTo() throws IOException {
    people.answering("Seconds this clock is ahead [0]:", ":note", ":nonsense", ":back", "3");
    people.answering("What happened:", "The lamp went out.");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    String witness = journal().replaceAll("(?s).*\"seat.witness\":\"([^\"]+)\".*", "$1");
    assertTrue(
        journal().contains("\"by\":\"" + witness + "\",\"text\":\"The lamp went out.\""),
        journal());
    assertTrue(journal().contains("\"SteppedBack\""));
    assertTrue(ran.out().contains("At any question you can type"), ran.out());
    assertEquals(2, people.questions().stream().filter("Witness:"::equals).count());
  }

  @Test
  void goingBackWhereThatCannotBeChangesNothing() {
    people.answering("Security officer:", ":back");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("That is not possible from this step."), ran.out());
  }

  @Test
  void aSentenceThatIsNotConfirmedIsTakenDown() throws IOException {
    people.answering("Is it so?", "1", "2");
    people.answering("What was different:", "The seal is torn.");
    people.answering("How do you want to go on?", "1");
    Session.Ran ran = run();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(journal().contains("The seal is torn."));
  }

  @Test
  void whatIsWrongWithAPlanIsSaidBeforeAnythingIsBegun() throws IOException {
    Files.writeString(plan, "name: Root\noutput: save\nthreshold: 4\n");
    run().assertRefused("A quorum of 4 out of 3");
    Files.writeString(plan, "name: Root\nname: Leaf\n");
    run().assertRefused("for a second time in line 2");
    Files.writeString(plan, "output: save\n");
    run().assertRefused("does not say \"name\"");
    Files.delete(plan);
    run().assertRefused("There is no file");
    assertFalse(Files.exists(out));
  }

  @Test
  void aFolderThatIsNotEmptyIsRefused() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("letter.txt"), "mine");
    run().assertRefused("is not overwritten");
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aDeviceForACeremonyWithoutDevicesIsRefusedBeforeAnythingIsBegun() {
    session
        .run(
            "run",
            "dkek-quorum",
            "--plan",
            plan.toString(),
            "--out",
            out.toString(),
            "--device",
            "target=left")
        .assertUsage("No device takes part in dkek-quorum");
    assertFalse(Files.exists(out));
  }

  @Test
  void withoutATerminalNoSecretIsShown() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : List.of("Ada", "Bo", "Cy", "Di", "Ed", "Fy")) {
      lines.append(name).append('\n');
    }
    Session.Ran ran =
        session.piped(
            lines + "0\n1\n\n1\n1\n",
            "run",
            "dkek-quorum",
            "--plan",
            plan.toString(),
            "--out",
            out.toString());
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("it is shown on a terminal only"), ran.err());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("dkekQuorum.issue[1]"), journal);
    assertFalse(journal.contains("dkekQuorum.show[1]"), journal);
    String letters = "[0-9A-HJKMNP-TV-Z]{4}";
    assertFalse(Pattern.compile(letters + " " + letters).matcher(ran.out()).find(), ran.out());
  }
}
