// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.paper;

import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;

/**
 * Reads checked text as people type it: gaps and hyphens between groups do not matter, O, I and L
 * are understood, and nothing else is corrected. Keeps nothing of what it reads; typed arrays stay
 * the caller's to wipe.
 *
 * @param shape how many lines and groups to expect
 */
public record CheckedTextReader(TextShape shape) {

  /** Judges one line, also one that is not finished. Lines count from 1. */
  public LineVerdict check(int line, char[] typed) {
    byte[] values = new byte[typed.length];
    try {
      int count = 0;
      for (char character : typed) {
        if (Crockford.isGap(character)) {
          continue;
        }
        int value = Crockford.value(character);
        if (value == Crockford.FOREIGN) {
          return new LineVerdict.Foreign(line, count + 1);
        }
        values[count++] = (byte) value;
      }
      int expected = shape.charactersIn(line);
      if (count < expected) {
        return new LineVerdict.Incomplete(line, expected - count);
      }
      if (count > expected) {
        return new LineVerdict.TooLong(line, count - expected);
      }
      return new LineSuspicion(shape, line, values).verdict();
    } finally {
      Arrays.fill(values, (byte) 0);
    }
  }

  /**
   * Reads a whole text into the payload it carries, for the caller to close. The payload is
   * canonical bytes that {@link SheetPayload#parse} has yet to judge.
   *
   * @throws ProblemException if a line is missing or wrong, or the lines do not belong together
   */
  public Secret read(List<char[]> lines) throws ProblemException {
    if (lines.size() != shape.lines()) {
      throw new PaperProblem.LinesMissing(lines.size(), shape.lines()).asException();
    }
    byte[] groups = new byte[shape.groups() * TextShape.GROUP];
    try {
      int at = 0;
      for (int line = 1; line <= lines.size(); line++) {
        if (!check(line, lines.get(line - 1)).isGood()) {
          throw new PaperProblem.LineDiffers(line).asException();
        }
        at = append(lines.get(line - 1), groups, at, shape.groupsIn(line) * TextShape.GROUP);
      }
      return payload(groups);
    } finally {
      Arrays.fill(groups, (byte) 0);
    }
  }

  private static int append(char[] typed, byte[] groups, int at, int count) {
    int next = at;
    for (char character : typed) {
      if (next < at + count && !Crockford.isGap(character)) {
        groups[next++] = (byte) Crockford.value(character);
      }
    }
    return next;
  }

  /** The payload in these groups, the last of which checks them. */
  Secret payload(byte[] groups) throws ProblemException {
    int last = shape.groups() - 1;
    int padding = last * TextShape.GROUP * 5 - shape.payloadSize() * 8;
    int lastData = WholeCode.element(groups, (last - 1) * TextShape.GROUP);
    boolean padded = (lastData & (1 << padding) - 1) == 0;
    int check = WholeCode.element(groups, last * TextShape.GROUP);
    if (!padded || WholeCode.check(groups, last) != check) {
      throw new PaperProblem.LinesDoNotBelongTogether().asException();
    }
    return Secret.taking(Crockford.join(groups, shape.payloadSize()));
  }
}
