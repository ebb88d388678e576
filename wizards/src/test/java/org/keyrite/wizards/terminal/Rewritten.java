// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.bytes.Bytes;

/** A record that somebody wrote anew from its first line, so that its chain holds. */
final class Rewritten {
  private Rewritten() {}

  static List<String> chained(List<String> lines) {
    List<String> chained = new ArrayList<>();
    String before = "0".repeat(64);
    for (String line : lines) {
      String next =
          line.replaceFirst("\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + before + "\"");
      chained.add(next);
      before = Bytes.of(next.getBytes(StandardCharsets.UTF_8)).sha256().toHex();
    }
    return chained;
  }
}
