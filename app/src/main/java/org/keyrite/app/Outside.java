// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.rehearsal.People;
import org.keyrite.wizards.view.FileChoice;
import org.keyrite.wizards.view.Laptop;
import org.keyrite.wizards.view.secret.SystemKeyboard;

/**
 * Everything outside of the window.
 *
 * @param product program and version, for records
 * @param installation where the program was installed; empty when it runs from its sources
 * @param laptop clock, zone and network
 * @param records where the folders of ceremonies are
 * @param settings the file of preferences
 * @param language until somebody chooses another
 * @param asked the language that was asked for when the program was started, if one was; it wins
 *     over the one that was kept
 * @param random where randomness comes from
 * @param cost how slow share files are to open; standard outside the tests
 * @param catalogue every ceremony that can be planned
 * @param people who sits in a rehearsal
 * @param keyboard what is known of the keyboard
 * @param files lets a person choose a file
 * @param devices what is plugged in
 * @param inspection looks at the laptop before and after a ceremony
 * @param queues the printer queues of the system
 * @param work where steps work, and what starts early
 */
record Outside(
    String product,
    Optional<Installation> installation,
    Laptop laptop,
    Path records,
    Path settings,
    Language language,
    Optional<Language> asked,
    RandomSource random,
    DerivationCost cost,
    List<CeremonyKind> catalogue,
    People people,
    KeyboardSetup keyboard,
    FileChoice files,
    Devices devices,
    Inspection inspection,
    Queues queues,
    Executor work) {
  /** Keeps its own copy of the catalogue. */
  Outside {
    catalogue = List.copyOf(catalogue);
  }

  /** What this process finds around it. */
  static Outside ofSystem(
      Language language, Optional<Language> asked, Map<String, String> environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return new Outside(
        Version.current().product(),
        Installation.ofSystem(),
        new Laptop(Clock.systemUTC(), ZoneId.systemDefault(), Network::isOffline),
        CeremonyFolder.records(environment, home),
        Settings.file(environment, home),
        language,
        asked,
        new CombinedRandom(List.of(new JvmRandom())),
        DerivationCost.STANDARD,
        Catalogue.ALL,
        People.load(),
        new SystemKeyboard(),
        Outside::chooseFile,
        new Devices(new PcscReaders()),
        ThisLaptop.inspection(environment, Outside::screens),
        Queues.ofSystem(),
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 0).factory()));
  }

  /** What was chosen before, and what was asked for now. */
  Settings preferences() {
    Settings kept = Settings.load(settings, language);
    return asked.map(kept::with).orElse(kept);
  }

  private static List<String> screens() {
    return IntStream.rangeClosed(1, Screen.getScreens().size())
        .mapToObj(Integer::toString)
        .toList();
  }

  private static Optional<Path> chooseFile(Window window, String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
  }
}
