// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremonies.MemberRegister;
import org.keyrite.wizards.journal.JournalCheck;

/** A group is founded and devices join it, in one room and by stick, with pretend devices. */
class GroupRehearsedTest {
  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private Session.Ran rehearse(String... arguments) {
    List<String> all =
        Stream.of(Stream.of("rehearse"), Stream.of(arguments), Stream.of("--out", out().toString()))
            .flatMap(part -> part)
            .toList();
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2)).run(all.toArray(String[]::new));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    return ran;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static MemberRegister register(Path folder) throws IOException, ProblemException {
    try (Stream<Path> files = Files.list(folder)) {
      return MemberRegister.read(
          files
              .filter(file -> file.getFileName().toString().startsWith("members-"))
              .findFirst()
              .orElseThrow());
    }
  }

  @Test
  void aGroupSignerIsCreated() throws Exception {
    rehearse("group-signer");
    assertEquals(List.of(), register(out()).members());
    assertEquals(
        1,
        files(out().resolve("sheets"), ".pdf").stream()
            .filter(file -> file.getFileName().toString().startsWith("group-"))
            .count());
  }

  @Test
  void anExistingGroupSignerIsShown() {
    rehearse("group-signer", "--with", "signer=existing");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void devicesJoinInOneRoom(int readers) throws Exception {
    rehearse("device-enrol", "--with", "members=3", "--with", "readers=" + readers);
    assertEquals(3, register(out()).members().size());
    assertEquals(3, files(out(), ".id").size());
    assertEquals(3, files(out(), ".kdm").size());
    String journal = Files.readString(out().resolve("journal.jsonl"));
    assertTrue(journal.contains("\"member[3].domain\":\"IN 0 "), journal);
  }

  @Test
  void devicesJoinByStick() throws Exception {
    rehearse("device-enrol", "--by-stick", "--with", "members=2", "--with", "domain=1");
    Path export = out().resolve("1-export");
    Path issue = out().resolve("2-issue");
    Path join = out().resolve("3-join");
    assertEquals(2, files(export, ".id").size());
    assertEquals(2, register(issue).members().size());
    assertEquals(2, files(join, ".kdm").size());
    assertCited(export, issue);
    assertCited(issue, join);
    String joined = Files.readString(join.resolve("journal.jsonl"));
    assertTrue(joined.contains("\"member[2].domain\":\"IN 1 "), joined);
  }

  @Test
  void inspectKnowsTheFilesOfAGroup() throws Exception {
    rehearse("device-enrol", "--with", "members=2");
    List<String> names =
        Stream.of(files(out(), ".id"), files(out(), ".kdm"))
            .flatMap(List::stream)
            .map(Path::toString)
            .toList();
    Path register =
        files(out(), ".jsonl").stream()
            .filter(file -> file.getFileName().toString().startsWith("members-"))
            .findFirst()
            .orElseThrow();
    List<String> asked = new ArrayList<>(names);
    asked.addFirst("inspect");
    asked.add(register.toString());
    Session.Ran ran = new Session(folder).run(asked.toArray(String[]::new));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("the device ID of a device"), ran::toString);
    assertTrue(ran.out().contains("a membership of a group"), ran::toString);
    assertTrue(ran.out().contains("Members: 2"), ran::toString);
    assertTrue(ran.out().contains("a simulated device"), ran::toString);
    String text = Files.readString(register);
    Files.writeString(register, text.replaceFirst("SIMU.", "DENK0"));
    Session.Ran again = new Session(folder).run("inspect", register.toString());
    again.assertRefused("line 1");
  }

  private static void assertCited(Path before, Path after) throws Exception {
    String hash = JournalCheck.of(before.resolve("journal.jsonl")).lastHash().toHex();
    assertTrue(Files.readString(after.resolve("journal.jsonl")).contains(hash));
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "issue", "join"})
  void eachVisitIsRehearsedAloneToo(String visit) {
    rehearse("device-enrol", "--with", "visit=" + visit, "--with", "members=2");
  }

  @Test
  void twentyFiveDevicesGetTheirMembershipsInOneVisit() throws Exception {
    rehearse("device-enrol", "--with", "visit=issue", "--with", "members=25");
    assertEquals(25, register(out()).members().size());
    assertEquals(25, files(out(), ".kdm").size());
  }

  @Test
  void onlyCeremoniesWithVisitsGoByStick() {
    new Session(folder)
        .run("rehearse", "group-signer", "--by-stick", "--out", out().toString())
        .assertUsage("--by-stick");
  }
}
