// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Passphrase;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.dkek.DkekShare;
import org.keyrite.core.dkek.JoinedPassword;
import org.keyrite.core.dkek.Quorum;
import org.keyrite.core.dkek.QuorumShares;
import org.keyrite.core.dkek.ShareFile;
import org.keyrite.core.problem.CeremonyProblem;
import org.keyrite.core.problem.PlanProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Progress;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code keyrite check-share}: does a password, or do sheets, open this share file? Shows the check
 * value that a DKEK of this share alone would have, never the share; keeps nothing.
 */
@Command(sortOptions = false)
final class CheckShareCommand implements Callable<Integer> {
  private final Room room;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "terminal.help.share-file")
  private Path file;

  @Option(names = "--quorum", descriptionKey = "terminal.help.quorum")
  private boolean quorum;

  @Option(
      names = "--sheet",
      descriptionKey = "terminal.help.sheet",
      paramLabel = "SHEET",
      arity = "1..*")
  private List<Path> sheets = List.of();

  @Option(names = "--password-stdin", descriptionKey = "terminal.help.password-stdin")
  private boolean passwordPiped;

  @Option(names = "--quorum-stdin", descriptionKey = "terminal.help.quorum-stdin")
  private boolean quorumPiped;

  @Option(names = "--json", descriptionKey = "terminal.help.json")
  private boolean json;

  CheckShareCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    long ways =
        Stream.of(quorum, !sheets.isEmpty(), passwordPiped, quorumPiped)
            .filter(chosen -> chosen)
            .count();
    if (ways > 1) {
      throw new UsageSentences.Wrong(spec.commandLine(), Message.of("terminal.usage.oneWayToOpen"));
    }
    try {
      return opened(open());
    } catch (ProblemException e) {
      if (!json) {
        throw e;
      }
      return notOpened(e.problem());
    } finally {
      room.screen().progress("");
    }
  }

  private String open() throws ProblemException {
    ShareFile share = ShareFile.read(file);
    if (quorumPiped) {
      return open(share, QuorumEntry.read(room.surroundings().keyboard()));
    }
    if (!sheets.isEmpty()) {
      return open(share, QuorumSheets.read(sheets));
    }
    Dialog dialog =
        new Dialog(
            room.screen().aside(),
            room.surroundings().keyboard(),
            room.messages(),
            Dialog.Notes.NONE);
    try {
      return quorum
          ? open(share, QuorumEntry.ask(dialog, room.surroundings().stops()))
          : open(share, password(dialog));
    } catch (ProblemException e) {
      // The end of the input before everything was typed.
      throw dialog.hasWay() && e.problem() instanceof CeremonyProblem.WorkStopped
          ? new PlanProblem.ValueMissing().asException()
          : e;
    }
  }

  private Passphrase password(Dialog dialog) throws ProblemException {
    char[] typed =
        passwordPiped
            ? room.surroundings().keyboard().hidden().orElse(new char[0])
            : typedPassword(dialog);
    if (typed.length == 0) {
      throw new PlanProblem.ValueMissing().asException();
    }
    return Passphrase.taking(typed);
  }

  private char[] typedPassword(Dialog dialog) throws ProblemException {
    dialog.tellKeyboard();
    return dialog.hidden(room.text("terminal.check.password", file));
  }

  private String open(ShareFile share, Passphrase password) throws ProblemException {
    List<Secret> encodings = List.of();
    try (password) {
      encodings = password.encodings();
      return open(share, encodings);
    } finally {
      encodings.forEach(Secret::close);
    }
  }

  private String open(ShareFile share, QuorumShares shares) throws ProblemException {
    try (shares;
        JoinedPassword joined = Quorum.join(shares)) {
      return open(share, joined.candidates());
    }
  }

  private String open(ShareFile share, List<Secret> candidates) throws ProblemException {
    Progress progress =
        new ProgressLine(
            room.screen(), room.messages(), room.text("terminal.check.working", share.name()));
    try (DkekShare opened = share.openAny(candidates, room.surroundings().cost(), progress)) {
      return opened.keyCheckValue().toText();
    }
  }

  private int opened(String kcv) {
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("opens", true);
      result.put("kcv", kcv);
      room.screen().line(Json.of(result));
    } else {
      room.screen().progress("");
      room.screen().paragraph("", room.text("terminal.check.opens", file));
      room.screen().paragraph("", room.text("terminal.check.kcv", kcv));
    }
    return ExitStatus.DONE;
  }

  private int notOpened(Problem problem) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("opens", false);
    result.put("reason", room.messages().text(Sentences.what(problem)));
    room.screen().line(Json.of(result));
    return ExitStatus.REFUSED;
  }
}
