// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.problem.SystemProblem;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.terminal.ExitStatus;
import org.keyrite.wizards.terminal.Keyboard;
import org.keyrite.wizards.terminal.KeyriteCommand;
import org.keyrite.wizards.terminal.Screen;
import org.keyrite.wizards.terminal.Stops;
import org.keyrite.wizards.terminal.Surroundings;

/**
 * Starts Keyrite: without arguments the window, otherwise the command line. {@link ExitStatus} says
 * how it ends.
 */
public final class Main {
  private final Language language;
  private final Map<String, String> environment;
  private final Keyboard keyboard;
  private final Screen screen;
  private final ToIntFunction<Optional<Language>> window;

  Main(
      Language language,
      Map<String, String> environment,
      Keyboard keyboard,
      Screen screen,
      ToIntFunction<Optional<Language>> window) {
    this.language = language;
    this.environment = environment;
    this.keyboard = keyboard;
    this.screen = screen;
    this.window = window;
  }

  /** Runs and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Language language = Language.closestTo(Locale.getDefault());
    // The window asks nothing here, and to find out who listens takes a tenth of a second.
    boolean spoken = arguments.length > 0;
    Screen screen =
        spoken ? Terminal.screen(System.out, System.err) : Terminal.plain(System.out, System.err);
    Keyboard keyboard = spoken ? Terminal.keyboard(System.getenv()) : Terminal.nobody();
    Desktop desktop = new Desktop();
    ToIntFunction<Optional<Language>> window =
        asked -> {
          // Without arguments it is closed here, while JavaFX starts.
          desktop.open(() -> Outside.ofSystem(language, asked, System.getenv()));
          return ExitStatus.DONE;
        };
    Main main = new Main(language, System.getenv(), keyboard, screen, window);
    List<String> openings = ClosedJvm.openings();
    if (openings.isEmpty() && !spoken && main.hasDisplay()) {
      desktop.prepare();
    }
    System.exit(main.start(openings, List.of(arguments)));
  }

  /** Runs in a process with these openings (see {@link ClosedJvm}); returns the exit status. */
  int start(List<String> openings, List<String> arguments) {
    if (!openings.isEmpty()) {
      return refuse(new SystemProblem.JvmOpen(String.join(" ", openings)));
    }
    if (!arguments.isEmpty()) {
      ClosedJvm.closeFromInside();
    }
    return new KeyriteCommand(surroundings()).run(arguments.toArray(String[]::new));
  }

  private Surroundings surroundings() {
    return new Surroundings(
        Version.current().product(),
        language,
        CeremonyFolder.records(environment, Path.of(System.getProperty("user.home"))),
        Clock.systemUTC(),
        new CombinedRandom(List.of(new JvmRandom())),
        DerivationCost.STANDARD,
        Catalogue.ALL,
        new PcscReaders(),
        ThisLaptop.inspection(environment, List::of),
        keyboard,
        screen,
        Stops.ofProcess(),
        this::openWindow);
  }

  private int openWindow(Optional<Language> asked) {
    return hasDisplay() ? window.applyAsInt(asked) : noWindow(asked.orElse(language), screen);
  }

  private static int noWindow(Language language, Screen screen) {
    screen.err().println(Messages.in(language).text("terminal.noDisplay"));
    return ExitStatus.USAGE;
  }

  /** A window on Linux needs an X display, which a Wayland session offers too. */
  private boolean hasDisplay() {
    return !System.getProperty("os.name").equals("Linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty();
  }

  private int refuse(SystemProblem problem) {
    screen.refuse(Messages.in(language), problem);
    return ExitStatus.REFUSED;
  }
}
