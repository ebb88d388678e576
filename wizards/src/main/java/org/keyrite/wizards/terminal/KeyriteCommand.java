// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * {@code keyrite}: without a subcommand it opens the window. {@link #run} never throws and never
 * ends the process; {@link ExitStatus} lists what it returns.
 */
@Command(name = "keyrite", synopsisSubcommandLabel = "COMMAND", sortOptions = false)
public final class KeyriteCommand implements Callable<Integer> {
  private static final String LANGUAGE = "--language";

  private final Surroundings surroundings;

  @Option(
      names = {LANGUAGE, "--lang"},
      descriptionKey = "terminal.help.language",
      paramLabel = "en|de",
      scope = ScopeType.INHERIT)
  private String language;

  @Option(
      names = {"-h", "--help"},
      descriptionKey = "terminal.help.help",
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(names = "--version", descriptionKey = "terminal.help.version")
  private boolean version;

  /** The command line in these surroundings. */
  public KeyriteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Does what these arguments say; returns the exit status. */
  public int run(String... arguments) {
    return arguments.length == 0 ? openWindow() : read(arguments);
  }

  /** The usual way to start, without what only a command line needs. */
  private int openWindow() {
    try {
      return surroundings.window().applyAsInt(Optional.empty());
    } catch (RuntimeException e) {
      new Room(surroundings, Messages.in(surroundings.language())).defect(e);
      return ExitStatus.REFUSED;
    }
  }

  private int read(String... arguments) {
    Messages messages = Messages.in(spoken(arguments));
    Room room = new Room(surroundings, messages);
    CommandLine line = new CommandLine(this);
    add(line, "rehearse", new RehearseCommand(room), room.text("terminal.help.rehearse"));
    add(line, "ceremonies", new CeremoniesCommand(room), room.text("terminal.help.ceremonies"));
    add(line, "run", new RunCommand(room), room.text("terminal.help.run"));
    add(line, "resume", new ResumeCommand(room), room.text("terminal.help.resume"));
    add(line, "inspect", new InspectCommand(room), room.text("terminal.help.inspect"));
    add(line, "check-share", new CheckShareCommand(room), room.text("terminal.help.check-share"));
    add(line, "verify", new VerifyCommand(room), room.text("terminal.help.verify"));
    add(line, "record", new RecordCommand(room), room.text("terminal.help.recordTold"));
    add(line, "devices", new DevicesCommand(room), room.text("terminal.help.devices"));
    add(line, "simulate", new SimulateCommand(room), room.text("terminal.help.simulate"));
    describe(line, room.text("terminal.help.keyrite"));
    line.getSubcommands().values().forEach(each -> headings(each, room));
    headings(line, room);
    line.setResourceBundle(new HelpTexts(messages));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setOut(room.writer(surroundings.screen().out()));
    line.setErr(room.writer(surroundings.screen().err()));
    line.setParameterExceptionHandler(new UsageSentences(room));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, room));
    return line.execute(arguments);
  }

  private static void add(CommandLine line, String name, Object command, String what) {
    line.addSubcommand(name, command);
    describe(line.getSubcommands().get(name), what);
  }

  private static void describe(CommandLine line, String what) {
    line.getCommandSpec().usageMessage().description(what);
  }

  private static void headings(CommandLine line, Room room) {
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading(room.text("terminal.help.usage") + " ")
        .parameterListHeading("%n")
        .optionListHeading("%n" + room.text("terminal.help.options") + "%n")
        .commandListHeading("%n" + room.text("terminal.help.commands") + "%n");
  }

  /** Known before the arguments are read, so that what is wrong with them is said in it. */
  private Language spoken(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      if (parts[0].equals(LANGUAGE) || parts[0].equals("--lang")) {
        String tag = parts.length > 1 ? parts[1] : i + 1 < arguments.length ? arguments[i + 1] : "";
        return Language.ofTag(tag).orElse(surroundings.language());
      }
    }
    return surroundings.language();
  }

  private static int failed(Exception e, Room room) throws Exception {
    switch (e) {
      case ProblemException refused -> room.screen().refuse(room.messages(), refused.problem());
      case CommandLine.ParameterException usage -> throw usage;
      default -> room.defect(e);
    }
    return ExitStatus.REFUSED;
  }

  @Override
  public Integer call() {
    if (version) {
      surroundings.screen().line(surroundings.product());
      return ExitStatus.DONE;
    }
    return surroundings.window().applyAsInt(Optional.ofNullable(language).flatMap(Language::ofTag));
  }
}
