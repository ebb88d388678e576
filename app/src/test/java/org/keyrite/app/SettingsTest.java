// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.look.Theme;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void areTheUsualWhereThereIsNoFile() {
    assertEquals(
        new Settings(Language.GERMAN, Theme.LIGHT),
        Settings.load(folder.resolve("none"), Language.GERMAN));
  }

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    Path file = folder.resolve("keyrite").resolve("settings.properties");
    Settings settings = new Settings(Language.GERMAN, Theme.DARK);
    settings.save(file);
    assertEquals(settings, Settings.load(file, Language.ENGLISH));
  }

  @Test
  void whatMakesNoSenseIsLeftOut() throws Exception {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, "language=xx\ntheme=\\u12\n");
    assertEquals(
        new Settings(Language.ENGLISH, Theme.LIGHT), Settings.load(file, Language.ENGLISH));
    Files.writeString(file, "language=tlh\ntheme=pink\n");
    assertEquals(
        new Settings(Language.ENGLISH, Theme.LIGHT), Settings.load(file, Language.ENGLISH));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    assertThrows(
        ProblemException.class,
        () -> new Settings(Language.ENGLISH, Theme.LIGHT).save(blocked.resolve("settings")));
  }

  @Test
  void lieWhereTheDesktopKeepsSettings() {
    Path home = Path.of("home");
    assertEquals(
        Path.of("etc", "keyrite", "settings.properties"),
        Settings.file(Map.of("XDG_CONFIG_HOME", "etc"), home));
    assertEquals(
        Path.of("home", ".config", "keyrite", "settings.properties"),
        Settings.file(Map.of(), home));
  }
}
