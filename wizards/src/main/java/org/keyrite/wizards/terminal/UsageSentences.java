// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.util.stream.Collectors;
import org.keyrite.i18n.Message;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what is wrong with arguments, and where to read how they should be. */
final class UsageSentences implements CommandLine.IParameterExceptionHandler {
  private final Room room;

  UsageSentences(Room room) {
    this.room = room;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
    room.screen().err().println(room.messages().text(what(e)));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    room.screen().err().println(room.text("terminal.usage.next", command));
    room.screen().err().flush();
    return ExitStatus.USAGE;
  }

  private static Message what(CommandLine.ParameterException e) {
    return switch (e) {
      case Wrong wrong -> wrong.sentence();
      case CommandLine.UnmatchedArgumentException unmatched ->
          Message.of("terminal.usage.unknown", String.join(" ", unmatched.getUnmatched()));
      case CommandLine.MissingParameterException missing ->
          Message.of(
              "terminal.usage.missing",
              missing.getMissing().stream()
                  .map(UsageSentences::name)
                  .collect(Collectors.joining(", ")));
      case CommandLine.OverwrittenOptionException twice ->
          Message.of("terminal.usage.twice", name(twice.getOverwritten()));
      default ->
          e.getArgSpec() == null
              ? Message.of("terminal.usage.unclear")
              : Message.of("terminal.usage.value", name(e.getArgSpec()), value(e));
    };
  }

  private static String value(CommandLine.ParameterException e) {
    return e.getValue() == null ? "" : e.getValue();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** Arguments that cannot be together, or a value that cannot be. */
  static final class Wrong extends CommandLine.ParameterException {
    private static final long serialVersionUID = 1L;
    private final transient Message sentence;

    Wrong(CommandLine command, Message sentence) {
      super(command, sentence.key());
      this.sentence = sentence;
    }

    Message sentence() {
      return sentence;
    }
  }
}
