// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.paper.CheckedText;
import org.keyrite.wizards.paper.CheckedTextReader;
import org.keyrite.wizards.paper.LineVerdict;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;
import org.keyrite.wizards.paper.TextShape;

/** Lets a sheet of one kind be typed or scanned back. */
record SheetLines(PayloadKind kind) implements Editor.SheetTyping {

  private TextShape shape() {
    return kind.shape();
  }

  @Override
  public int lines() {
    return shape().lines();
  }

  @Override
  public int length(int line) {
    return shape().charactersIn(line);
  }

  @Override
  public Editor.Judgement judge(int line, char[] typed) {
    return switch (new CheckedTextReader(shape()).check(line, typed)) {
      case LineVerdict.Good _ -> new Editor.Judgement.Good();
      case LineVerdict.Incomplete unfinished ->
          new Editor.Judgement.Incomplete(unfinished.missing());
      case LineVerdict.Foreign foreign -> new Editor.Judgement.Foreign(foreign.position() - 1);
      case LineVerdict.WrongGroup wrong ->
          new Editor.Judgement.Wrong(wrong.group(), wrong.message());
      case LineVerdict.Swapped swapped ->
          new Editor.Judgement.Wrong(swapped.group(), swapped.message());
      case LineVerdict other -> new Editor.Judgement.Wrong(0, other.message());
    };
  }

  @Override
  public Secret join(List<char[]> lines) throws ProblemException {
    return new CheckedTextReader(shape()).read(lines);
  }

  @Override
  public Secret scan(Path pictureOrPdf) throws ProblemException {
    List<SheetPayload> found = new SheetReader().read(pictureOrPdf);
    try {
      return found.stream()
          .filter(payload -> payload.kind() == kind)
          .findFirst()
          .orElseThrow(() -> new PaperProblem.NoCodeFound(pictureOrPdf.toString()).asException())
          .encode();
    } finally {
      found.forEach(SheetPayload::close);
    }
  }

  /**
   * The lines of a sheet as a screen shows them, groups parted by blanks; for the caller to wipe.
   */
  static List<char[]> shown(Secret payload) {
    List<char[]> lines = new ArrayList<>();
    try (CheckedText text = CheckedText.of(payload)) {
      for (int line = 1; line <= text.shape().lines(); line++) {
        lines.add(spaced(text.line(line)));
      }
    }
    return lines;
  }

  private static char[] spaced(char[] line) {
    char[] spaced = new char[line.length + (line.length - 1) / TextShape.GROUP];
    for (int i = 0, at = 0; i < line.length; i++) {
      if (i > 0 && i % TextShape.GROUP == 0) {
        spaced[at++] = ' ';
      }
      spaced[at++] = line[i];
    }
    Arrays.fill(line, '\0');
    return spaced;
  }
}
