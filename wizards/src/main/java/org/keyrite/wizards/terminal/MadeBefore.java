// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Optional;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.rehearsal.MadeUpShares;

/**
 * What made-up people make before a rehearsal, told in a terminal.
 *
 * @param conduct where the rehearsal will run
 */
record MadeBefore(Room room, Conduct conduct) {
  /** Makes the shares that a ceremony imports, if it does. */
  void forCeremony(Ceremony ceremony) throws ProblemException {
    Optional<MadeUpShares> shares = MadeUpShares.of(ceremony, conduct.folder().path());
    if (shares.isPresent()) {
      room.say("terminal.rehearse.shares", shares.get().folder());
      shares
          .get()
          .make(
              ceremony,
              conduct.workplace(),
              new ProgressLine(
                  room.screen(), room.messages(), room.text("terminal.rehearse.making")));
      room.screen().progress("");
    }
  }
}
