// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.keyrite.core.problem.LaptopProblem;

/** Files as the kernel of a laptop would show them, laid out in a folder. */
final class Tree {
  static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private final Path root;

  Tree(Path root) {
    this.root = root;
  }

  Path at(String path) {
    return root.resolve(path);
  }

  /** Lays out a folder with nothing in it. */
  Path folder(String path) {
    try {
      return Files.createDirectories(at(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Lays out a file with a line in it. */
  Tree with(String path, String line) {
    return with(path, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Tree with(String path, byte[] content) {
    try {
      folder(Path.of(path).getParent().toString());
      Files.write(at(path), content);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Needs needs(boolean devices) {
    return new Needs(NOW, root, Optional.empty(), devices);
  }

  static Finding fault(LaptopProblem problem) {
    return new Finding.Fault(problem);
  }
}
