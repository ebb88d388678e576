// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;

/**
 * The commands with which stock OpenSC brings back what a rehearsal made, with their sentences.
 * That tool counts shares in decimal and reads their ids in hex.
 */
public final class RestoreCommands {
  private static final Fact<Integer> THRESHOLD = Fact.number("threshold");
  private static final Fact<Integer> CUSTODIANS = Fact.number("custodians");
  private static final int FIRST_ID_IN_HEX = 10;

  private RestoreCommands() {}

  /** The lines, from the first to the last command; none where no share file was made. */
  public static List<Message> of(Ceremony ceremony, Path folder, Facts facts) {
    List<String> files = files(facts);
    List<Message> lines = new ArrayList<>();
    if (files.isEmpty()) {
      return lines;
    }
    lines.add(Message.of("terminal.restore.begin"));
    lines.add(command("sc-hsm-tool --initialize --dkek-shares " + files.size()));
    Optional<Integer> threshold = ceremony.plan().find(THRESHOLD);
    for (String file : files) {
      String quoted = quoted(folder.resolve(file).toString());
      lines.add(
          command(
              "sc-hsm-tool --import-dkek-share "
                  + quoted
                  + threshold.map(t -> " --pwd-shares-total " + t).orElse("")));
    }
    if (threshold.isPresent()) {
      lines.add(Message.of("terminal.restore.quorum", threshold.get(), RehearsalSecrets.NAME));
      int custodians = ceremony.plan().get(CUSTODIANS);
      for (int id = FIRST_ID_IN_HEX; id <= custodians; id++) {
        lines.add(Message.of("terminal.restore.hexId", id, Integer.toHexString(id)));
      }
    } else {
      lines.add(Message.of("terminal.restore.passwords", RehearsalSecrets.NAME));
    }
    return lines;
  }

  private static Message command(String text) {
    return Message.of("terminal.restore.command", text);
  }

  private static List<String> files(Facts facts) {
    return facts.texts().entrySet().stream()
        .filter(fact -> Fact.text(fact.getKey()).family().equals("shareFile.name"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** As a POSIX shell reads it. */
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9_./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
