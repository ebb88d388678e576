// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.random.CombinedRandom;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremonies.Catalogue;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.terminal.KeyriteCommand;
import org.keyrite.wizards.terminal.Stops;
import org.keyrite.wizards.terminal.Surroundings;

/**
 * A program for {@link CanaryTest}: runs the command line in a process that may be looked into, and
 * waits to be looked into.
 */
final class CanaryRehearsal {
  static final DerivationCost COST = DerivationCost.forTests(200);

  /** What it prints when the ceremony has ended. */
  static final String READY = "ready to be looked into";

  private CanaryRehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Surroundings surroundings =
        new Surroundings(
            "test",
            Language.ENGLISH,
            Path.of("records"),
            Clock.systemUTC(),
            new CombinedRandom(List.of(new JvmRandom())),
            COST,
            Catalogue.ALL,
            new PcscReaders(),
            Inspection.NONE,
            Terminal.keyboard(System.getenv()),
            Terminal.screen(System.out, System.err),
            Stops.NEVER,
            asked -> 0);
    int status = new KeyriteCommand(surroundings).run(arguments);
    List<Object> kept = planted();
    System.out.println(READY + " " + status);
    System.in.read();
    System.out.println(kept.size());
  }

  /** Put together here, so that the class file does not hold it. */
  static byte[] canary() {
    return "canary ".concat("that must ").concat("be found").getBytes(StandardCharsets.US_ASCII);
  }

  /** The canary in every form that is searched for, as a program could leave it behind. */
  private static List<Object> planted() {
    List<Object> planted = new ArrayList<>();
    planted.add(canary());
    String hex = HexFormat.of().formatHex(canary());
    String colons = HexFormat.ofDelimiter(":").formatHex(canary());
    for (String text : List.of(hex, hex.toUpperCase(Locale.ROOT), colons)) {
      planted.add(text);
      planted.add(text.toCharArray());
      // A character beyond Latin-1 makes the JVM keep two bytes for each.
      planted.add(text.concat("\u2192"));
    }
    return planted;
  }
}
