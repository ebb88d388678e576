// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Searches a laptop for what a ceremony left on it. A secret is never searched for: it would have
 * to be held for that. Searched is what goes the same way as a secret sheet: the id of the
 * ceremony, which stands in every document, and the name under which a sheet is printed or saved.
 *
 * <p>Nothing found means that no file that may be read holds them as they are. It says nothing of
 * what was deleted, compressed, encrypted, or drawn as a picture, and nothing of the memory of a
 * printer. {@code docs/decisions/0012} has the whole list.
 *
 * @param folders where to look for each place but the folder of the ceremony
 */
public record Residue(Map<Place, List<Path>> folders) {
  private static final Pattern SHEET = Pattern.compile(".*(share|file|key)-\\d+-copy-\\d+.*");

  /** Left by editors and viewers, or by a program that died. */
  private static final Pattern LEFTOVER = Pattern.compile(".*~|.*\\.(tmp|part|swp|bak)|\\.~lock.*");

  private static final int MOST_NAMED = 5;

  /** Keeps its own copy. */
  public Residue {
    folders = Map.copyOf(folders);
  }

  /**
   * The places of Linux.
   *
   * @param root the root of all files
   * @param home the folder of the user
   * @param environment the environment of the process, which may say otherwise where some are
   */
  public static Residue ofLinux(Path root, Path home, Map<String, String> environment) {
    Path data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
    List<Path> temporary =
        new ArrayList<>(
            List.of(root.resolve("tmp"), root.resolve("var/tmp"), root.resolve("dev/shm")));
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isEmpty()) {
      temporary.add(Path.of(runtime));
    }
    return new Residue(
        Map.of(
            Place.SPOOL,
            List.of(root.resolve("var/spool/cups"), root.resolve("var/spool/cups-pdf")),
            Place.TEMPORARY,
            temporary,
            Place.KEPT_BY_PROGRAMS,
            List.of(
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
                home.resolve(".thumbnails"),
                home.resolve("PDF"),
                home.resolve("Desktop"),
                home.resolve("Documents"),
                home.resolve("Downloads"),
                home.resolve("Pictures"),
                data.resolve("recently-used.xbel"),
                data.resolve("Trash"))));
  }

  private static Path folder(Map<String, String> environment, String name, Path otherwise) {
    String set = environment.getOrDefault(name, "");
    return set.isEmpty() ? otherwise : Path.of(set);
  }

  /** Looks into a place. */
  Finding look(Place place, Search search) {
    if (place == Place.FOLDER) {
      FileSearch own = new FileSearch(List.of(search.folder()), search);
      own.run((file, canary) -> LEFTOVER.matcher(name(file)).matches());
      return told(own);
    }
    FileSearch elsewhere =
        new FileSearch(folders.get(place).stream().filter(Files::exists).toList(), search);
    elsewhere.run((file, canary) -> SHEET.matcher(name(file)).matches() || canary.isIn(file));
    return told(elsewhere);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Finding told(FileSearch search) {
    if (!search.found().isEmpty()) {
      List<String> named =
          search.found().stream().limit(MOST_NAMED).map(Path::toString).sorted().toList();
      return new Finding.Fault(new LaptopProblem.ResidueFound(Finding.names(named)));
    }
    return search.closed() > 0
        ? new Finding.Noted(search.files() + " " + search.closed())
        : new Finding.Fine(Integer.toString(search.files()));
  }
}
