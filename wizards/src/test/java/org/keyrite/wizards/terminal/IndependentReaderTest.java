// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.dkek.DerivationCost;

/**
 * A script that knows none of our code rebuilds what a rehearsal made. Twice at full cost, which
 * proves the count of the key derivation; otherwise with a count of its own.
 */
class IndependentReaderTest {
  private static final Pattern KCV = Pattern.compile("\"kcv\":\"([0-9A-F]{16})\"");

  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void unpack() throws IOException {
    script = folder.resolve("independent_reader.py");
    try (InputStream in =
        getClass().getResourceAsStream("/org/keyrite/wizards/rehearsal/independent_reader.py")) {
      Files.copy(in, script);
    }
  }

  /** A rehearsal of a quorum, and what the script makes of it. */
  private record Case(int threshold, int custodians, int bits, DerivationCost cost) {}

  private Path rehearse(Case of) {
    Path out = folder.resolve(of.bits() + "-" + of.custodians());
    Session.Ran ran =
        new Session(folder, of.cost())
            .run(
                "rehearse",
                "--out",
                out.toString(),
                "--threshold=" + of.threshold(),
                "--custodians=" + of.custodians(),
                "--bits=" + of.bits());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    return out;
  }

  private String read(Path out, DerivationCost cost, List<Integer> ids) {
    try (Stream<Path> files = Files.list(out)) {
      Path file = files.filter(name -> name.toString().endsWith(".pbe")).findFirst().orElseThrow();
      List<String> command =
          new ArrayList<>(
              List.of(
                  "python3",
                  script.toString(),
                  out.resolve("rehearsal-secrets.yaml").toString(),
                  file.toString(),
                  Integer.toString(cost.iterations())));
      ids.forEach(id -> command.add(id.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String recorded(Path out) {
    try {
      Matcher kcv = KCV.matcher(Files.readString(out.resolve("journal.jsonl")));
      assertTrue(kcv.find());
      return kcv.group(1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rebuild(Case of, List<Integer> ids) {
    Path out = rehearse(of);
    assertEquals(recorded(out), read(out, of.cost(), ids));
  }

  @Test
  void rebuildsTheShareAtFullCostFromBothStrengths() {
    Stream.of(
            CompletableFuture.runAsync(
                () -> rebuild(new Case(2, 3, 128, DerivationCost.STANDARD), List.of(3, 1))),
            CompletableFuture.runAsync(
                () -> rebuild(new Case(3, 12, 64, DerivationCost.STANDARD), List.of(12, 5, 10))))
        .toList()
        .forEach(CompletableFuture::join);
  }

  @ParameterizedTest
  @CsvSource({"2,3,64", "3,12,64", "2,3,128", "3,12,128"})
  void rebuildsTheShareFromTheFirstAndTheLastSheets(int threshold, int custodians, int bits) {
    Case of = new Case(threshold, custodians, bits, Session.COST);
    Path out = rehearse(of);
    List<Integer> first = Stream.iterate(1, i -> i + 1).limit(threshold).toList();
    List<Integer> last = Stream.iterate(custodians, i -> i - 1).limit(threshold).toList();
    assertEquals(recorded(out), read(out, of.cost(), first));
    assertEquals(recorded(out), read(out, of.cost(), last));
  }

  @Test
  void wouldNoticeAnotherShareOrAnotherCount() throws IOException {
    Case of = new Case(2, 3, 128, Session.COST);
    Path out = rehearse(of);
    assertNotEquals(recorded(out), read(out, DerivationCost.forTests(41), List.of(1, 2)));
    Path secrets = out.resolve("rehearsal-secrets.yaml");
    Files.writeString(secrets, Files.readString(secrets).replace("{id: 2", "{id: 4"));
    assertNotEquals(recorded(out), read(out, of.cost(), List.of(1, 4)));
  }
}
