// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.KeyProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.rehearsal.Prompter;

class AskQuestionsTest {
  private static final Fact<String> CHOSEN = Fact.text("keys.chosen");

  private static final Fact<String> ON_DEVICE = Fact.text("keys.onDevice");

  private static final Facts LISTED =
      Facts.NONE.with(ON_DEVICE, "POSSIBLE 1 Root\u00a0CA AES-128 01 -, NEVER 2 Old AES-192 02 -");

  /** Takes anything but an x, for two keys. */
  private static final Ask.Whole TWO_KEYS =
      new Ask.Whole() {
        @Override
        public Optional<Problem> refuses(Facts entered) {
          return entered.get(CHOSEN).equals("x")
              ? Optional.of(new KeyProblem.NoSuchKeys("x"))
              : Optional.empty();
        }

        @Override
        public Facts understood(Facts entered) {
          return LISTED;
        }
      };

  @TempDir private Path folder;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  private static Ceremony ceremony(Ask.Whole whole) {
    Ask ask =
        new Ask(
            StepId.of("toy.choose"),
            Seat.OFFICER,
            List.of(),
            Set.of(ON_DEVICE),
            List.of(ON_DEVICE),
            List.of(new Field(CHOSEN, new Editor.Text(1, 100)).preset("all")),
            whole);
    return new Ceremony("toy", List.of(), LISTED, Part.last(Section.of("toy.all", ask)));
  }

  private String asked(Ask.Whole whole, Language language, AnswersFile answers, String... typed)
      throws ProblemException {
    CeremonyState state = CeremonyState.before(ceremony(whole));
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    String lines = typed.length == 0 ? "" : String.join("\n", typed) + "\n";
    Dialog dialog =
        new Dialog(
            new Screen(out, out, seen, true, true),
            new StreamKeyboard(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))),
            Messages.in(language),
            Dialog.Notes.NONE);
    return new AskQuestions(dialog, new FileAnswers(answers), Prompter.SILENT)
        .ask((Ask) state.current().orElseThrow(), state)
        .facts()
        .get(CHOSEN);
  }

  private String screen() {
    return seen.toString(StandardCharsets.UTF_8).replace("\u00a0", " ");
  }

  @Test
  void tellsWhatWasUnderstoodInTheWordsOfTheList() throws ProblemException {
    assertEquals("1-2", asked(TWO_KEYS, Language.ENGLISH, AnswersFile.NONE, "1-2", "yes"));
    assertTrue(
        screen()
            .contains(
                """
                This is what was understood:
                  1 Root CA (AES-128, ID 01): can be backed up
                  2 Old (AES-192, ID 02): can never be backed up
                """),
        screen());
  }

  @Test
  void tellsTheListBesideTheChoiceLineByLine() throws ProblemException {
    asked(TWO_KEYS, Language.ENGLISH, AnswersFile.NONE, "1-2", "yes");
    assertTrue(
        screen()
            .startsWith(
                """
                  Keys on the device:
                    1 Root CA (AES-128, ID 01): can be backed up
                    2 Old (AES-192, ID 02): can never be backed up
                Keys that are taken [all]:\
                """),
        screen());
  }

  @Test
  void asksAgainWhenSomethingElseWasMeant() throws ProblemException {
    assertEquals("2", asked(TWO_KEYS, Language.ENGLISH, AnswersFile.NONE, "1-2", "no", "2", "1"));
  }

  /** The refusal names what is wrong, and is told by whoever asked. */
  @Test
  void doesNotTellWhatIsRefused() throws ProblemException {
    assertEquals("x", asked(TWO_KEYS, Language.ENGLISH, AnswersFile.NONE, "x"));
    assertFalse(screen().contains("understood"), screen());
  }

  @Test
  void tellsNothingWhereAnAnswerSaysItItself() throws ProblemException {
    assertEquals(
        "1-2", asked(entered -> Optional.empty(), Language.ENGLISH, AnswersFile.NONE, "1-2"));
    assertFalse(screen().contains("understood"), screen());
  }

  @Test
  void showsThePresetInTheLanguageOfThePeople() throws ProblemException {
    assertEquals("all", asked(TWO_KEYS, Language.GERMAN, AnswersFile.NONE, "", "ja"));
    assertTrue(screen().contains("[alle]:"), screen());
  }

  @Test
  void theEndOfTheInputIsNoAgreement() {
    assertEquals(
        new CeremonyProblem.WorkStopped(),
        assertThrows(
                ProblemException.class,
                () -> asked(TWO_KEYS, Language.ENGLISH, AnswersFile.NONE, "1-2"))
            .problem());
  }

  @Test
  void asksNobodyAboutWhatStandsInAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("answers.yaml"), "keys.chosen: 1-2\n");
    assertEquals(
        "1-2", asked(TWO_KEYS, Language.ENGLISH, AnswersFile.read(file, ceremony(TWO_KEYS), true)));
    assertEquals("", screen());
  }
}
