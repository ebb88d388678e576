// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.rehearsal.MadeUpBackup;

/** Twelve keys of all kinds leave one pretend device and come to life on another. */
class KeysRehearsedTest {
  private static final Set<String> KINDS =
      Set.of(
          "RSA-2048",
          "RSA-3072",
          "RSA-4096",
          "secp256r1",
          "secp384r1",
          "secp521r1",
          "secp256k1",
          "brainpoolP256r1",
          "brainpoolP384r1",
          "AES-128",
          "AES-192",
          "AES-256");

  @TempDir private Path folder;

  private Session.Ran run(String... arguments) {
    Session.Ran ran = new Session(folder, DerivationCost.forTests(2)).run(arguments);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    return ran;
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void keysOfEveryKindAreBackedUpAndRestoredAndEachIsProven() throws IOException, ProblemException {
    Path out = folder.resolve("out");
    Session.Ran ran = run("rehearse", "key-restore", "--out", out.toString());
    assertTrue(ran.out().contains(out.resolve("keys").toString()), ran::toString);
    assertWhole(out.resolve("keys"));
    listIsKnown(out.resolve("keys"));

    String journal = Files.readString(out.resolve("journal.jsonl"));
    List<String> outcomes = all("\"key\\[\\d+].outcome\":\"[^\"]*\"", journal);
    assertEquals(KINDS.size(), outcomes.size(), outcomes::toString);
    outcomes.forEach(outcome -> assertTrue(outcome.contains(":\"proven "), outcome));
    Set<String> serials = new TreeSet<>(all("SIMU[0-9]+", journal));
    serials.addAll(
        all("SIMU[0-9]+", Files.readString(out.resolve("keys").resolve("journal.jsonl"))));
    assertEquals(2, serials.size(), serials::toString);
    assertFalse(journal.contains("made-up0"), "a PIN");

    MadeUpBackup two = new MadeUpBackup(new CeremonyFolder(out.resolve("keys")), 2);
    assertEquals("Web-server.wky", two.file(1).getFileName().toString());
    assertEquals("Code-signing.wky", two.file(2).getFileName().toString());
  }

  @Test
  void sheetsOfKeysAreScannedBackInARehearsal() throws IOException {
    Path out = folder.resolve("out");
    run("rehearse", "key-backup", "--with", "keySheets=yes", "--out", out.toString());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    int printed = all("\"keySheet\\[\\d+].output\"", journal).size();
    assertEquals(printed, all("\"Done\"[^}]*keyBackup.compare", journal).size(), journal);
    assertTrue(printed > 9, journal);
  }

  @Test
  void aKeyIsDeletedInARehearsal() throws IOException {
    Path out = folder.resolve("out");
    run("rehearse", "key-delete", "--out", out.toString());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("\"key[1].outcome\":\"deleted\""), journal);
    assertTrue(journal.contains("Web server"), journal);
  }

  @Test
  void aKeyGetsItsCertificateInARehearsal() throws IOException {
    Path out = folder.resolve("out");
    run("rehearse", "key-certificate", "--out", out.toString());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("Rehearsal issuer"), journal);
    assertTrue(journal.contains("\"keys.certified\":\"certified 1 "), journal);
  }

  @Test
  void aKeyWithoutANameIsNamedInARehearsal() throws IOException {
    Path out = folder.resolve("out");
    run("rehearse", "key-repair", "--out", out.toString());
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("\"keys.unseen\":\"NO_DESCRIPTION 13 "), journal);
    assertTrue(journal.contains("\"key[13].outcome\":\"described\""), journal);
  }

  /** One file a key, one list of all, and the key that stays is named in it. */
  private void listIsKnown(Path backup) throws IOException {
    Path list = backup.resolve("key-backup.json");
    Session.Ran told = run("inspect", "--json", list.toString());
    assertTrue(told.out().contains("\"kind\":\"keyBackup\""), told::toString);
    assertTrue(told.out().contains("\"wrappedKeys\":" + KINDS.size()), told::toString);
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Path alone = Files.copy(list, copy.resolve("key-backup.json"));
    new Session(folder).run("inspect", alone.toString()).assertRefused(".wky");
  }

  private static void assertWhole(Path backup) throws IOException {
    String manifest = Files.readString(backup.resolve("key-backup.json"));
    assertTrue(manifest.contains("This machine only"), manifest);
    assertEquals(1, all("This machine only", manifest).size(), manifest);
    KINDS.forEach(kind -> assertTrue(manifest.contains("\"" + kind + "\""), kind));
    try (Stream<Path> files = Files.list(backup)) {
      assertEquals(
          KINDS.size(), files.filter(file -> file.toString().endsWith(".wky")).count(), manifest);
    }
  }

  /** With nobody there, from files that say what people would. */
  @Test
  void keysAreBackedUpUnattended() throws IOException {
    Path out = folder.resolve("out");
    List<String> command = command(out, "name: Root\noutput: save\n");
    command.add("--unattended");
    run(command.toArray(String[]::new));
    assertTrue(Files.exists(out.resolve("Issuing-CA.wky")));
    assertTrue(Files.exists(out.resolve("Backup-tapes.wky")));
    assertFalse(Files.exists(out.resolve("Root-CA.wky")));
  }

  /** At a terminal, where only the scans are asked for. */
  @Test
  void sheetsOfKeysAreScannedBackAtATerminal() throws IOException {
    Path out = folder.resolve("out");
    List<String> command = command(out, "name: Root\noutput: save\nkeySheets: yes\n");
    Path first = out.resolve("sheets").resolve("key-004-copy-1.pdf");
    Path second = out.resolve("sheets").resolve("key-010-copy-1.pdf");
    Participants people =
        new Participants(out)
            .answering("Which device is it?", "1")
            .answering(
                "File with the scan of the sheet:",
                out.resolve("nowhere.pdf").toString(),
                first.toString(),
                first.toString(),
                second.toString());
    Session.Ran ran =
        new Session(folder, DerivationCost.forTests(2))
            .typed(people, command.toArray(String[]::new));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(ran.out().contains("nowhere.pdf"), ran::toString);
    assertTrue(ran.out().contains("The scan shows the sheet"), ran::toString);
    assertEquals(
        4,
        people.questions().stream().filter(asked -> asked.startsWith("File with the scan")).count(),
        people.questions()::toString);
  }

  private List<String> command(Path out, String planned) throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.yaml"), planned);
    Path answers =
        Files.writeString(
            folder.resolve("answers.yaml"),
            """
            seat.officer: Ada
            seat.operator: Bob
            seat.witness: Cy
            clock.offset: 0
            opening.looked: yes
            keyBackup.named: yes
            keyBackup.listed: yes
            keys.chosen: 4, 10
            keyBackup.tries: yes
            pin[1]: made-up01
            keyBackup.seen: yes
            closing.searched: yes
            closing.conducted[1]: yes
            closing.conducted[2]: yes
            closing.conducted[3]: yes
            """);
    List<String> command = new ArrayList<>(List.of("run", "key-backup", "--practice"));
    command.addAll(List.of("--plan", plan.toString(), "--answers", answers.toString()));
    command.addAll(List.of("--out", out.toString()));
    return command;
  }
}
