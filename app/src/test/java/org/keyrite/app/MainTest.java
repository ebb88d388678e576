// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.terminal.ExitStatus;
import org.keyrite.wizards.terminal.Screen;
import org.keyrite.wizards.terminal.StreamKeyboard;

class MainTest {
  private static final int WINDOW_OPENED = 42;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Optional<Language> opened = Optional.empty();

  @Test
  void printsItsVersion() {
    assertEquals(ExitStatus.DONE, start(Map.of(), "--version"));
    assertEquals("Keyrite " + Version.current().text(), printed(out));
    assertEquals("", printed(err));
  }

  @Test
  void withoutDisplaySaysSoInOneSentenceAndNamesTheRehearsal() {
    assertEquals(ExitStatus.USAGE, start(Map.of()));
    assertEquals("", printed(out));
    assertEquals(1, printed(err).lines().count());
    assertTrue(printed(err).contains("./keyrite rehearse"), printed(err));
  }

  @Test
  void opensTheWindowWhereThereIsADisplay() {
    assertEquals(WINDOW_OPENED, start(Map.of("DISPLAY", ":0")));
    assertEquals("", printed(err));
  }

  @Test
  void opensTheWindowInTheLanguageThatIsAskedFor() {
    Map<String, String> display = Map.of("DISPLAY", ":0");
    start(display);
    assertEquals(Optional.empty(), opened);
    start(display, "--lang", "de");
    assertEquals(Optional.of(Language.GERMAN), opened);
    start(display, "--language=en");
    assertEquals(Optional.of(Language.ENGLISH), opened);
  }

  @Test
  void withoutDisplaySaysSoInTheLanguageThatIsAskedFor() {
    assertEquals(ExitStatus.USAGE, start(Map.of(), "--lang", "de"));
    assertTrue(printed(err).contains("Fenster"), printed(err));
  }

  @Test
  void takesAnEmptyDisplayForNone() {
    assertEquals(ExitStatus.USAGE, start(Map.of("DISPLAY", "")));
    assertTrue(printed(err).contains("./keyrite rehearse"), printed(err));
  }

  @Test
  void refusesAnOpenProcessEvenForItsVersion() {
    int status =
        main(Map.of())
            .start(List.of("DisableAttachMechanism", "-agentlib:jdwp"), List.of("--version"));
    assertEquals(ExitStatus.REFUSED, status);
    assertEquals("", printed(out));
    assertTrue(printed(err).contains("DisableAttachMechanism -agentlib:jdwp"), printed(err));
  }

  private int start(Map<String, String> environment, String... arguments) {
    return main(environment).start(List.of(), List.of(arguments));
  }

  private Main main(Map<String, String> environment) {
    PrintStream printed = new PrintStream(out);
    return new Main(
        Language.ENGLISH,
        environment,
        new StreamKeyboard(InputStream.nullInputStream()),
        new Screen(printed, new PrintStream(err), printed, false, false),
        asked -> {
          opened = asked;
          return WINDOW_OPENED;
        });
  }

  private static String printed(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).strip();
  }
}
