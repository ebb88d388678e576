// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sessions of other programs, from the test resources. */
public final class Recording {
  /** What OpenSC asks any card before it tries a SmartCard-HSM (byte reference, 18.1). */
  private static final List<String> PROBES =
      List.of("00A4040007627601FF000000", "00A4040006A00000000101");

  private Recording() {}

  /**
   * A channel that replays a session of OpenSC from where it selects the SmartCard-HSM for the
   * first time.
   */
  public static ScriptedChannel openSc(String name) throws IOException {
    ScriptedChannel channel = new ScriptedChannel();
    List<String> lines = lines("/recordings/dkek/" + name + ".apdu");
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).startsWith("> ") && !PROBES.contains(lines.get(i).substring(2))) {
        channel.then(lines.get(i).substring(2), lines.get(i + 1).substring(2));
      }
    }
    return channel;
  }

  /** The lines of a resource. */
  public static List<String> lines(String resource) throws IOException {
    try (InputStream in = Recording.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
