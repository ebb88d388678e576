// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keyrite.core.reader.PcscReaders;
import org.keyrite.core.reader.Reader;

/**
 * Holds ceremonies one after the other with the devices that the smart card service has, as people
 * at a terminal do. The first argument is a folder; each of the others is a ceremony: its id, the
 * place of its device among the readers from 0, the name of its folder, and its plan, between bars.
 */
final class CeremonyHost {
  private static final String PIN = "648219";

  private CeremonyHost() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (PcscReaders readers = new PcscReaders()) {
      List<String> names = readers.list().stream().map(Reader::name).toList();
      for (int i = 1; i < arguments.length; i++) {
        String[] parts = arguments[i].split("\\|", -1);
        Path plan =
            Files.writeString(folder.resolve(parts[2] + ".yaml"), parts[3].replace(';', '\n'));
        List<String> command = new ArrayList<>(List.of("run", parts[0], "--plan", plan.toString()));
        command.addAll(List.of("--out", folder.resolve(parts[2]).toString()));
        command.addAll(List.of("--device", "device[1]=" + names.get(Integer.parseInt(parts[1]))));
        Session.Ran ran =
            new Session(folder.resolve("records"))
                .with(readers)
                .typed(people(folder, parts), command.toArray(String[]::new));
        if (ran.status() != ExitStatus.DONE) {
          throw new IllegalStateException(arguments[i] + ": " + ran);
        }
      }
    }
  }

  /** They know the PIN, and bring the file whose name is in the fifth place, if there is one. */
  private static Participants people(Path folder, String[] parts) {
    Participants people = new Participants(folder.resolve(parts[2]));
    people.answering("User PIN of device 1:", PIN);
    if (parts.length > 4) {
      people.answering("File 1:", folder.resolve(parts[4]).toString());
      people.answering("Certificate 1: file:", folder.resolve(parts[4]).toString());
    }
    return people;
  }
}
