// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Control {@code SECRET-WIPE}: after a rehearsal in a process of its own, nothing secret is in what
 * it printed, in its record, in its folder for temporary files or on its live heap. The secrets are
 * those that the rehearsal says it made, and what follows from them.
 */
class CanaryTest {
  @TempDir private Path folder;

  /** What was left behind, by place. */
  private record Traces(Path out, Map<String, byte[]> places) {}

  private Traces rehearse(String ceremony) throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path out = folder.resolve("rehearsal");
    ChildJvm open =
        new ChildJvm(
            List.of(
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary),
            CanaryRehearsal.class,
            folder);
    Process process = open.start("rehearse", ceremony, "--out", out.toString());
    StringBuilder printed = new StringBuilder();
    Map<String, byte[]> places = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(CanaryRehearsal.READY)) {
        printed.append(line).append('\n');
        line = lines.readLine();
      }
      assertEquals(CanaryRehearsal.READY + " 0", line, printed::toString);
      places.put("the heap", heap(process));
      process.getOutputStream().close();
      assertEquals(0, process.waitFor());
    }
    places.put("the output", printed.toString().getBytes(StandardCharsets.UTF_8));
    addFiles(temporary, places);
    addFiles(out, places);
    places.keySet().removeIf(name -> name.contains("/sheets/") || name.endsWith("secrets.yaml"));
    return new Traces(out, places);
  }

  private byte[] heap(Process process) throws IOException, InterruptedException {
    Path dump = folder.resolve("heap.hprof");
    Process jcmd =
        new ProcessBuilder(
                ChildJvm.tool("jcmd").toString(),
                Long.toString(process.pid()),
                "GC.heap_dump",
                dump.toString())
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, jcmd.waitFor(), answer);
    return Files.readAllBytes(dump);
  }

  private static void addFiles(Path from, Map<String, byte[]> places) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        places.put(file.toString(), Files.readAllBytes(file));
      }
    }
  }

  @Test
  void theCanaryIsFoundInEveryForm() throws Exception {
    Traces traces = rehearse("dkek-quorum");
    byte[] heap = traces.places().get("the heap");
    List<Needles.Needle> forms = Needles.formsOf("canary", CanaryRehearsal.canary());
    assertArrayEquals(CanaryRehearsal.canary(), forms.getFirst().bytes());
    assertEquals(10, forms.size());
    List<String> missed =
        forms.stream()
            .filter(form -> !Needles.isIn(heap, form.bytes()))
            .map(form -> new String(form.bytes(), StandardCharsets.ISO_8859_1))
            .toList();
    assertEquals(List.of(), missed, "the search does not find what is there");
    assertTrue(traces.places().keySet().stream().anyMatch(name -> name.endsWith("journal.jsonl")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-quorum", "dkek-shares"})
  void nothingSecretIsLeftAnywhere(String ceremony) throws Exception {
    Traces traces = rehearse(ceremony);
    List<Needles.Needle> needles = Needles.of(traces.out(), CanaryRehearsal.COST);
    assertFalse(needles.isEmpty());
    byte[] told = Files.readAllBytes(traces.out().resolve("rehearsal-secrets.yaml"));
    assertTrue(
        needles.stream().anyMatch(needle -> Needles.isIn(told, needle.bytes())),
        "these are not the secrets");
    List<String> found = new ArrayList<>();
    traces
        .places()
        .forEach((place, content) ->
            needles.stream()
                .filter(needle -> Needles.isIn(content, needle.bytes()))
                .forEach(needle -> found.add(needle.name() + " in " + place)));
    assertEquals(List.of(), found);
  }
}
