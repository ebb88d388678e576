// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.paper.TypedCode;

/**
 * Has the lines of a sheet typed, one after the other, each judged before the next; or a scan named
 * instead. What was typed leaves the screen at the end, whatever it is.
 */
final class SheetQuestions {
  private final Dialog dialog;
  private final Messages messages;
  private final Editor.SheetTyping sheet;

  SheetQuestions(Dialog dialog, Editor.SheetTyping sheet) {
    this.dialog = dialog;
    this.messages = dialog.messages();
    this.sheet = sheet;
  }

  /** What the sheet carries; the caller owns it. */
  Secret ask() throws ProblemException {
    return sheet.lines() == 0 ? repeated(this::onlyScanned) : fromPaper();
  }

  private Secret fromPaper() throws ProblemException {
    dialog.screen().uncover();
    try {
      dialog.screen().paragraph("  ", messages.text("terminal.sheet.hint", sheet.lines()));
      dialog.tellKeyboard();
      return repeated(this::typed);
    } finally {
      dialog.screen().cover();
    }
  }

  /** One way of reading a sheet. */
  @FunctionalInterface
  private interface Reading {
    Secret read() throws ProblemException;
  }

  /** Again and again, until it succeeds or people have another way. */
  private Secret repeated(Reading reading) throws ProblemException {
    while (true) {
      try {
        return reading.read();
      } catch (ProblemException e) {
        if (dialog.hasWay()) {
          throw e;
        }
        dialog.again(e.problem());
      }
    }
  }

  /** The scan of a sheet without lines to type; nothing that is secret stands in its name. */
  private Secret onlyScanned() throws ProblemException {
    return scan(dialog.line(messages.text("terminal.sheet.scan")).strip());
  }

  private Secret typed() throws ProblemException {
    List<char[]> lines = new ArrayList<>();
    try {
      return type(lines);
    } finally {
      lines.forEach(line -> Arrays.fill(line, '\0'));
    }
  }

  private Secret type(List<char[]> lines) throws ProblemException {
    while (lines.size() < sheet.lines()) {
      int number = lines.size() + 1;
      char[] typed = dialog.visible(messages.text("terminal.sheet.line", number, sheet.lines()));
      if (typed.length > 0 && typed[0] == ':') {
        Secret scanned = word(new String(typed));
        if (scanned != null) {
          return scanned;
        }
      } else if (isCode(typed)) {
        return scanned(typed);
      } else if (isGood(number, typed)) {
        lines.add(typed);
      } else {
        Arrays.fill(typed, '\0');
      }
    }
    return sheet.join(lines);
  }

  /** Whether a hand-held scanner typed the code of a sheet instead of a person a line. */
  private static boolean isCode(char[] typed) {
    return typed.length > TypedCode.MARK && TypedCode.isMark(Arrays.copyOf(typed, TypedCode.MARK));
  }

  private Secret scanned(char[] code) throws ProblemException {
    try {
      return sheet.code(code);
    } finally {
      Arrays.fill(code, '\0');
    }
  }

  private Secret word(String typed) throws ProblemException {
    String scan = messages.text("terminal.word.scan") + " ";
    if (!typed.startsWith(scan)) {
      dialog.obey(typed.strip());
      return null;
    }
    return scan(typed.substring(scan.length()).strip());
  }

  private Secret scan(String file) throws ProblemException {
    try {
      return sheet.scan(Path.of(file));
    } catch (InvalidPathException e) {
      throw new FileProblem.FileMissing(file).asException();
    }
  }

  private boolean isGood(int number, char[] typed) {
    switch (sheet.judge(number, typed)) {
      case Editor.Judgement.Good _ -> {
        if (isFolded(typed)) {
          dialog.screen().paragraph("  ", messages.text("terminal.sheet.folded"));
        }
        return true;
      }
      case Editor.Judgement.Incomplete unfinished ->
          say("paper.line.incomplete", number, unfinished.missing());
      case Editor.Judgement.Foreign foreign ->
          say("paper.line.foreign", number, foreign.position() + 1);
      case Editor.Judgement.Wrong wrong ->
          dialog.screen().paragraph("  ", messages.text(wrong.what()));
    }
    return false;
  }

  private void say(String key, Object... arguments) {
    dialog.screen().paragraph("  ", messages.text(key, arguments));
  }

  /** Whether a letter was read as a digit. */
  private static boolean isFolded(char[] typed) {
    for (char c : typed) {
      if ("oOiIlL".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
