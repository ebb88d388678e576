// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.SimulatedStateFile;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremonies.Pulls;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.CeremonyState;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * What lies on the disk when a step of a rehearsal begins is what a process that is killed there
 * leaves: it is copied aside, and goes on. At some steps of every ceremony, or at all. {@code
 * KilledTest} kills real processes.
 */
class KilledEverywhereTest {
  private static final int SAMPLES = 2;
  private static final Pattern STEP = Pattern.compile("\\d+/\\d+ .*");

  @TempDir private Path folder;

  static Stream<String> ceremonies() {
    return Catalogue.ALL.stream().map(CeremonyKind::id);
  }

  private Session session() {
    return new Session(folder, DerivationCost.forTests(2));
  }

  @ParameterizedTest
  @MethodSource("ceremonies")
  void whatIsLeftGoesOnToTheSameEnd(String ceremony) throws Exception {
    Path out = folder.resolve("out");
    List<Path> left = new ArrayList<>();
    Session.Ran ran =
        session()
            .telling(line -> {
              if (STEP.matcher(line).matches()) {
                left.add(copy(out, folder.resolve("killed-" + (left.size() + 1))));
              }
            })
            .run("rehearse", ceremony, "--out", out.toString());
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertTrue(left.size() > 5, ran::toString);
    for (Path killed : Pulls.sample(left, SAMPLES)) {
      Session.Ran resumed = session().run("resume", killed.toString());
      assertEquals(ExitStatus.DONE, resumed.status(), () -> killed + " " + resumed);
      assertEquals("", resumed.err(), () -> killed + " " + resumed);
      assertSameEnd(out, killed);
    }
  }

  private static Path copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertSameEnd(Path out, Path killed) throws Exception {
    assertEquals(facts(out).texts().keySet(), facts(killed).texts().keySet(), killed::toString);
    assertTrue(Files.exists(killed.resolve("transcript.txt")), killed::toString);
    assertEquals(devices(out), devices(killed), killed::toString);
  }

  private static Facts facts(Path out) throws ProblemException {
    CeremonyFolder kept = new CeremonyFolder(out);
    Ceremony ceremony =
        Catalogue.find(kept.started().kind())
            .orElseThrow()
            .plan(Facts.ofTexts(kept.started().plan()))
            .ceremony();
    CeremonyState end = CeremonyState.after(ceremony, JournalCheck.of(kept.journal()).entries());
    assertEquals(CeremonyState.Phase.FINISHED, end.phase(), out::toString);
    return end.facts();
  }

  /** The keys and files of each device, by its name. */
  private static Map<String, Set<String>> devices(Path out) throws Exception {
    Map<String, Set<String>> devices = new TreeMap<>();
    Path folder = out.resolve("devices");
    if (!Files.exists(folder)) {
      return devices;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        SimulatedState state = new SimulatedStateFile(file).load().orElseThrow();
        Set<String> held = new TreeSet<>();
        state.keys().content().keySet().forEach(key -> held.add("key " + key));
        state.files().content().keySet().forEach(id -> held.add("file %04X".formatted(id)));
        devices.put(file.getFileName().toString(), held);
      }
    }
    return devices;
  }
}
