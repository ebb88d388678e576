// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;
import org.keyrite.wizards.ceremony.CeremonyId;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Role;
import org.keyrite.wizards.ceremony.Seat;

/**
 * Made-up people, always the same one in the same seat.
 *
 * @param names in the order in which they sit down
 */
public record People(List<String> names) {
  private static final String PREFIX = "R-";

  private static final List<Role> SINGLE =
      List.of(Role.OFFICER, Role.OPERATOR, Role.WITNESS, Role.AUDITOR);

  /** Keeps its own copy. */
  public People {
    names = List.copyOf(names);
  }

  /** The people of this program: enough for every ceremony. */
  public static People load() {
    try (InputStream in = People.class.getResourceAsStream("people.txt")) {
      if (in == null) {
        throw new IllegalStateException("no people.txt");
      }
      return new People(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a ceremony of theirs is called. */
  public static String ceremonyId(RandomSource random) throws ProblemException {
    return PREFIX + CeremonyId.draw(random);
  }

  /** Whether a ceremony is one of theirs; what is resumed goes on with them. */
  public static boolean lead(Entry.Started started) {
    return started.practice() && started.ceremonyId().startsWith(PREFIX);
  }

  /** Who sits there. */
  public String in(Seat seat) {
    int place =
        seat.role() == Role.CUSTODIAN
            ? SINGLE.size() + seat.index() - 1
            : SINGLE.indexOf(seat.role());
    return names.get(place);
  }
}
