// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.paper.KeyCode;
import org.keyrite.wizards.paper.KeyPages;
import org.keyrite.wizards.paper.SheetReader;

/**
 * Lets the sheet of a wrapped key be scanned back: all its pages in one file, in which those of
 * other keys may be, too, or the one that is chosen and the others beside it. It has codes only and
 * no lines to type. What it carries is the file of the key, byte for byte.
 *
 * @param sheet what the sheet is called, as it stands above its codes
 */
record KeySheetScan(String sheet) implements Editor.SheetTyping {
  /** Reading a picture takes a second or more. */
  private static final int MOST_BESIDE = 6;

  @Override
  public int lines() {
    return 0;
  }

  @Override
  public int length(int line) {
    throw new IllegalArgumentException("no line " + line);
  }

  @Override
  public Editor.Judgement judge(int line, char[] typed) {
    throw new IllegalArgumentException("no line " + line);
  }

  @Override
  public Secret join(List<char[]> lines) throws ProblemException {
    throw new PaperProblem.SheetOnlyScanned().asException();
  }

  @Override
  public Secret scan(Path pictureOrPdf) throws ProblemException {
    List<KeyCode> codes = new ArrayList<>(new SheetReader().keys(pictureOrPdf));
    if (KeyPages.of(codes).isPart(sheet)) {
      for (Path other : beside(pictureOrPdf)) {
        codes.addAll(codes(other));
        if (!KeyPages.of(codes).isPart(sheet)) {
          break;
        }
      }
    }
    return Secret.taking(KeyPages.of(codes).file(sheet).toByteArray());
  }

  /** Scanners make a picture of each page: those that were made next to this one, nearest first. */
  private static List<Path> beside(Path chosen) throws ProblemException {
    Path folder = chosen.toAbsolutePath().getParent();
    String ending = ending(chosen);
    try (Stream<Path> files = Files.list(folder)) {
      long when = Files.getLastModifiedTime(chosen).toMillis();
      Map<Path, Long> apart = new HashMap<>();
      for (Path file : files.toList()) {
        boolean isAlike =
            Files.isRegularFile(file)
                && ending(file).equals(ending)
                && !Files.isSameFile(file, chosen);
        if (isAlike) {
          apart.put(file, Math.abs(Files.getLastModifiedTime(file).toMillis() - when));
        }
      }
      return apart.keySet().stream()
          .sorted(
              Comparator.<Path>comparingLong(apart::get).thenComparing(Comparator.naturalOrder()))
          .limit(MOST_BESIDE)
          .toList();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(folder.toString()).asException();
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Of the sheet, nothing if there are none: nobody chose that file, so nobody is told of it. */
  private List<KeyCode> codes(Path file) {
    try {
      return new SheetReader()
          .keys(file).stream().filter(code -> code.sheet().equals(sheet)).toList();
    } catch (ProblemException otherPicture) {
      return List.of();
    }
  }
}
