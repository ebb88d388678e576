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
import org.keyrite.wizards.view.look.TypeSize;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void areTheUsualWhereThereIsNoFile() {
    assertEquals(
        new Settings(Language.GERMAN, Theme.LIGHT, TypeSize.USUAL),
        Settings.load(folder.resolve("none"), Language.GERMAN));
  }

  @Test
  void areReadAsTheyWereWritten() throws Exception {
    Path file = folder.resolve("keyrite").resolve("settings.properties");
    Settings settings = new Settings(Language.GERMAN, Theme.DARK, TypeSize.DOUBLE);
    settings.save(file);
    assertEquals(settings, Settings.load(file, Language.ENGLISH));
  }

  @Test
  void whatMakesNoSenseIsLeftOut() throws Exception {
    Path file = folder.resolve("settings.properties");
    Files.writeString(file, "language=xx\ntheme=\\u12\n");
    assertEquals(
        new Settings(Language.ENGLISH, Theme.LIGHT, TypeSize.USUAL),
        Settings.load(file, Language.ENGLISH));
    Files.writeString(file, "language=tlh\ntheme=pink\ntype.percent=9000\n");
    assertEquals(
        new Settings(Language.ENGLISH, Theme.LIGHT, TypeSize.USUAL),
        Settings.load(file, Language.ENGLISH));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    assertThrows(
        ProblemException.class,
        () ->
            new Settings(Language.ENGLISH, Theme.LIGHT, TypeSize.USUAL)
                .save(blocked.resolve("settings")));
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
