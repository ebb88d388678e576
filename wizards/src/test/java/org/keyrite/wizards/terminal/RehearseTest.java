// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearseTest {
  private static final Pattern SHARE = Pattern.compile("\\{id: (\\d+), value: \"([0-9a-f]+)\"}");

  @TempDir private Path folder;
  private Session session;
  private Path out;

  @BeforeEach
  void sitDown() {
    session = new Session(folder);
    out = folder.resolve("rehearsal");
  }

  private Session.Ran rehearse(String... arguments) {
    return session.run(
        Stream.concat(Stream.of("rehearse", "--out", out.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private List<String> made() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .map(name -> name.replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}", "SET"))
          .sorted()
          .toList();
    }
  }

  private Path shareFile() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> file.toString().endsWith(".pbe")).findFirst().orElseThrow();
    }
  }

  private String secrets() throws IOException {
    return Files.readString(out.resolve("rehearsal-secrets.yaml"));
  }

  @Test
  void leavesExactlyWhatItPromises() throws IOException {
    Session.Ran ran = rehearse();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals(
        List.of(
            "dkek-SET.pbe",
            "journal.jsonl",
            "journal.jsonl.tip",
            "receipts.pdf",
            "record.pdf",
            "rehearsal-secrets.yaml",
            "sheets/agenda.pdf",
            "sheets/labels-set-SET.pdf",
            "sheets/share-01-copy-1-set-SET.pdf",
            "sheets/share-02-copy-1-set-SET.pdf",
            "sheets/share-03-copy-1-set-SET.pdf",
            "sheets/share-file-01-copy-1-set-SET.pdf",
            "transcript.txt"),
        made());
    assertEquals("", ran.err());
  }

  private List<String> rights() throws IOException {
    List<String> rights = new ArrayList<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path path : all.toList()) {
        String kind = Files.isDirectory(path) ? "d" : "-";
        rights.add(kind + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return rights.stream().distinct().sorted().toList();
  }

  /** Also in a folder that was there, and that others could look into. */
  @Test
  void keepsEverythingForItsOwnerAlone() throws IOException {
    Files.createDirectory(out);
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(ExitStatus.DONE, rehearse().status());
    assertEquals(List.of("-rw-------", "drwx------"), rights());
  }

  @Test
  void tellsAStepALineAndHowToRestoreWithStockTools() throws IOException {
    Session.Ran ran = rehearse();
    List<String> steps = ran.out().lines().filter(line -> line.matches("\\d+/\\d+ .*")).toList();
    int all = Integer.parseInt(steps.getFirst().replaceAll("^1/(\\d+) .*", "$1"));
    assertEquals(all, steps.size());
    assertTrue(ran.out().contains("$ sc-hsm-tool --initialize --dkek-shares 1\n"), ran.out());
    assertTrue(
        ran.out()
            .contains(
                "$ sc-hsm-tool --import-dkek-share " + shareFile() + " --pwd-shares-total 2\n"),
        ran.out());
    made().stream()
        .filter(name -> !name.contains("SET") && !name.startsWith("journal.jsonl."))
        .forEach(name -> assertTrue(ran.out().contains("  " + name + "\n"), name));
  }

  @ParameterizedTest
  @CsvSource({"2,3,128", "3,3,64", "2,12,64", "11,12,128"})
  void anyQuorumFromTheSecretsFileOpensTheShareFile(int t, int n, int bits) throws IOException {
    Session.Ran ran = rehearse("--threshold=" + t, "--custodians", "" + n, "--bits", "" + bits);
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    String prime =
        secrets().replaceAll("(?s).*prime: \"([0-9a-f]+)\", threshold: " + t + ",.*", "$1");
    assertEquals(bits / 4, prime.strip().length(), this.toString());
    List<MatchResult> shares = SHARE.matcher(secrets()).results().toList();
    assertEquals(n, shares.size());
    assertTrue(shares.stream().allMatch(share -> share.group(2).length() == bits / 4));
    StringBuilder lines = new StringBuilder(prime.strip() + "\n");
    for (MatchResult share : shares.subList(n - t, n)) {
      lines.append(share.group(1)).append(' ').append(share.group(2)).append('\n');
    }
    Session.Ran check =
        session.piped(
            lines.toString(), "check-share", shareFile().toString(), "--quorum-stdin", "--json");
    String kcv = check.out().replaceAll("(?s).*\"kcv\":\"([0-9A-F]{16})\".*", "$1");
    assertTrue(Files.readString(out.resolve("journal.jsonl")).contains("\"kcv\":\"" + kcv + "\""));
    assertEquals(n >= 10, ran.out().contains("For share 10 type the id a."), ran.out());
  }

  @Test
  void theSheetsOpenTheShareFileToo() throws IOException {
    rehearse();
    List<String> sheets;
    try (Stream<Path> files = Files.list(out.resolve("sheets"))) {
      sheets =
          files.map(Path::toString).filter(name -> name.matches(".*share-0[13]-copy.*")).toList();
    }
    Session.Ran ran =
        session.run("check-share", shareFile().toString(), "--sheet", sheets.get(0), sheets.get(1));
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    session
        .run("check-share", shareFile().toString(), "--sheet", sheets.get(0))
        .assertRefused("Too few shares");
    session
        .run("check-share", shareFile().toString(), "--sheet", sheets.get(0), sheets.get(0))
        .assertRefused("was entered twice");
    session
        .run("check-share", shareFile().toString(), "--sheet", out + "/sheets/agenda.pdf")
        .assertRefused("no code");
  }

  @Test
  void thePasswordsInTheSecretsFileOpenTheirShareFiles() throws IOException {
    Session.Ran ran = rehearse("dkek-shares", "--custodians", "2");
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    List<MatchResult> files =
        Pattern.compile("\\{file: \"([^\"]+)\", password: \"([^\"]+)\"}")
            .matcher(secrets())
            .results()
            .toList();
    assertEquals(2, files.size());
    for (MatchResult file : files) {
      Session.Ran check =
          session.piped(
              file.group(2) + "\n",
              "check-share",
              out.resolve(file.group(1)).toString(),
              "--password-stdin");
      assertEquals(ExitStatus.DONE, check.status(), check::toString);
    }
    assertTrue(ran.out().contains("$ sc-hsm-tool --initialize --dkek-shares 2\n"), ran.out());
  }

  @ParameterizedTest
  @CsvSource({"en,this laptop's operating system", "de,das Betriebssystem dieses Laptops"})
  void theTranscriptNamesTheSourceOfRandomnessInWords(String language, String words)
      throws IOException {
    rehearse("dkek-shares", "--custodians", "1", "--language", language);
    String told = Files.readString(out.resolve("transcript.txt"));
    assertTrue(told.contains(words + " (SecureRandom)"), told);
    assertFalse(told.contains("jvm"), told);
  }

  @Test
  void theSecretsAreForTheirOwnerAlone() throws IOException {
    rehearse();
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(out.resolve("rehearsal-secrets.yaml")));
    assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(out));
  }

  @Test
  void noSecretIsInItsOutputOrRecord() throws IOException {
    Session.Ran ran = rehearse();
    String told = ran.out() + ran.err() + Files.readString(out.resolve("journal.jsonl"));
    SHARE.matcher(secrets()).results().forEach(share -> assertFalse(told.contains(share.group(2))));
  }

  @Test
  void speaksAndPrintsGerman() throws IOException {
    Session.Ran ran = rehearse("--language", "de");
    assertTrue(ran.out().startsWith("Probe mit erfundenen Personen"), ran.out());
    assertTrue(Files.readString(out.resolve("journal.jsonl")).contains("\"language\":\"de\""));
    assertTrue(Files.readString(out.resolve("transcript.txt")).contains("Protokoll"));
  }

  @Test
  void refusesAFolderThatIsNotEmptyAndTouchesNothingInIt() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("letter.txt"), "mine");
    rehearse().assertRefused("is not overwritten");
    assertEquals(List.of("letter.txt"), made());
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws IOException {
    Files.writeString(out, "mine");
    rehearse().assertRefused("is not overwritten");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--custodians=2|2 is outside the limits",
        "--custodians=100|100 is outside the limits",
        "--custodians=many|is not a whole number",
        "--threshold=1|1 is outside the limits",
        "--threshold=4|A quorum of 4 out of 3",
        "--bits=96|\"96\" cannot be chosen"
      })
  void refusesNumbersThatDoNotGoBeforeAnythingIsMade(String option, String what) {
    rehearse(option).assertRefused(what);
    assertFalse(Files.exists(out));
  }
}
