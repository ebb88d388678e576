// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.paper.CheckedText;
import org.keyrite.wizards.paper.CheckedTextReader;
import org.keyrite.wizards.paper.LineVerdict;
import org.keyrite.wizards.paper.PayloadKind;
import org.keyrite.wizards.paper.ShareContent;
import org.keyrite.wizards.paper.ShareFileContent;
import org.keyrite.wizards.paper.SheetPayload;
import org.keyrite.wizards.paper.SheetReader;
import org.keyrite.wizards.paper.TextShape;
import org.keyrite.wizards.paper.TypedCode;

/** Lets a sheet of one kind be typed or scanned back. */
record SheetLines(PayloadKind kind) implements Editor.SheetTyping {
  private static final HexFormat HEX = HexFormat.of();

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
          .orElseThrow(() -> another(found.getFirst(), pictureOrPdf.toString()).asException())
          .encode();
    } finally {
      found.forEach(SheetPayload::close);
    }
  }

  @Override
  public Secret code(char[] typed) throws ProblemException {
    try (SheetPayload found = TypedCode.read(typed)) {
      if (found.kind() != kind) {
        throw new PaperProblem.TypedCodeOfAnotherSheet().asException();
      }
      return found.encode();
    }
  }

  /** What is said of a code that is one of ours, but not of this kind. */
  private Problem another(SheetPayload found, String path) {
    return switch (found) {
      case ShareFileContent _ -> new PaperProblem.CodeOfShareFile(path);
      case ShareContent _ when kind == PayloadKind.SHARE_FILE ->
          new PaperProblem.CodeOfPasswordShare(path);
      // All shares of a set have one strength.
      case ShareContent share ->
          new QuorumProblem.ShareOfAnotherSet(share.id(), share.set().toText());
    };
  }

  /**
   * The lines of a sheet as a screen shows them, groups parted by blanks; for the caller to wipe.
   */
  static List<char[]> shown(Secret payload) {
    List<char[]> lines = new ArrayList<>();
    try (CheckedText text = CheckedText.of(payload)) {
      for (int line = 1; line <= text.shape().lines(); line++) {
        lines.add(spaced(text.line(line), TextShape.GROUP));
      }
    }
    return lines;
  }

  /**
   * The lines of a share sheet that is written by hand, and below them two for its row C: the value
   * in hexadecimal, in the groups of the cells on the sheet. For the caller to wipe.
   *
   * @param payload a {@link ShareContent}, encoded
   */
  static List<char[]> toCopy(Secret payload) {
    List<char[]> lines = new ArrayList<>(shown(payload));
    try (ShareContent content = (ShareContent) SheetPayload.parse(payload)) {
      char[] value = content.value().use(SheetLines::hex);
      int group = content.kind() == PayloadKind.SHARE_64 ? 2 : TextShape.GROUP;
      lines.add(rowC(value, 0, group));
      lines.add(rowC(value, value.length / 2, group));
      Arrays.fill(value, '\0');
    } catch (ProblemException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  /** Half of row C, behind its letter: as wide as the other lines. */
  private static char[] rowC(char[] value, int from, int group) {
    char[] half = spaced(Arrays.copyOfRange(value, from, from + value.length / 2), group);
    char[] row = new char[2 + half.length];
    row[0] = 'C';
    row[1] = ' ';
    System.arraycopy(half, 0, row, 2, half.length);
    Arrays.fill(half, '\0');
    return row;
  }

  private static char[] hex(byte[] bytes) {
    char[] hex = new char[2 * bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      hex[2 * i] = HEX.toHighHexDigit(bytes[i]);
      hex[2 * i + 1] = HEX.toLowHexDigit(bytes[i]);
    }
    return hex;
  }

  private static char[] spaced(char[] line, int group) {
    char[] spaced = new char[line.length + (line.length - 1) / group];
    for (int i = 0, at = 0; i < line.length; i++) {
      if (i > 0 && i % group == 0) {
        spaced[at++] = ' ';
      }
      spaced[at++] = line[i];
    }
    Arrays.fill(line, '\0');
    return spaced;
  }
}
