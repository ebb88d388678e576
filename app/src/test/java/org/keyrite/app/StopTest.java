// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.wizards.terminal.ExitStatus;

/** A ceremony that is ended from outside stops in order and goes on another time. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StopTest {
  private static final String OTHER_PAGE = "\u001b[?1049h";
  private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";
  private static final String WIPED = CLEAR + "\u001b[?1049l" + CLEAR;

  @TempDir private Path folder;
  private ChildJvm keyrite;
  private Path out;

  @BeforeEach
  void prepare() {
    keyrite = ChildJvm.closed(Main.class, folder, "-XX:+UseSerialGC", "-Duser.language=en");
    out = folder.resolve("rehearsal");
  }

  /** Begins a rehearsal, sends it a signal in the middle, and lets it end. */
  private ChildJvm.Ending signalled(String signal, String... arguments)
      throws IOException, InterruptedException {
    Process process = keyrite.startSignallable(arguments);
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = printed.readLine();
      while (line != null && !line.startsWith("9/")) {
        line = printed.readLine();
      }
      assertTrue(line != null, "ended before its ninth step");
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      String rest = printed.lines().collect(Collectors.joining("\n"));
      return new ChildJvm.Ending(process.waitFor(), rest);
    }
  }

  private static void assertStopped(ChildJvm.Ending ending) {
    assertEquals(ExitStatus.STOPPED, ending.status(), ending.printed());
    assertTrue(ending.printed().contains("Go on with: keyrite resume"), ending.printed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalLeavesAWholeRecord(String signal) throws Exception {
    assertStopped(signalled(signal, "rehearse", "--out", out.toString()));
    ChildJvm.Ending verified = keyrite.run("verify", out.toString());
    assertEquals(ExitStatus.DONE, verified.status(), verified.printed());
  }

  @Test
  void aStoppedRehearsalGoesOnAndEnds() throws Exception {
    assertStopped(signalled("INT", "rehearse", "--out", out.toString()));
    ChildJvm.Ending resumed = keyrite.run("resume", out.toString());
    assertEquals(ExitStatus.DONE, resumed.status(), resumed.printed());
    assertTrue(Files.exists(out.resolve("rehearsal-secrets.yaml")));
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("\"entry\":\"Resumed\""), journal);
    assertTrue(journal.contains("\"entry\":\"Finished\""), journal);
  }

  @Test
  void theEndOfTheInputIsTheEndOfATerminal() throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.yaml"), "name: Root\noutput: save\n");
    ChildJvm.Ending ending =
        keyrite.run("run", "dkek-quorum", "--plan", plan.toString(), "--out", out.toString());
    assertStopped(ending);
  }

  /** On a terminal of its own, with people who press Enter. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aShareThatIsShownLeavesTheTerminal(String signal) throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"), "name: Root\noutput: save\nlaptopFaults: witnessed\n");
    Path answers =
        Files.writeString(
            folder.resolve("answers.yaml"),
            """
            "seat.custodian[1]": "Esperanza Morales"
            "seat.custodian[2]": "Farid Haddad"
            "seat.custodian[3]": "Greta Lindqvist"
            "seat.officer": "Amara Okafor"
            "seat.operator": "Bogdan Petrescu"
            "seat.witness": "Chiara Ricci"
            "clock.offset": "0"
            "opening.looked": yes
            """);
    ChildJvm.Ending ending =
        keyrite.runOnTerminal(
            List.of("python3", script(), signal, "Press Enter to cover it."),
            "run",
            "dkek-quorum",
            "--practice",
            "--plan",
            plan.toString(),
            "--answers",
            answers.toString(),
            "--out",
            out.toString());
    assertStopped(ending);
    String before = ending.printed().substring(0, ending.printed().indexOf("\nasked\n"));
    String after = ending.printed().substring(before.length());
    String shown = before.substring(before.lastIndexOf(OTHER_PAGE));
    assertTrue(
        Pattern.compile("[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}").matcher(shown).find());
    assertTrue(after.indexOf(WIPED) >= 0, after);
    assertTrue(after.indexOf(WIPED) < after.indexOf("Go on with: keyrite resume"), after);
  }

  private static String script() throws Exception {
    return Path.of(StopTest.class.getResource("/terminal/stopped.py").toURI()).toString();
  }
}
