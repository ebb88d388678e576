// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.concurrent.Callable;
import org.keyrite.wizards.ceremony.CeremonyKind;
import picocli.CommandLine.Command;

/** {@code keyrite ceremonies}: the catalogue. */
@Command
final class CeremoniesCommand implements Callable<Integer> {
  private final Room room;

  CeremoniesCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() {
    for (CeremonyKind kind : room.surroundings().catalogue()) {
      room.say("terminal.ceremonies.row", kind.id(), room.text("kind." + kind.id() + ".name"));
      room.screen().paragraph("    ", room.text("kind." + kind.id() + ".what"));
    }
    return ExitStatus.DONE;
  }
}
