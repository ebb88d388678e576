// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.DkekShares;
import org.keyrite.wizards.ceremonies.KeyBackup;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.SecretSlot;
import org.keyrite.wizards.ceremony.Slot;
import org.keyrite.wizards.ceremony.StepId;

class AnswersFileTest {
  private static AnswersFile hold(String text, boolean attended) throws ProblemException {
    Ceremony ceremony =
        new DkekShares().plan(Facts.ofTexts(Map.of("name", "Root", "custodians", "2"))).ceremony();
    FlatYaml yaml = FlatYaml.parse("a", text.getBytes(StandardCharsets.UTF_8));
    return AnswersFile.hold(yaml, ceremony, attended);
  }

  /** For a ceremony of which only the first part is known. */
  private static AnswersFile holdForLater(String text, boolean attended) throws ProblemException {
    Ceremony ceremony = new KeyBackup().plan(Facts.ofTexts(Map.of("name", "Root"))).ceremony();
    FlatYaml yaml = FlatYaml.parse("a", text.getBytes(StandardCharsets.UTF_8));
    return AnswersFile.hold(yaml, ceremony, attended);
  }

  private static Field text(Slot slot) {
    return new Field(slot, new Editor.Text(1, 9));
  }

  private static Field secret(String name) {
    return new Field(new SecretSlot(name), new Editor.KnownPassphrase());
  }

  @Test
  void keepsWhatALaterPartMayAsk() throws ProblemException {
    String words = "keys.chosen: 1, 3\npin[1]: secret1\nkeyBackup.tries: yes\n";
    AnswersFile answers = holdForLater(words, false);
    assertEquals(Optional.of("1, 3"), answers.text(text(Fact.text("keys.chosen"))));
    assertEquals(Optional.of("secret1"), answers.text(secret("pin[1]")));
    assertTrue(answers.confirms(StepId.of("keyBackup.tries")));
    assertFalse(answers.confirms(StepId.of("keyBackup.seen")));
  }

  @Test
  void judgesWhatALaterPartAsksWhenItIsAsked() throws ProblemException {
    String words = "keys.chosen: 1234567890\npin[1]: secret1\nkeyBackup.tries: no\n";
    AnswersFile attended = holdForLater(words, true);
    assertEquals(
        new PlanProblem.AnswerIsPersonal("a", 2, "pin[1]"),
        Refusal.of(() -> attended.text(secret("pin[1]"))));
    assertEquals(
        new PlanProblem.AnswerIsPersonal("a", 3, "keyBackup.tries"),
        Refusal.of(() -> attended.confirms(StepId.of("keyBackup.tries"))));
    AnswersFile alone = holdForLater(words, false);
    assertEquals(
        new PlanProblem.PlanLine(
            "a", 3, "keyBackup.tries", new PlanProblem.NoSuchChoice("no", "yes")),
        Refusal.of(() -> alone.confirms(StepId.of("keyBackup.tries"))));
    assertInstanceOf(
        PlanProblem.PlanLine.class, Refusal.of(() -> alone.text(text(Fact.text("keys.chosen")))));
  }

  @Test
  void answersSlots() throws ProblemException {
    AnswersFile answers = hold("seat.officer: Ada\nclock.offset: -3\n", true);
    assertEquals(Optional.of("Ada"), answers.text(text(Seat.OFFICER.person())));
    assertEquals(Optional.empty(), answers.text(text(Seat.WITNESS.person())));
  }

  @Test
  void answersSecretsWhereNobodyAttends() throws ProblemException {
    AnswersFile answers = hold("password[1]: twelve letters\n", false);
    assertEquals(Optional.of("twelve letters"), answers.text(secret("password[1]")));
  }

  @Test
  void confirmsSentencesWhereNobodyAttends() throws ProblemException {
    AnswersFile answers = hold("dkekShares.sealed[2]: yes\n", false);
    assertTrue(answers.confirms(new StepId("dkekShares.sealed", 2)));
    assertFalse(answers.confirms(new StepId("dkekShares.sealed", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password[1]: twelve letters", "typed[2]: scan.pdf", "dkekShares.sealed[1]: yes"})
  void refusesWhatOnlyAPersonMaySayAtItsLine(String text) {
    assertEquals(
        new PlanProblem.AnswerIsPersonal("a", 2, text.substring(0, text.indexOf(':'))),
        Refusal.of(() -> hold("seat.officer: Ada\n" + text + "\n", true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seat.custodian[3]: Ada",
        "password: x",
        "name: Root",
        "dkekShares.make[1]: yes",
        "kcv: 0"
      })
  void refusesWhatNobodyAsksAtItsLine(String text) {
    assertEquals(
        new PlanProblem.UnknownPlanKey("a", 3, text.substring(0, text.indexOf(':'))),
        Refusal.of(() -> hold("\n\n" + text + "\n", false)));
  }

  @Test
  void refusesAValueThatItsFieldRefuses() {
    assertEquals(
        new PlanProblem.PlanLine("a", 1, "clock.offset", new PlanProblem.NotANumber("a minute")),
        Refusal.of(() -> hold("clock.offset: a minute\n", true)));
    assertEquals(
        new PlanProblem.PlanLine("a", 1, "password[2]", new PlanProblem.ValueMissing()),
        Refusal.of(() -> hold("password[2]: \n", false)));
    assertEquals(
        new PlanProblem.PlanLine(
            "a", 1, "dkekShares.sealed[1]", new PlanProblem.NoSuchChoice("no", "yes")),
        Refusal.of(() -> hold("dkekShares.sealed[1]: no\n", false)));
  }
}
