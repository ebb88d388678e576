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
import org.keyrite.wizards.ceremony.CeremonyId;
import org.keyrite.wizards.ceremony.CeremonyKind;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.plan.PlanFile;
import org.keyrite.wizards.rehearsal.Prompter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code keyrite run}: a ceremony with people in this terminal. What is to be decided beforehand
 * stands in a plan file or is asked.
 */
@Command(sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Room room;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CEREMONY", descriptionKey = "terminal.help.ceremony")
  private String ceremony;

  @Option(names = "--plan", descriptionKey = "terminal.help.plan", paramLabel = "FILE")
  private Path plan;

  @Option(names = "--out", descriptionKey = "terminal.help.out", paramLabel = "DIR")
  private Path out;

  @Option(names = "--practice", descriptionKey = "terminal.help.practice")
  private boolean practice;

  @Mixin private ShellOptions options = new ShellOptions();

  RunCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    CeremonyKind kind =
        room.ceremony(ceremony)
            .orElseThrow(() ->
                new UsageSentences.Wrong(
                    spec.commandLine(),
                    Message.of("terminal.usage.ceremony", ceremony, room.ceremonies())));
    if (out != null) {
      // Before people think about a plan that would have nowhere to go.
      CeremonyFolder.requireFree(out);
    }
    Dialog dialog =
        new Dialog(
            room.screen(), room.surroundings().keyboard(), room.messages(), Dialog.Notes.NONE);
    Ceremony planned;
    AnswersFile answers;
    Map<String, String> readers;
    Optional<String> queue;
    try {
      Facts decided = plan == null ? decide(kind, dialog) : PlanFile.read(plan, kind);
      planned = kind.plan(decided).ceremony();
      answers = options.answers(planned, practice);
      readers = options.readers(room, planned, practice, spec.commandLine());
      queue = options.queue(planned, dialog);
    } catch (ProblemException e) {
      if (dialog.hasWay()) {
        // Nothing was begun, so there is nothing to resume.
        room.screen().line("");
        room.say("terminal.run.notBegun");
        return ExitStatus.REFUSED;
      }
      throw e;
    }
    String name = CeremonyFolder.nameFor(kind.id(), room.surroundings().clock());
    String id = CeremonyId.draw(room.surroundings().random());
    CeremonyFolder folder =
        CeremonyFolder.create(out == null ? room.surroundings().records().resolve(name) : out);
    Plugged plugged = room.plugged(planned, folder, practice, readers);
    Conduct conduct =
        new Conduct(room, folder, options.printer(queue, folder), plugged.devices(), practice);
    Prompter prompter = Prompter.SILENT;
    if (practice) {
      new MadeBefore(room, conduct).forCeremony(planned);
      prompter = Prompter.of(planned, folder.path());
    }
    return conduct.begin(planned, id, options.shell(room, answers, plugged, prompter), facts -> {});
  }

  private Facts decide(CeremonyKind kind, Dialog dialog) throws ProblemException {
    room.screen().line(room.text("kind." + kind.id() + ".name"));
    room.screen().paragraph("  ", room.text("kind." + kind.id() + ".what"));
    room.screen().line("");
    FieldQuestions questions = new FieldQuestions(dialog);
    Map<String, String> decided = new HashMap<>();
    while (true) {
      for (Field field : kind.planning()) {
        String name = field.slot().name();
        String before = decided.getOrDefault(name, usual(field));
        decided.put(name, questions.fact(field.preset(before)));
      }
      Facts facts = Facts.ofTexts(decided);
      Optional<Problem> refused = refused(kind, facts);
      if (refused.isEmpty()) {
        return facts;
      }
      dialog.again(refused.get());
    }
  }

  /** Paper has the language that is spoken, unless people say otherwise. */
  private String usual(Field field) {
    return field.slot().equals(Ceremony.LANGUAGE)
        ? room.messages().language().tag()
        : field.preset();
  }

  private static Optional<Problem> refused(CeremonyKind kind, Facts facts) {
    try {
      kind.plan(facts);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }
}
