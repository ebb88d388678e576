// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private static final List<String> COMMANDS =
      List.of(
          "rehearse",
          "ceremonies",
          "run",
          "resume",
          "inspect",
          "check-share",
          "verify",
          "devices",
          "simulate");

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void sitDown() {
    session = new Session(folder);
  }

  @Test
  void opensTheWindowWithoutArguments() {
    assertEquals(Session.WINDOW_OPENED, session.run().status());
  }

  @Test
  void tellsItsVersion() {
    Session.Ran ran = session.run("--version");
    assertEquals(new Session.Ran(ExitStatus.DONE, "test\n", ""), ran);
  }

  @Test
  void listsTheCeremonies() {
    Session.Ran ran = session.run("ceremonies");
    assertEquals(ExitStatus.DONE, ran.status());
    assertTrue(ran.out().contains("dkek-quorum: ") && ran.out().contains("dkek-shares: "));
    assertEquals("", ran.err());
  }

  @ParameterizedTest
  @CsvSource({"en,Usage:,Options:,Commands:", "de,Aufruf:,Optionen:,Befehle:"})
  void helpNamesEveryCommandInBothLanguages(
      String language, String usage, String options, String commands) {
    for (String[] arguments :
        List.of(
            new String[] {"--help", "--language", language},
            new String[] {"--lang=" + language, "-h"})) {
      Session.Ran ran = session.run(arguments);
      assertEquals(ExitStatus.DONE, ran.status());
      assertTrue(ran.out().startsWith(usage), ran.out());
      assertTrue(ran.out().contains("\n" + options + "\n"), ran.out());
      assertTrue(ran.out().contains("\n" + commands + "\n"), ran.out());
      COMMANDS.forEach(command -> assertTrue(ran.out().contains("\n  " + command + " ")));
    }
  }

  @ParameterizedTest
  @CsvSource({"en,Usage:,Show this help.", "de,Aufruf:,Diese Hilfe zeigen."})
  void everyCommandAndOptionHasHelpInBothLanguages(String language, String usage, String help) {
    for (String command : COMMANDS) {
      Session.Ran ran = session.run(command, "--help", "--language", language);
      assertEquals(ExitStatus.DONE, ran.status(), command);
      assertTrue(ran.out().startsWith(usage + " keyrite " + command), ran.out());
      assertTrue(ran.out().contains(help), ran.out());
      List<String> silent =
          ran.out().lines().filter(line -> line.matches("\\s+(-\\w, )?--[a-z-]+(=\\S+)?")).toList();
      // An option that fills its line has its help on the next one.
      assertTrue(silent.stream().allMatch(line -> line.strip().length() > 14), silent.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"device", "simulator", "Rehearse", "rehearsal", "--rehearse", "-x", "/"})
  void refusesWhatItDoesNotKnow(String argument) {
    session.run(argument).assertUsage(argument);
  }

  @ParameterizedTest
  @CsvSource({"run,CEREMONY", "resume,DIR", "inspect,FILE", "check-share,FILE", "verify,RECORD"})
  void saysWhatIsMissing(String command, String missing) {
    session.run(command).assertUsage("Something is missing: " + missing);
  }

  @Test
  void saysItInGermanToo() {
    Session.Ran ran = session.run("verify", "--lang", "de");
    ran.assertUsage("Es fehlt etwas: RECORD");
    assertTrue(ran.err().contains("keyrite verify --help zeigt, wie es geht."), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run nosuch", "rehearse nosuch", "rehearse DKEK-QUORUM"})
  void namesTheCeremoniesThereAre(String line) {
    session.run(line.split(" ")).assertUsage("There are: dkek-quorum, dkek-shares");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bits=64", "--threshold=2"})
  void refusesAnOptionThatTheCeremonyDoesNotDecide(String option) {
    session
        .run("rehearse", "dkek-shares", option)
        .assertUsage(option.substring(0, option.indexOf('=')) + " is not something that");
  }

  @Test
  void refusesAnOptionThatIsGivenTwice() {
    session.run("verify", "x", "--json", "--json").assertUsage("--json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--count 0", "--count 5", "--count two", "--port 80", "--port 65536", "--port x"})
  void refusesMoreDevicesThanThereAreReadersAndPortsThatAreNone(String option) {
    session
        .run(("simulate " + option).split(" "))
        .assertUsage(option.split(" ")[0] + " does not take the value");
  }

  @Test
  void refusesTwoWaysToOpenAShareFile() {
    session
        .run("check-share", "x.pbe", "--quorum", "--password-stdin")
        .assertUsage("in one way at a time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "aardvark adroitness", "00", "zz"})
  void refusesAHashThatIsNone(String hash) {
    session.run("verify", folder.toString(), "--hash", hash).assertUsage("64 hex digits or 32");
  }
}
