// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.ceremonies.DkekQuorum;
import org.keyrite.wizards.ceremonies.DkekShares;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;

class PlanFileTest {
  private static Facts decide(String text, CeremonyKind kind) throws ProblemException {
    FlatYaml yaml = FlatYaml.parse("p", text.getBytes(StandardCharsets.UTF_8));
    Facts facts = PlanFile.decide(yaml, kind);
    kind.plan(facts);
    return facts;
  }

  private static Facts quorum(String text) throws ProblemException {
    return decide(text, new DkekQuorum());
  }

  private static PlanProblem.PlanLine line(int line, String name, Problem inner) {
    return new PlanProblem.PlanLine("p", line, name, inner);
  }

  @Test
  void readsEveryFieldOfItsCeremony() throws ProblemException {
    Facts facts =
        quorum(
            """
            ceremony: dkek-quorum
            name: Root 2026
            organisation: Example Ltd
            place: Berlin
            laptop: L-17
            paper: letter
            language: de
            output: save
            custodians: 12
            threshold: 3
            bits: 64
            alone: no
            byHand: no
            fileOnEverySheet: yes
            """);
    assertEquals("12", facts.texts().get("custodians"));
    assertEquals("no", facts.texts().get("alone"));
    assertEquals(13, facts.texts().size());
  }

  @Test
  void leavesTheRestToThePresets() throws ProblemException {
    assertEquals(1, quorum("name: Root\n").texts().size());
  }

  @Test
  void takesNamesInAllLettersThatPaperHas() throws ProblemException {
    String name = "name: Łódź Ωμέγα Ключ ñ ẞ – “7”";
    assertEquals(name, "name: " + quorum(name + "\n").texts().get("name"));
  }

  @Test
  void refusesAPlanWithoutAName() {
    assertEquals(
        new PlanProblem.PlanKeyMissing("p", "name"), Refusal.of(() -> quorum("custodians: 3\n")));
    assertEquals(
        line(1, "name", new PlanProblem.ValueMissing()), Refusal.of(() -> quorum("name: ' '\n")));
  }

  static Stream<Arguments> wrongLines() {
    return Stream.of(
        Arguments.of("n below", "custodians: 2", new PlanProblem.NumberOutOfRange(2, 3, 99)),
        Arguments.of("n above", "custodians: 100", new PlanProblem.NumberOutOfRange(100, 3, 99)),
        Arguments.of("n as words", "custodians: three", new PlanProblem.NotANumber("three")),
        Arguments.of("n in hex", "custodians: 0x10", new PlanProblem.NotANumber("0x10")),
        Arguments.of("n missing", "custodians:", new PlanProblem.ValueMissing()),
        Arguments.of("t below 2", "threshold: 1", new PlanProblem.NumberOutOfRange(1, 2, 99)),
        Arguments.of("bits", "bits: 96", new PlanProblem.NoSuchChoice("96", "128, 64")),
        Arguments.of("paper", "paper: A4", new PlanProblem.NoSuchChoice("A4", "a4, letter")),
        Arguments.of("truth", "byHand: true", new PlanProblem.NoSuchChoice("true", "yes, no")),
        Arguments.of("language", "language: fr", new PlanProblem.NoSuchChoice("fr", "en, de")),
        Arguments.of("length", "place: " + "x".repeat(61), new PlanProblem.TextTooLong(61, 60)),
        Arguments.of("unprintable", "place: \"a\\tb\"", new PlanProblem.TextUnprintable()),
        Arguments.of("backwards", "place: \"a\\u202Eb\"", new PlanProblem.TextUnprintable()),
        Arguments.of("two lines", "place: \"a\\u2028b\"", new PlanProblem.TextUnprintable()),
        Arguments.of("letters", "place: 東京, 東棟", new PlanProblem.LettersNotOnPaper("東 京 棟")),
        Arguments.of(
            "other letters", "name: مفتاح", new PlanProblem.LettersNotOnPaper("م ف ت ا ح")),
        Arguments.of(
            "other ceremony",
            "ceremony: dkek-shares",
            new PlanProblem.NoSuchChoice("dkek-shares", "dkek-quorum")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongLines")
  void refusesAValueAtItsLine(String what, String text, Problem inner) {
    String name = text.substring(0, text.indexOf(':'));
    String before = name.equals("name") ? "# plan\npaper: a4\n" : "# plan\nname: Root\n";
    assertEquals(line(3, name, inner), Refusal.of(() -> quorum(before + text + "\n")));
  }

  @Test
  void refusesAThresholdAboveTheCustodians() {
    assertEquals(
        new QuorumProblem.ThresholdOutOfRange(4, 3),
        Refusal.of(() -> quorum("name: Root\nthreshold: 4\n")));
  }

  @Test
  void refusesAWordThatNoPlanKnowsAtItsLine() {
    assertEquals(
        new PlanProblem.UnknownPlanKey("p", 2, "treshold"),
        Refusal.of(() -> quorum("name: Root\ntreshold: 2\n")));
  }

  @Test
  void refusesAFieldOfAnotherCeremony() {
    assertEquals(
        new PlanProblem.UnknownPlanKey("p", 2, "bits"),
        Refusal.of(() -> decide("name: Root\nbits: 64\n", new DkekShares())));
  }
}
