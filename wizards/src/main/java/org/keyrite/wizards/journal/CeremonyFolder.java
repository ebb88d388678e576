// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyrite.core.file.KeptFile;
import org.keyrite.core.file.OwnerOnly;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Entry;

/**
 * The folder in which a ceremony keeps its journal and everything it makes, for its owner alone.
 *
 * @param path where it is
 */
public record CeremonyFolder(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** What the folder of a ceremony of this kind is called that begins now. */
  public static String nameFor(String kind, Clock clock) {
    return kind + "-" + TIME.format(clock.instant());
  }

  /**
   * Where records are kept on this machine: {@code $XDG_DATA_HOME/keyrite}, by default {@code
   * ~/.local/share/keyrite}.
   */
  public static Path records(Map<String, String> environment, Path home) {
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
    return base.resolve("keyrite");
  }

  /** Refuses a place where something is already, other than an empty folder. */
  public static void requireFree(Path path) throws ProblemException {
    try {
      if (Files.exists(path) && !isEmptyFolder(path)) {
        throw new FileProblem.FileExists(path.toString()).asException();
      }
    } catch (IOException e) {
      throw notWritten(path, e);
    }
  }

  private static ProblemException notWritten(Path path, IOException cause) {
    return new FileProblem.FileNotWritten(path.toString(), String.valueOf(cause.getMessage()))
        .asException();
  }

  /**
   * A new folder for its owner alone; one that is there already is taken only if it is empty and
   * his, and then it is narrowed to him.
   */
  public static CeremonyFolder create(Path path) throws ProblemException {
    requireFree(path);
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
      if (Files.exists(path)) {
        OwnerOnly.narrow(path);
      } else {
        Files.createDirectory(path, OwnerOnly.folder(path));
        KeptFile.flushName(path);
      }
    } catch (IOException e) {
      throw notWritten(path, e);
    }
    return new CeremonyFolder(path);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  /** Where its journal is. */
  public Path journal() {
    return path.resolve(JournalFile.NAME);
  }

  /** What is there only as long as somebody goes on with it. */
  public Path lock() {
    return JournalLock.beside(journal());
  }

  /** Where its story is told as text. */
  public Path transcript() {
    return path.resolve("transcript.txt");
  }

  /** Where its story is told as a document to print and sign. */
  public Path document() {
    return path.resolve("record.pdf");
  }

  /**
   * Tells the story anew from the journal, in place of what was told before: in the language of the
   * plan, as all of its paper is, as text and as documents: the record, and what else {@link
   * Told#papers} finds in it.
   *
   * @param otherwise the language if the plan decides on none
   * @throws ProblemException if the journal was changed, or the story could not be written
   */
  public void tell(Ceremony ceremony, Messages otherwise) throws ProblemException {
    Messages messages = ceremony.language().map(Messages::in).orElse(otherwise);
    Told told = Told.of(ceremony, JournalCheck.of(journal()), messages);
    new KeptFile(transcript()).replace(told.text().getBytes(StandardCharsets.UTF_8));
    told.writeAll(path, Told.paper(ceremony));
  }

  /** Where sheets go that are saved instead of printed. */
  public Path sheets() {
    return path.resolve("sheets");
  }

  /**
   * How its ceremony began.
   *
   * @throws ProblemException if there is none, or its journal was changed
   */
  public Entry.Started started() throws ProblemException {
    return started(journal(), path);
  }

  /**
   * How the ceremony began whose journal this file is.
   *
   * @throws ProblemException if there is none, or the journal was changed
   */
  public static Entry.Started started(Path journal) throws ProblemException {
    return started(journal, journal);
  }

  private static Entry.Started started(Path journal, Path named) throws ProblemException {
    if (!Files.isRegularFile(journal)) {
      throw new CeremonyProblem.NoCeremonyIn(named.toString()).asException();
    }
    List<Entry> entries = JournalCheck.of(journal).entries();
    if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Started started)) {
      throw new CeremonyProblem.NoCeremonyIn(named.toString()).asException();
    }
    return started;
  }
}
