// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.keyrite.core.problem.Problem;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.ceremony.Visible;

/**
 * What people read.
 *
 * @param out for results and ceremonies
 * @param err for refusals and progress
 * @param direct the same place as {@code out} without a buffer in between, for secrets
 * @param outSeen whether {@code out} is a terminal: elsewhere no secret is shown
 * @param errSeen whether {@code err} is a terminal: elsewhere no progress is shown
 * @param page where on {@code out} secrets are shown
 */
public record Screen(
    PrintStream out,
    PrintStream err,
    OutputStream direct,
    boolean outSeen,
    boolean errSeen,
    PrivatePage page) {
  /** Start of the line, and clear what stands there. */
  private static final String LINE_AGAIN = "\r\u001b[K";

  private static final int WIDTH = 76;

  /** A screen that nobody has shown a secret on yet. */
  public Screen(
      PrintStream out, PrintStream err, OutputStream direct, boolean outSeen, boolean errSeen) {
    this(out, err, direct, outSeen, errSeen, new PrivatePage(out, direct));
  }

  /** The same, with questions beside the results instead of among them. */
  Screen aside() {
    return new Screen(err, err, direct, errSeen, errSeen);
  }

  /** A line. */
  void line(String text) {
    out.println(Visible.of(text));
  }

  /** Paragraphs, broken between words. */
  void paragraph(String indent, String text) {
    for (String part : Visible.of(text).split("\n", -1)) {
      StringBuilder line = new StringBuilder(indent);
      for (String word : part.split(" ")) {
        if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
          out.println(line);
          line.setLength(indent.length());
        }
        line.append(line.length() > indent.length() ? " " : "").append(word);
      }
      out.println(line);
    }
  }

  /** A question, with the cursor after it. */
  void prompt(String text) {
    out.print(Visible.of(text) + " ");
    out.flush();
  }

  /** What happened, and what to do next. */
  public void refuse(Messages messages, Problem problem) {
    out.flush();
    err.println(Visible.of(messages.text(Sentences.what(problem))));
    err.println(Visible.of(messages.text(Sentences.next(problem))));
    err.flush();
  }

  /** Nothing that was shown stays, nor can it be scrolled back to. */
  void clear() {
    if (outSeen) {
      out.print(PrivatePage.CLEAR);
      out.flush();
    }
  }

  /** What follows is secret, until {@link #cover}; elsewhere than on a terminal nobody sees it. */
  void uncover() {
    if (outSeen) {
      out.flush();
      page.enter();
    }
  }

  /** Nothing of what was secret stays. */
  void cover() {
    page.leave();
  }

  /** Shows lines that are secret, ASCII, while uncovered; they stay the caller's to wipe. */
  void secret(String indent, List<char[]> lines) {
    if (!outSeen) {
      throw new IllegalStateException("secrets are shown on a terminal only");
    }
    out.flush();
    for (char[] line : lines) {
      byte[] bytes = new byte[indent.length() + line.length + 1];
      System.arraycopy(indent.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, indent.length());
      for (int i = 0; i < line.length; i++) {
        bytes[indent.length() + i] = (byte) line[i];
      }
      bytes[bytes.length - 1] = '\n';
      try {
        page.write(bytes);
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  /** Replaces the line of progress; an empty text ends it. */
  void progress(String text) {
    if (errSeen) {
      err.print(LINE_AGAIN + Visible.of(text));
      err.flush();
    }
  }
}
