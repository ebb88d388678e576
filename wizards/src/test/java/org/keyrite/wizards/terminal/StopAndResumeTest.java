// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopAndResumeTest {
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";
  private static final String ALONE =
      "Everybody else looks away. Press Enter when you sit here alone.";

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

  private Session.Ran resume() {
    return session.typed(people, "resume", out.toString());
  }

  private String journal() throws IOException {
    return Files.readString(out.resolve("journal.jsonl"));
  }

  @Test
  void stoppedByAWordItGoesOnAnotherTime() {
    people.answering("Security officer:", ":stop");
    Session.Ran stopped = run();
    assertEquals(ExitStatus.STOPPED, stopped.status(), stopped::toString);
    assertTrue(stopped.err().contains("keyrite resume " + out), stopped.err());
    assertEquals(ExitStatus.DONE, resume().status());
  }

  @Test
  void aTerminalThatWasClosedAnywhereLeavesACeremonyThatGoesOn() throws IOException {
    run();
    List<String> questions = List.copyOf(people.questions());
    for (int at : IntStream.range(0, questions.size()).filter(i -> i % 9 == 0).toArray()) {
      Path place = folder.resolve("closed-" + at);
      Participants leaving = new Participants(place);
      int[] asked = {0};
      Session.Ran stopped =
          session.typed(
              question -> asked[0]++ == at ? null : leaving.apply(question),
              "run",
              "dkek-quorum",
              "--plan",
              plan.toString(),
              "--out",
              place.toString());
      assertEquals(ExitStatus.STOPPED, stopped.status(), stopped::toString);
      Session.Ran resumed = session.typed(new Participants(place), "resume", place.toString());
      assertEquals(ExitStatus.DONE, resumed.status(), resumed::toString);
    }
  }

  private Session.Ran shares(UnaryOperator<String> custodians) {
    return session.typed(
        custodians, "run", "dkek-shares", "--plan", plan.toString(), "--out", out.toString());
  }

  @Test
  void whoGoesOnInTheTurnOfACustodianIsAskedWhetherHeSitsAlone() {
    String again = "Password, typed again:";
    shares(question -> question.equals(again) ? null : people.apply(question));
    Participants others = new Participants(out);
    Session.Ran resumed = session.typed(others, "resume", out.toString());
    assertEquals(ExitStatus.DONE, resumed.status(), resumed::toString);
    assertEquals(ALONE, others.questions().getFirst());
  }

  @Test
  void whatWasTypedWronglyIsTypedAnewByTheFirstWayOn() {
    people.answering("Password, typed again:", "twelve letters astray");
    people.answering("How do you want to go on?", "1");
    Session.Ran ran = shares(people);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals(1, Collections.frequency(people.questions(), "How do you want to go on?"));
  }

  /** Begins, and stops at the first question that begins like this. */
  private Session.Ran stoppedAt(String asked) {
    return session.typed(
        question -> {
          if (question.startsWith(asked)) {
            session.stop();
            return null;
          }
          return people.apply(question);
        },
        "run",
        "dkek-quorum",
        "--plan",
        plan.toString(),
        "--out",
        out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Press Enter to cover it.", "Line 2 of "})
  void aSignalFirstTakesWhatIsSecretOffTheScreen(String asked) {
    Session.Ran ran = stoppedAt(asked);
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
    int entered = ran.out().lastIndexOf("\u001b[?1049h");
    int left = ran.out().lastIndexOf(CLEAR + "\u001b[?1049l" + CLEAR);
    assertTrue(entered >= 0 && entered < ran.out().lastIndexOf(asked), ran.out());
    assertTrue(left > ran.out().lastIndexOf(asked), ran.out());
  }

  @Test
  void aSignalWipesAndLetsGoOfTheJournal() {
    people.answering("Bag serial:");
    Session.Ran ran = stoppedAt("Bag serial:");
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
    assertTrue(ran.err().contains("keyrite resume " + out), ran.err());
    assertEquals(ExitStatus.DONE, resume().status());
  }

  @Test
  void twoProcessesDoNotRunOneCeremony() {
    people.answering("Seconds this clock is ahead [0]:");
    Session.Ran[] second = new Session.Ran[1];
    session.typed(
        question -> {
          if (question.startsWith("Seconds") && second[0] == null) {
            second[0] = new Session(folder).run("resume", out.toString());
          }
          return people.apply(question);
        },
        "run",
        "dkek-quorum",
        "--plan",
        plan.toString(),
        "--out",
        out.toString());
    second[0].assertRefused("is running this ceremony right now");
  }

  @Test
  void aCeremonyThatIsGivenUpSaysWhy() throws IOException {
    people.answering("Custodian 2:", "Person as Custodian 1:");
    people.answering("How do you want to go on?", "Give the ceremony up");
    people.answering("Why:", "The witness left.");
    Session.Ran ran = run();
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(journal().contains("The witness left."));
    assertTrue(ran.out().contains("The ceremony was given up."), ran.out());
  }

  @Test
  void aTerminalThatIsClosedWhilePlanningLeavesNothing() {
    Session.Ran ran =
        session.typed(question -> null, "run", "dkek-quorum", "--out", out.toString());
    assertEquals(ExitStatus.REFUSED, ran.status(), ran::toString);
    assertTrue(ran.out().contains("Nothing was begun."), ran.out());
    assertFalse(Files.exists(out));
  }

  @Test
  void answersInAFileTakeThePlaceOfPeople() throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("answers.yaml"),
            "seat.officer: Ada\nseat.operator: Bo\nseat.witness: Cy\nclock.offset: 2\n");
    Session.Ran ran =
        session.typed(
            people,
            "run",
            "dkek-quorum",
            "--plan",
            plan.toString(),
            "--answers",
            answers.toString(),
            "--out",
            out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertFalse(people.questions().contains("Witness:"));
    assertTrue(journal().contains("\"seat.officer\":\"Ada\""));
    // Else it would say that people typed what they never typed.
    assertTrue(journal().contains("\"answersFile\""));
    assertTrue(told("record").contains("a file that was written beforehand"));
    assertTrue(told("verify").contains("a file that was written beforehand"));
  }

  @Test
  void secretsAndConfirmationsInAFileNeedPracticeOrNobodyThere() throws IOException {
    Path answers =
        Files.writeString(
            folder.resolve("answers.yaml"), "seat.officer: Ada\npassword[1]: twelve letters\n");
    String[] line = {
      "run",
      "dkek-shares",
      "--plan",
      plan.toString(),
      "--answers",
      answers.toString(),
      "--out",
      out.toString()
    };
    session.run(line).assertRefused("line 2, \"password[1]\" is for a person");
    assertFalse(Files.exists(out));
  }

  @Test
  void nobodyThereAndAnswersForEverythingRunsToItsEnd() throws IOException {
    StringBuilder answers = new StringBuilder("clock.offset: 0\n");
    for (String seat : List.of("officer", "operator", "witness", "custodian[1]")) {
      answers.append("seat.").append(seat).append(": ").append(seat).append(" Smith\n");
    }
    answers.append("password[1]: twelve letters\npasswordAgain[1]: twelve letters\n");
    answers.append("opening.looked: yes\nclosing.searched: yes\n");
    answers.append("sheet[1].bag: B1\ndkekShares.sealed[1]: yes\n");
    for (int i = 1; i <= 4; i++) {
      answers.append("closing.conducted[").append(i).append("]: yes\n");
    }
    Path file = Files.writeString(folder.resolve("answers.yaml"), answers.toString());
    Files.writeString(plan, "name: Root\noutput: save\ncustodians: 1\n");
    String[] line = {
      "run",
      "dkek-shares",
      "--plan",
      plan.toString(),
      "--answers",
      file.toString(),
      "--unattended",
      "--out",
      out.toString()
    };
    // The lines of a sheet cannot be known beforehand; without them it stops there.
    Session.Ran stopped = session.run(line);
    assertEquals(ExitStatus.STOPPED, stopped.status(), stopped::toString);
    Path scan = people.lastSheet();
    Files.writeString(file, answers + "typed[1]: " + scan + "\n");
    Session.Ran ran =
        session.run("resume", out.toString(), "--answers", file.toString(), "--unattended");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    // Else it would be the record of people who confirmed what they never saw.
    assertEquals(2, journal().lines().filter(entry -> entry.contains("\"unattended\"")).count());
    assertToldAsUnattended();
  }

  private String told(String command) {
    return session.run(command, out.toString()).out().replaceAll("\\s+", " ");
  }

  private void assertToldAsUnattended() {
    Session.Ran told = session.run("record", out.toString());
    assertTrue(told.out().contains("nobody sat at"), told.out());
    Session.Ran verified = session.run("verify", out.toString());
    assertTrue(verified.out().contains("nobody sat at"), verified.out());
  }

  @Test
  void whatAnotherProgramTypesIsNoPerson() throws IOException {
    Session.Ran ran =
        session.piped(
            "Ada\n", "run", "dkek-quorum", "--plan", plan.toString(), "--out", out.toString());
    assertEquals(ExitStatus.STOPPED, ran.status(), ran::toString);
    assertTrue(journal().contains("\"unattended\""));
    assertToldAsUnattended();
  }

  @Test
  void whereSomebodySitsNothingIsSaidOfIt() throws IOException {
    assertEquals(ExitStatus.DONE, run().status());
    assertFalse(journal().contains("unattended") || journal().contains("answersFile"));
    assertFalse(session.run("verify", out.toString()).out().contains("nobody sat"));
  }
}
