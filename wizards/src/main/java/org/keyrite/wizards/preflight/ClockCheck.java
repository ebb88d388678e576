// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.preflight;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.keyrite.core.problem.LaptopProblem;

/**
 * Whether the clock can be right: it shows no time before the program was made. How far it is off,
 * only people with a watch can tell; they are asked.
 *
 * @param built when the program was made
 */
public record ClockCheck(Instant built) implements Check {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  @Override
  public Finding look(Needs needs) {
    String shown = Finding.whole(MINUTE.format(needs.now()));
    return needs.now().isBefore(built)
        ? new Finding.Fault(new LaptopProblem.ClockBehind(shown))
        : new Finding.Fine(shown);
  }
}
