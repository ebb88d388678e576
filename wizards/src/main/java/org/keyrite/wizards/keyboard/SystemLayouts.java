// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layouts of this computer's keyboard. They come from {@code setxkbmap -query} where there is
 * an X display, else from Debian's {@code /etc/default/keyboard}, which the text console follows;
 * neither tells which of several is active. They are looked up once, when somebody asks first,
 * which takes some milliseconds, a second at most.
 */
public final class SystemLayouts {
  private static final Pattern QUERY = Pattern.compile("(?m)^layout:\\s*(\\S+)");
  private static final Pattern FILE = Pattern.compile("(?m)^XKBLAYOUT=\"?([^\"\\s]+)");

  private Optional<List<String>> layouts = Optional.empty();

  /** The codes of the layouts; empty if the system does not tell. */
  public synchronized List<String> codes() {
    List<String> known = layouts.orElseGet(SystemLayouts::lookUp);
    layouts = Optional.of(known);
    return known;
  }

  private static List<String> lookUp() {
    return inQuery(query())
        .or(() -> inFile(file(Path.of("/etc/default/keyboard"))))
        .orElse(List.of());
  }

  static Optional<List<String>> inQuery(String answer) {
    return layoutsIn(answer, QUERY);
  }

  static Optional<List<String>> inFile(String content) {
    return layoutsIn(content, FILE);
  }

  private static Optional<List<String>> layoutsIn(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(List.of(matcher.group(1).split(","))) : Optional.empty();
  }

  /** What setxkbmap says; nothing where there is none, as on systems without X11. */
  private static String query() {
    try {
      Process process =
          new ProcessBuilder("setxkbmap", "-query")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String file(Path path) {
    try {
      return Files.isReadable(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
