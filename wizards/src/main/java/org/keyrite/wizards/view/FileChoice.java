// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Lets a person choose a file that exists. */
@FunctionalInterface
public interface FileChoice {
  /** The chosen file, or nothing; {@code title} says what for. */
  Optional<Path> choose(Window window, String title);
}
