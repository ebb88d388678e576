// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.view.look.Theme;
import org.keyrite.wizards.view.look.TypeSize;

/**
 * What somebody prefers on this machine. Loaded once; a file that is missing or makes no sense
 * means the usual.
 *
 * @param language of the window, until a person chooses another
 * @param theme light or dark
 * @param typeSize how large letters are
 */
record Settings(Language language, Theme theme, TypeSize typeSize) {
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";
  private static final String TYPE_SIZE = "type.percent";

  /** The file: {@code $XDG_CONFIG_HOME/keyrite/settings.properties}, or under {@code ~/.config}. */
  static Path file(Map<String, String> environment, Path home) {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = config.isEmpty() ? home.resolve(".config") : Path.of(config);
    return base.resolve("keyrite").resolve("settings.properties");
  }

  /** What stands in the file, and the usual for the rest. */
  static Settings load(Path file, Language usual) {
    Properties read = new Properties();
    if (Files.isReadable(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        read.load(in);
      } catch (IOException | IllegalArgumentException e) {
        read.clear();
      }
    }
    boolean dark = "dark".equals(read.getProperty(THEME));
    return new Settings(
        Language.ofTag(read.getProperty(LANGUAGE, "")).orElse(usual),
        dark ? Theme.DARK : Theme.LIGHT,
        TypeSize.ofPercent(read.getProperty(TYPE_SIZE, "")).orElse(TypeSize.USUAL));
  }

  /**
   * Writes the file.
   *
   * @throws ProblemException if it cannot be written
   */
  void save(Path file) throws ProblemException {
    Properties written = new Properties();
    written.setProperty(LANGUAGE, language.tag());
    written.setProperty(THEME, theme.name().toLowerCase(Locale.ROOT));
    written.setProperty(TYPE_SIZE, String.valueOf(typeSize.percent()));
    try {
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        written.store(out, null);
      }
    } catch (IOException e) {
      throw new FileProblem.FileNotWritten(file.toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }

  /** The same with another language. */
  Settings with(Language other) {
    return new Settings(other, theme, typeSize);
  }

  /** The same with another theme. */
  Settings with(Theme other) {
    return new Settings(language, other, typeSize);
  }

  /** The same with letters of another size. */
  Settings with(TypeSize other) {
    return new Settings(language, theme, other);
  }
}
