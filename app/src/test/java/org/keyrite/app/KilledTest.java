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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.wizards.terminal.ExitStatus;

/**
 * A ceremony whose process is killed, as by a power cut, goes on another time: at steps drawn with
 * the seed of the tests, or at every step with {@code -Dkeyrite.test.faults=all}.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledTest {
  private static final int KILLED = 128 + 9;
  private static final int SAMPLES = 2;
  private static final long SEED = seed();
  private static final Pattern STEP = Pattern.compile("(\\d+)/(\\d+) .*");
  private static final Map<String, List<String>> FEW_PEOPLE =
      Map.of(
          "dkek-quorum", List.of("--custodians=3", "--threshold=2"),
          "dkek-shares", List.of("--custodians=1"));

  @TempDir private Path folder;
  private ChildJvm keyrite;

  private static long seed() {
    String given = System.getProperty("keyrite.test.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("steps at which processes are killed: -Dkeyrite.test.seed=" + seed);
    return seed;
  }

  @BeforeEach
  void prepare() {
    keyrite = ChildJvm.closed(Main.class, folder, "-XX:+UseSerialGC", "-Duser.language=en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-quorum", "dkek-shares"})
  void whatIsLeftGoesOnToTheEnd(String ceremony) throws Exception {
    if ("all".equals(System.getProperty("keyrite.test.faults"))) {
      int steps = 1;
      for (int step = 1; step <= steps; step++) {
        int next = step;
        steps = killAndGoOn(ceremony, all -> next);
      }
      assertTrue(steps > 1, "a ceremony has steps");
    } else {
      Random random = new Random(SEED ^ ceremony.hashCode());
      for (int sample = 0; sample < SAMPLES; sample++) {
        killAndGoOn(ceremony, all -> 1 + random.nextInt(all));
      }
    }
  }

  /** Kills a rehearsal in the step that is chosen among so many, and tells how many there are. */
  private int killAndGoOn(String ceremony, IntUnaryOperator choice)
      throws IOException, InterruptedException {
    Path out = Files.createTempDirectory(folder, ceremony);
    List<String> arguments = new ArrayList<>(List.of("rehearse", ceremony, "--out=" + out));
    arguments.addAll(FEW_PEOPLE.get(ceremony));
    Process process = keyrite.start(arguments.toArray(String[]::new));
    int steps = 0;
    int chosen = 0;
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = printed.readLine(); line != null; line = printed.readLine()) {
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
          if (steps == 0) {
            steps = Integer.parseInt(step.group(2));
            chosen = choice.applyAsInt(steps);
          }
          if (Integer.parseInt(step.group(1)) == chosen) {
            process.toHandle().destroyForcibly();
          }
        }
      }
    }
    int status = process.waitFor();
    String when = ceremony + ", step " + chosen + " of " + steps + ": ";
    // The last steps can be done before the signal is there.
    assertTrue(
        status == KILLED || (status == ExitStatus.DONE && chosen > steps / 2), when + status);
    if (status == KILLED) {
      done(when, "resume", out.toString());
    }
    assertWhole(when, out);
    return steps;
  }

  private void done(String when, String... arguments) throws IOException, InterruptedException {
    ChildJvm.Ending ending = keyrite.run(arguments);
    assertEquals(ExitStatus.DONE, ending.status(), () -> when + ending.printed());
  }

  private void assertWhole(String when, Path out) throws IOException, InterruptedException {
    done(when, "verify", out.toString());
    List<String> journal = Files.readAllLines(out.resolve("journal.jsonl"));
    assertTrue(journal.getLast().contains("\"entry\":\"Finished\""), when + journal.getLast());
    assertTrue(Files.exists(out.resolve("transcript.txt")), when + "no transcript");
    assertTrue(Files.exists(out.resolve("rehearsal-secrets.yaml")), when + "no secrets");
  }
}
