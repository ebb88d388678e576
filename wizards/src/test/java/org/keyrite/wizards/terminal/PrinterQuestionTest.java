// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.print.Queue;

class PrinterQuestionTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  private String told(String name, PrinterQuestion.Known known) {
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    Dialog dialog =
        new Dialog(
            new Screen(out, out, seen, false, false),
            new StreamKeyboard(new ByteArrayInputStream(new byte[0])),
            ENGLISH,
            Dialog.Notes.NONE);
    assertEquals(name, new PrinterQuestion(dialog, false, known).named(name));
    return seen.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
  }

  private static List<Queue> hall(String device) {
    return List.of(
        new Queue("other", "usb://HP/1", new Queue.State.Ready()),
        new Queue("hall", device, new Queue.State.Ready()));
  }

  @ParameterizedTest
  @CsvSource({
    "socket://10.0.0.5, window.printer.networkWarning",
    "ipp://printer.example/ipp, window.printer.networkWarning",
    "cups-pdf:/, window.printer.fileWarning",
    "strange:/somewhere, window.printer.unknownWarning"
  })
  void warnsOfAQueueThatWasNamedBeforehand(String device, String warning) {
    assertEquals(ENGLISH.text(warning), told("hall", () -> hall(device)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "nowhere"})
  void saysNothingOfACableAndOfAQueueThatNobodyKnows(String name) {
    assertEquals("", told(name, () -> hall("socket://10.0.0.5")));
  }

  @Test
  void saysThatNobodyCanTellWhichQueuesThereAre() {
    String told =
        told(
            "hall",
            () -> {
              throw new PaperProblem.PrintServiceSilent("gone").asException();
            });
    assertTrue(told.contains("gone"), told);
  }
}
