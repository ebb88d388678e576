// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keyrite inspect}: what files are and what is in them, without anything secret. */
@Command(sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  private final Room room;

  @Parameters(paramLabel = "FILE", descriptionKey = "terminal.help.files", arity = "1..*")
  private List<Path> files = List.of();

  @Option(names = "--json", descriptionKey = "terminal.help.json")
  private boolean json;

  InspectCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> all = new ArrayList<>();
    boolean refused = false;
    for (Path file : files) {
      try {
        Findings findings = Findings.in(file);
        for (Map<String, Object> found : findings.found()) {
          all.add(found);
          if (!json) {
            tell(file, found);
          }
        }
      } catch (ProblemException e) {
        refused = true;
        if (json) {
          all.add(refusal(file, e.problem()));
        } else {
          room.screen().refuse(room.messages(), e.problem());
        }
      }
    }
    if (json) {
      room.screen().line(Json.of(all));
    }
    return refused ? ExitStatus.REFUSED : ExitStatus.DONE;
  }

  private Map<String, Object> refusal(Path file, Problem problem) {
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put("file", file.toString());
    refusal.put("reason", room.messages().text(Sentences.what(problem)));
    return refusal;
  }

  private void tell(Path file, Map<String, Object> found) {
    room.say("terminal.inspect." + found.get("kind"), file);
    found.forEach((name, value) -> {
      if (!name.equals("file") && !name.equals("kind")) {
        room.screen()
            .line(
                "  "
                    + room.text(
                        "terminal.inspect.row",
                        room.text("terminal.inspect.part." + name),
                        spoken(name, value)));
      }
    });
  }

  private String spoken(String name, Object value) {
    if (name.equals("origin")) {
      return Sentences.value(room.messages(), "device.origin", value.toString());
    }
    String words = "terminal.inspect." + name + "." + value;
    if (room.messages().has(words)) {
      return room.text(words);
    }
    return value instanceof Boolean yes
        ? room.text(yes ? "terminal.yes" : "terminal.no")
        : value.toString();
  }
}
