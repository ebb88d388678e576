// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.terminal.ExitStatus;

/**
 * A ceremony whose process is killed, as by a power cut, goes on another time: at a step drawn with
 * the seed of the tests, or at some more with {@code -Dkeyrite.test.faults=all}. What is left at
 * every step is tried without processes, in {@code KilledEverywhereTest}.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledTest {
  private static final int KILLED = 128 + 9;
  private static final int LATE = 10;
  private static final int SAMPLES =
      "all".equals(System.getProperty("keyrite.test.faults")) ? 4 : 1;
  private static final long SEED = seed();
  private static final Pattern STEP = Pattern.compile("(\\d+)/\\d+ .*");
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
  @CsvSource({
    "dkek-quorum, 39, --custodians=3 --threshold=2",
    "dkek-shares, 15, --custodians=1",
    "key-create, 20,",
    "key-backup, 28,",
    "key-restore, 28,"
  })
  void whatIsLeftGoesOnToTheEnd(String ceremony, int steps, String options) throws Exception {
    Random random = new Random(SEED ^ ceremony.hashCode());
    for (int sample = 0; sample < SAMPLES; sample++) {
      killAndGoOn(ceremony, 1 + random.nextInt(steps), options);
    }
  }

  /** Kills a rehearsal in this step, and goes on with it. */
  private void killAndGoOn(String ceremony, int chosen, String options) throws Exception {
    Path out = Files.createTempDirectory(folder, ceremony);
    List<String> arguments = new ArrayList<>(List.of("rehearse", ceremony, "--out=" + out));
    if (options != null) {
      arguments.addAll(List.of(options.split(" ")));
    }
    Process process = keyrite.start(arguments.toArray(String[]::new));
    try (BufferedReader printed =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = printed.readLine(); line != null; line = printed.readLine()) {
        Matcher step = STEP.matcher(line);
        if (step.matches() && Integer.parseInt(step.group(1)) == chosen) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    int status = process.waitFor();
    String when = ceremony + ", step " + chosen + ": ";
    // The last steps can be done before the signal is there.
    assertTrue(status == KILLED || (status == ExitStatus.DONE && chosen > LATE), when + status);
    if (status == KILLED) {
      done(when, "resume", out.toString());
    }
    assertWhole(when, out);
  }

  private void done(String when, String... arguments) throws IOException, InterruptedException {
    ChildJvm.Ending ending = keyrite.run(arguments);
    assertEquals(ExitStatus.DONE, ending.status(), () -> when + ending.printed());
  }

  private static void assertWhole(String when, Path out) throws Exception {
    List<Entry> entries = JournalCheck.of(out.resolve("journal.jsonl")).entries();
    assertInstanceOf(Entry.Finished.class, entries.getLast(), when);
    assertTrue(Files.exists(out.resolve("transcript.txt")), when + "no transcript");
    assertTrue(Files.exists(out.resolve("rehearsal-secrets.yaml")), when + "no secrets");
  }
}
