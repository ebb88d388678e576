// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.hsm.DeviceStatus;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.Reader;
import org.keyrite.wizards.ceremony.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code keyrite devices}: readers and what is in them. Changes nothing and costs no try, but locks
 * what it looks at. A device that cannot be read is refused, and the others are shown.
 */
@Command(sortOptions = false)
final class DevicesCommand implements Callable<Integer> {
  private final Room room;

  @Option(names = "--json", descriptionKey = "terminal.help.json")
  private boolean json;

  DevicesCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    List<Reader> readers = list();
    DeviceLines lines = new DeviceLines(room, TrustAnchors.known(), today());
    if (readers.isEmpty() && !json) {
      room.say("terminal.devices.noReader");
    }
    List<Map<String, Object>> all = new ArrayList<>();
    boolean refused = false;
    for (Reader reader : readers) {
      Map<String, Object> found = new LinkedHashMap<>();
      found.put("reader", reader.name());
      all.add(found);
      try {
        look(reader, found, lines);
      } catch (ProblemException e) {
        refused = true;
        Problem problem = withoutWaiting(e.problem());
        found.put("reason", room.messages().text(Sentences.what(problem)));
        if (!json) {
          room.say("terminal.devices.unread", reader.name());
          room.screen().refuse(room.messages(), problem);
        }
      }
    }
    if (json) {
      room.screen().line(Json.of(all));
    }
    return refused ? ExitStatus.REFUSED : ExitStatus.DONE;
  }

  private List<Reader> list() throws ProblemException {
    try {
      return room.surroundings().readers().list();
    } catch (ProblemException e) {
      throw withoutWaiting(e.problem()).asException();
    }
  }

  /** This command ends without the service, where others wait until it runs. */
  private static Problem withoutWaiting(Problem problem) {
    return problem instanceof DeviceProblem.ReaderServiceMissing
        ? new DeviceProblem.ReaderServiceNeeded()
        : problem;
  }

  private void look(Reader reader, Map<String, Object> found, DeviceLines lines)
      throws ProblemException {
    found.put("occupied", reader.isOccupied());
    if (!reader.isOccupied()) {
      if (!json) {
        room.say("terminal.devices.empty", reader.name());
      }
      return;
    }
    try (CardSession session = reader.connect()) {
      DeviceStatus status = DeviceStatus.read(new SmartCardHsm(session));
      if (json) {
        found.putAll(new DeviceFacts(status, TrustAnchors.known(), today()).members());
      } else {
        lines.tell(reader.name(), status);
      }
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(room.surroundings().clock().instant(), ZoneOffset.UTC);
  }
}
