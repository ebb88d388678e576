// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.List;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.PaperProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.paper.KeyPages;
import org.keyrite.wizards.paper.SheetReader;

/**
 * Lets the sheet of a wrapped key be scanned back: all its pages in one file, in which those of
 * other keys may be, too. It has codes only and no lines to type. What it carries is the file of
 * the key, byte for byte.
 *
 * @param sheet what the sheet is called, as it stands above its codes
 */
record KeySheetScan(String sheet) implements Editor.SheetTyping {
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
    KeyPages pages = KeyPages.of(new SheetReader().keys(pictureOrPdf));
    return Secret.taking(pages.file(sheet).toByteArray());
  }
}
