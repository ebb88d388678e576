// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremonies.XkekMigrate;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.rehearsal.MadeUpKeys;
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

  private static final Fact<Integer> KEYS = Fact.number("keys");

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

  @Option(names = "--keys", descriptionKey = "terminal.help.keys", paramLabel = "N")
  private String keys;

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
      return new StickRehearsal(room, out, keys(kind)).begin(kind, decided(kind));
    }
    OptionalInt number = keys(kind);
    Ceremony planned = kind.plan(decided(kind)).ceremony();
    CeremonyFolder folder = CeremonyFolder.create(out);
    return new Rehearsal(room, folder, number).begin(planned);
  }

  /** How many keys move, if that was said; other ceremonies have none that do. */
  private OptionalInt keys(CeremonyKind kind) throws ProblemException {
    if (keys == null) {
      return OptionalInt.empty();
    }
    if (!kind.id().equals(XkekMigrate.ID)) {
      throw wrong(Message.of("terminal.usage.notOf", "--keys", kind.id()));
    }
    Field field = new Field(KEYS, new Editor.Number(1, MadeUpKeys.MOST));
    Optional<Problem> refused = field.refuses(keys);
    if (refused.isPresent()) {
      throw refused.get().asException();
    }
    return OptionalInt.of(Integer.parseInt(keys.strip()));
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
