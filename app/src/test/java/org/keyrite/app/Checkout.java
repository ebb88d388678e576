// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this project lies, for tests that look at its files. */
public final class Checkout {
  private Checkout() {}

  /** The folder with the script {@code keyrite} in it. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("packaging/jvm.options"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
