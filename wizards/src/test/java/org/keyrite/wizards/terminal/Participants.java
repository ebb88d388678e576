// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.paper.CheckedText;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;

/**
 * People who answer what a terminal asks: names, serials, yes, and the lines of the sheet that came
 * out last. A test may have some questions answered otherwise, each time it is asked.
 */
final class Participants implements UnaryOperator<String> {
  private static final int MOST_QUESTIONS = 2_000;

  private final Path folder;
  private final Map<String, List<String>> otherwise = new HashMap<>();
  private final List<String> questions = new ArrayList<>();
  private final Map<Path, List<String>> sheets = new HashMap<>();
  private final List<String> typedLines = new ArrayList<>();
  private int serials;

  Participants(Path folder) {
    this.folder = folder;
  }

  /**
   * Answers this question so the first times, and as usual afterwards; null closes the terminal.
   */
  Participants answering(String question, String... answers) {
    List<String> list = new ArrayList<>();
    for (String answer : answers) {
      list.add(answer);
    }
    otherwise.put(question, list);
    return this;
  }

  /** Every question that was asked, in order. */
  List<String> questions() {
    return questions;
  }

  /** Every line of a sheet that was typed, in order. */
  List<String> typedLines() {
    return typedLines;
  }

  @Override
  public String apply(String question) {
    questions.add(question);
    if (questions.size() > MOST_QUESTIONS) {
      throw new IllegalStateException("asked in circles: " + question);
    }
    List<String> other = otherwise.getOrDefault(question, List.of());
    if (!other.isEmpty()) {
      return other.removeFirst();
    }
    if (question.matches("Line \\d+ of \\d+:")) {
      return typed(Integer.parseInt(question.split(" ")[1]));
    }
    return switch (question) {
      case "Is it so?", "Is that what you want?" -> "1";
      case "Bag serial:" -> "B" + ++serials;
      case "Password:", "Password, once more:", "Password, typed again:" ->
          "twelve letters at least";
      default ->
          question.matches("(Security officer|Operator|Witness|Custodian \\d+):")
              ? "Person as " + question
              : "";
    };
  }

  private String typed(int line) {
    typedLines.add(sheets.computeIfAbsent(lastSheet(), Participants::lines).get(line - 1));
    return typedLines.getLast();
  }

  private static List<String> lines(Path sheet) {
    try (SheetPayload payload = new SheetReader().read(sheet).getFirst();
        Secret encoded = payload.encode();
        CheckedText text = CheckedText.of(encoded)) {
      List<String> lines = new ArrayList<>();
      for (int line = 1; line <= text.shape().lines(); line++) {
        lines.add(new String(text.line(line)));
      }
      return lines;
    } catch (ProblemException e) {
      throw new IllegalStateException(e);
    }
  }

  Path lastSheet() {
    try (Stream<Path> files = Files.list(folder.resolve("sheets"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("share-"))
          .max(Comparator.comparing(Participants::made))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.nio.file.attribute.FileTime made(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
