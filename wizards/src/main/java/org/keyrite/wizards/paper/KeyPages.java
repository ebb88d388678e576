// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.PaperProblem.KeyPagesMixed;
import org.keyrite.core.problem.PaperProblem.KeySheetBroken;
import org.keyrite.core.problem.PaperProblem.KeySheetIncomplete;
import org.keyrite.core.problem.PaperProblem.KeySheetOfAnotherKey;
import org.keyrite.core.problem.PaperProblem.KeySheetScannedInPart;
import org.keyrite.core.problem.ProblemException;

/**
 * Puts the codes of wrapped keys together, in whatever order, on however many pictures they came.
 *
 * @param codes by the name of the sheet, then by number
 */
public record KeyPages(Map<String, TreeMap<Integer, KeyCode>> codes) {

  /**
   * These codes; one that came twice counts once.
   *
   * @throws ProblemException {@link KeySheetBroken} if two are the same part and differ
   */
  public static KeyPages of(List<KeyCode> found) throws ProblemException {
    Map<String, TreeMap<Integer, KeyCode>> codes = new TreeMap<>();
    for (KeyCode code : found) {
      Map<Integer, KeyCode> sheet = codes.computeIfAbsent(code.sheet(), name -> new TreeMap<>());
      KeyCode other = sheet.putIfAbsent(code.index(), code);
      boolean agrees =
          (other == null || other.equals(code))
              && sheet.values().stream().allMatch(one -> one.of() == code.of());
      if (!agrees) {
        throw new KeySheetBroken(code.sheet()).asException();
      }
    }
    return new KeyPages(codes);
  }

  /** Whether every sheet of which there is a code is whole. */
  boolean isWhole() {
    return !codes.isEmpty() && codes.keySet().stream().allMatch(sheet -> missing(sheet).isEmpty());
  }

  /**
   * The files, by the names of their sheets.
   *
   * @throws ProblemException {@link KeySheetIncomplete} if codes are missing, {@link KeyPagesMixed}
   *     if there are pages of several keys besides, {@link KeySheetBroken} if they do not make the
   *     file that they say
   */
  public Map<String, Bytes> files() throws ProblemException {
    for (String sheet : codes.keySet()) {
      String numbers = numbersMissing(sheet);
      if (numbers.isEmpty()) {
        continue;
      }
      throw codes.size() == 1
          ? new KeySheetIncomplete(sheet, numbers, of(sheet)).asException()
          : new KeyPagesMixed(String.join(", ", codes.keySet()), sheet, numbers).asException();
    }
    Map<String, Bytes> files = new TreeMap<>();
    for (String sheet : codes.keySet()) {
      files.put(sheet, joined(sheet));
    }
    return files;
  }

  /** Whether some of this sheet is there, and some is not. */
  public boolean isPart(String sheet) {
    return codes.containsKey(sheet) && !missing(sheet).isEmpty();
  }

  /**
   * The file on one sheet; others may be there besides, whole or not.
   *
   * @throws ProblemException {@link KeySheetOfAnotherKey} if it is not there, {@link
   *     KeySheetScannedInPart} if codes are missing, {@link KeySheetBroken} if they do not make the
   *     file that they say
   */
  public Bytes file(String sheet) throws ProblemException {
    if (!codes.containsKey(sheet)) {
      throw new KeySheetOfAnotherKey(String.join(", ", codes.keySet()), sheet).asException();
    }
    String numbers = numbersMissing(sheet);
    if (!numbers.isEmpty()) {
      throw new KeySheetScannedInPart(sheet, numbers, of(sheet)).asException();
    }
    return joined(sheet);
  }

  private Bytes joined(String sheet) throws ProblemException {
    Bytes file = Bytes.EMPTY;
    for (KeyCode code : codes.get(sheet).values()) {
      file = file.plus(code.part());
    }
    if (!KeyCode.sheet(file).equals(sheet)) {
      throw new KeySheetBroken(sheet).asException();
    }
    return file;
  }

  private int of(String sheet) {
    return codes.get(sheet).firstEntry().getValue().of();
  }

  private String numbersMissing(String sheet) {
    return missing(sheet).stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private List<Integer> missing(String sheet) {
    Map<Integer, KeyCode> there = codes.get(sheet);
    int of = there.values().iterator().next().of();
    List<Integer> missing = new ArrayList<>();
    IntStream.rangeClosed(1, of).filter(index -> !there.containsKey(index)).forEach(missing::add);
    return missing;
  }
}
