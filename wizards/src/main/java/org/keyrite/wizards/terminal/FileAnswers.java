// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.plan.AnswersFile;

/**
 * Takes the answers of a file in the way of each editor: a sheet is the path of its scan, or its
 * lines.
 *
 * @param file the answers
 */
record FileAnswers(AnswersFile file) {

  Optional<String> text(Field field) throws ProblemException {
    return file.text(field);
  }

  boolean confirms(StepId step) throws ProblemException {
    return file.confirms(step);
  }

  /** The caller owns the secret. */
  Optional<Secret> secret(Field field) throws ProblemException {
    Optional<String> text = file.text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!(field.editor() instanceof Editor.Sheet(Editor.SheetTyping sheet))) {
      return Optional.of(Secret.taking(text.get().getBytes(StandardCharsets.UTF_8)));
    }
    if (!text.get().strip().contains("\n")) {
      return Optional.of(sheet.scan(Path.of(text.get().strip())));
    }
    List<char[]> lines = text.get().strip().lines().map(String::toCharArray).toList();
    try {
      return Optional.of(sheet.join(lines));
    } finally {
      lines.forEach(line -> Arrays.fill(line, '\0'));
    }
  }
}
