// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.app.look.Look;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * Ceremonies of the catalogue in the window, from the home screen to the end: with the mouse or
 * with keys alone, in either language. Each takes ten seconds or more, so a few are drawn and one
 * way through each; {@code -Dkeyrite.test.faults=all} goes every way through every one. Each kind
 * of screen on the way is looked at in every size, language and theme.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCeremonyTest {
  private static final int ALL = 500;
  private static final int DRAWN = 3;
  private static final long SEED = seed();

  private final Set<String> looked = new TreeSet<>();

  private static long seed() {
    String given = System.getProperty("keyrite.test.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    System.out.println("ways through the window: -Dkeyrite.test.seed=" + seed);
    return seed;
  }

  private static boolean all() {
    return "all".equals(System.getProperty("keyrite.test.faults"));
  }

  private static List<Look> looks(String screen) {
    if (Boolean.getBoolean(Window.CONTACT)) {
      return List.of();
    }
    return all() ? Look.ALL : Look.some(new Random(SEED ^ screen.hashCode()));
  }

  static List<Arguments> ways() {
    List<Arguments> ways = new ArrayList<>();
    List<CeremonyKind> kinds = new ArrayList<>(Catalogue.ALL);
    if (!all() && !Boolean.getBoolean(Window.CONTACT)) {
      Collections.shuffle(kinds, new Random(SEED));
      kinds = kinds.subList(0, DRAWN);
    }
    for (CeremonyKind kind : kinds) {
      List<Arguments> each =
          Stream.of(Hands.values())
              .flatMap(hands ->
                  Stream.of(Language.values())
                      .map(language -> Arguments.of(kind.id(), hands, language)))
              .toList();
      Random random = new Random(SEED ^ kind.id().hashCode());
      ways.addAll(all() ? each : List.of(each.get(random.nextInt(each.size()))));
    }
    return ways;
  }

  @AfterAll
  void allScreensOnOnePicture() throws IOException {
    ContactSheet.write(Pictures.inTheirFolder().folder().resolve("contact"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void leadsFromTheHomeScreenToTheEnd(
      String id, Hands hands, Language language, @TempDir Path folder) throws Exception {
    CeremonyKind kind = Catalogue.find(id).orElseThrow();
    try (Window window = new Window(language, folder, DerivationCost.forTests(1))) {
      AtomicInteger screens = new AtomicInteger();
      CeremonyWalk walk =
          new CeremonyWalk(
              window,
              kind,
              hands,
              screen -> {
                if (looked.add(Boolean.getBoolean(Window.CONTACT) ? id + screen : screen)) {
                  String name = "%s %02d %s".formatted(id, screens.incrementAndGet(), screen);
                  window.inspect(name, looks(screen));
                }
              });
      assertTrue(walk.begin().walk(ALL));
      Path journal = new Sheets(window.records()).files("journal.jsonl").getFirst();
      assertInstanceOf(Entry.Finished.class, JournalCheck.of(journal).entries().getLast());
      assertEquals("", String.join("\n", window.defects()));
    }
  }
}
