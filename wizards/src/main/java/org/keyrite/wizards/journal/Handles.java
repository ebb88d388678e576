// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Lets go of handles whose content is on the disk already. */
final class Handles {
  private Handles() {}

  /** Closes; what was forced to the disk before cannot be lost by it. */
  static void close(FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Every line was forced to the disk before; closing adds nothing that could be lost.
      return;
    }
  }
}
