// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.journal.CeremonyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keyrite rehearse}: a whole ceremony with made-up people. */
@Command(sortOptions = false)
final class RehearseCommand implements Callable<Integer> {
  private final Room room;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CEREMONY",
      descriptionKey = "terminal.help.ceremony",
      arity = "0..1",
      defaultValue = "dkek-quorum")
  private String ceremony;

  @Option(
      names = "--out",
      descriptionKey = "terminal.help.out",
      paramLabel = "DIR",
      defaultValue = "rehearsal")
  private Path out;

  @Option(names = "--threshold", descriptionKey = "terminal.help.threshold", paramLabel = "T")
  private String threshold;

  @Option(names = "--custodians", descriptionKey = "terminal.help.custodians", paramLabel = "N")
  private String custodians;

  @Option(names = "--bits", descriptionKey = "terminal.help.bits", paramLabel = "64|128")
  private String bits;

  @Option(names = "--with", descriptionKey = "terminal.help.with", paramLabel = "WORD=VALUE")
  private Map<String, String> words = Map.of();

  @Option(names = "--by-stick", descriptionKey = "terminal.help.byStick")
  private boolean byStick;

  RehearseCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    CeremonyKind kind =
        room.ceremony(ceremony)
            .orElseThrow(
                () -> wrong(Message.of("terminal.usage.ceremony", ceremony, room.ceremonies())));
    if (byStick) {
      return new StickRehearsal(room, out).begin(kind, decided(kind));
    }
    Ceremony planned = kind.plan(decided(kind)).ceremony();
    CeremonyFolder folder = CeremonyFolder.create(out);
    return new Rehearsal(room, folder).begin(planned);
  }

  private Facts decided(CeremonyKind kind) throws ProblemException {
    if (byStick && !StickRehearsal.isFor(kind)) {
      throw wrong(Message.of("terminal.usage.notOf", "--by-stick", kind.id()));
    }
    Map<String, String> wanted = new HashMap<>(words);
    Map<String, String> shorter = new HashMap<>();
    shorter.put("threshold", threshold);
    shorter.put("custodians", custodians);
    shorter.put("bits", bits);
    shorter.values().removeIf(text -> text == null);
    wanted.putAll(shorter);
    Map<String, String> decided = new HashMap<>();
    for (Field field : kind.planning()) {
      String name = field.slot().name();
      String text = wanted.remove(name);
      if (text != null) {
        Optional<Problem> refused = field.refuses(text);
        if (refused.isPresent()) {
          throw refused.get().asException();
        }
        decided.put(name, text.strip());
      }
    }
    if (!wanted.isEmpty()) {
      String word = wanted.keySet().iterator().next();
      String typed = words.containsKey(word) ? word : "--" + word;
      throw wrong(Message.of("terminal.usage.notOf", typed, kind.id()));
    }
    decided.put("name", room.text("terminal.rehearse.name"));
    decided.put("language", room.messages().language().tag());
    decided.put("output", "save");
    return Facts.ofTexts(decided);
  }

  private UsageSentences.Wrong wrong(Message sentence) {
    return new UsageSentences.Wrong(spec.commandLine(), sentence);
  }
}
