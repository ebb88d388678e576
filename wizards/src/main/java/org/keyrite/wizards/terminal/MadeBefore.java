// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.rehearsal.Beforehand;

/**
 * What made-up people make before a rehearsal, told in a terminal.
 *
 * @param conduct where the rehearsal will run
 */
record MadeBefore(Room room, Conduct conduct) {
  /** Makes what a ceremony expects: shares, wrapped keys, keys on devices. */
  void forCeremony(Ceremony ceremony) throws ProblemException {
    make(ceremony, Beforehand.of(ceremony, conduct.folder().path()));
  }

  /** Makes this for a ceremony. */
  void make(Ceremony ceremony, Beforehand before) throws ProblemException {
    if (before.isNothing()) {
      return;
    }
    before.shares().ifPresent(made -> room.say("terminal.rehearse.shares", made.folder()));
    before.backup().ifPresent(made -> room.say("terminal.rehearse.backup", made.folder().path()));
    before.stick().ifPresent(made -> room.say("terminal.rehearse.stick", made.folder()));
    before.keys().ifPresent(made -> room.say("terminal.rehearse.keys"));
    before.make(
        ceremony,
        conduct.workplace(),
        new ProgressLine(room.screen(), room.messages(), room.text("terminal.rehearse.making")));
    room.screen().progress("");
  }
}
