// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.Reader;
import org.keyrite.wizards.ceremonies.DeviceRows;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DeviceReport;
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
        look(reader, found);
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

  private void look(Reader reader, Map<String, Object> found) throws ProblemException {
    found.put("occupied", reader.isOccupied());
    if (!reader.isOccupied()) {
      if (!json) {
        room.say("terminal.devices.empty", reader.name());
      }
      return;
    }
    try (CardSession session = reader.connect()) {
      DeviceReport report = DeviceReport.read(new SmartCardHsm(session), today());
      if (json) {
        found.putAll(new DeviceFacts(report).members());
      } else {
        tell(reader, report);
      }
    }
  }

  private void tell(Reader reader, DeviceReport report) {
    List<DeviceRows.Row> rows = new DeviceRows(room.messages()).of(report);
    // The serial, which needs no label here.
    room.say("terminal.devices.device", reader.name(), rows.getFirst().value());
    rows.stream()
        .skip(1)
        .forEach(row ->
            room.screen().line("  " + room.text("terminal.devices.row", row.label(), row.value())));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(room.surroundings().clock().instant(), ZoneOffset.UTC);
  }
}
