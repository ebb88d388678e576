// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.PinProblem.DefaultPin;
import org.keyrite.core.problem.PinProblem.PinLength;
import org.keyrite.core.problem.PinProblem.PinNotPlain;
import org.keyrite.core.problem.PinProblem.SoPinForm;
import org.keyrite.core.problem.PlanProblem.ValueMissing;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.preflight.CalmLaptop;

class PinsInCeremonyTest {
  private static final SecretSlot PIN = new SecretSlot("pin[1]");
  private static final Fact<Integer> SIZE = Fact.number("size");

  private static final Editor NEW_USER = new Editor.NewPin(Pin.USER, 8);
  private static final Editor NEW_SO = new Editor.NewPin(Pin.SO, 0);
  private static final Editor KNOWN_USER = new Editor.KnownPin(Pin.USER);
  private static final Editor KNOWN_SO = new Editor.KnownPin(Pin.SO);

  private final Journal journal = Journal.inMemory();

  private Optional<Problem> refusal(Editor editor, boolean practice, String typed) {
    Section section =
        Section.of(
            "toy.section",
            Ask.of(StepId.of("toy.ask"), Seat.OPERATOR, List.of(), new Field(PIN, editor)),
            new Perform(
                StepId.of("toy.use"),
                Seat.OPERATOR,
                List.of(),
                Set.of(PIN),
                Set.of(SIZE),
                desk -> desk.put(SIZE, desk.get(PIN).size())));
    Workplace place =
        new Workplace(
            "Keyrite 0.0",
            Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
            Path.of("nowhere"),
            null,
            DerivationCost.forTests(1),
            (name, pdf) -> name,
            new Devices(new PracticeReaders(List.of())),
            new CalmLaptop(),
            practice);
    Ceremony ceremony = new Ceremony("toy", List.of(), Facts.NONE, Part.last(section));
    try (CeremonyRunner runner =
        CeremonyRunner.start(ceremony, "T-1", Bytes.EMPTY, journal, place, Runnable::run)) {
      Secret secret = Secret.taking(typed.getBytes(StandardCharsets.UTF_8));
      runner.answer(new Answers(Facts.NONE, Map.of(PIN, secret)));
      runner.perform(Progress.NONE);
      assertEquals(typed.getBytes(StandardCharsets.UTF_8).length, runner.state().facts().get(SIZE));
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private void refuses(Problem expected, Editor editor, String typed) {
    assertEquals(Optional.of(expected), refusal(editor, false, typed), typed);
  }

  private void takes(Editor editor, String typed) {
    assertEquals(Optional.empty(), refusal(editor, false, typed), typed);
  }

  @ParameterizedTest
  @CsvSource({"'',0", "1234567,7", "1234567890123456,16", "äöüäöü,6"})
  void refusesANewUserPinOfAnotherLength(String typed, int length) {
    refuses(length == 0 ? new ValueMissing() : new PinLength(length, 8, 15), NEW_USER, typed);
  }

  @Test
  void refusesANewUserPinThatNotEveryKeyboardCanType() {
    refuses(new PinNotPlain(), NEW_USER, "schlüssel");
    refuses(new PinNotPlain(), NEW_USER, "tab\tab\tab");
  }

  @Test
  void takesANewUserPinOfTheLengthThatItsTriesNeed() {
    takes(NEW_USER, "12345678");
    takes(NEW_USER, "fifteen letters");
    takes(new Editor.NewPin(Pin.USER, 6), "123456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "123456789", "123456789ABCDEFG", "0123456789ABCDEF0", "ßßßß"})
  void refusesASoPinInNeitherNotation(String typed) {
    refuses(new SoPinForm(), NEW_SO, typed);
    refuses(new SoPinForm(), KNOWN_SO, typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "0123456789abcDEF"})
  void takesASoPinInBothNotations(String typed) {
    takes(NEW_SO, typed);
    takes(KNOWN_SO, typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"57621880", "3537363231383830"})
  void refusesASoPinThatStandsInManualsInBothNotations(String typed) {
    refuses(new DefaultPin(), NEW_SO, typed);
  }

  @Test
  void refusesAUserPinThatStandsInManuals() {
    refuses(new DefaultPin(), new Editor.NewPin(Pin.USER, 6), "648219");
  }

  @Test
  void takesPinsFromManualsForPracticeAndWhereADeviceHasThemAlready() {
    assertEquals(Optional.empty(), refusal(NEW_SO, true, "57621880"));
    assertEquals(Optional.empty(), refusal(new Editor.NewPin(Pin.USER, 6), true, "648219"));
    takes(KNOWN_USER, "648219");
    takes(KNOWN_SO, "57621880");
  }

  @Test
  void refusesForPracticeWhatNoDeviceTakes() {
    assertEquals(Optional.of(new SoPinForm()), refusal(NEW_SO, true, "1234567"));
  }

  @Test
  void refusesAKnownPinThatNoDeviceCanHaveBeforeADeviceSeesIt() {
    refuses(new PinLength(5, 6, 16), KNOWN_USER, "12345");
    refuses(new PinLength(18, 6, 16), KNOWN_USER, "äöüäöüäöü");
    takes(KNOWN_USER, "äöü");
  }

  @Test
  void noEntryContainsAPin() {
    takes(NEW_USER, "pin of nobody");
    refuses(new PinNotPlain(), NEW_USER, "pin of nöbody");
    assertTrue(journal.entries().stream().anyMatch(Entry.Done.class::isInstance));
    assertFalse(journal.entries().toString().contains("of n"));
  }
}
