// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.FileProblem.FileMissing;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.FileProblem.FileUnreadable;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.wizards.ceremonies.DeviceEnrol;
import org.keyrite.wizards.ceremonies.MigrationManifest;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.journal.CeremonyFolder;
import org.keyrite.wizards.journal.JournalFile;

/**
 * The stick that made-up people bring to a visit, with the files of the visit before. Where nobody
 * carried any, that visit is rehearsed first, with devices of one maker.
 *
 * @param ceremony the folder of the visit
 * @param ending of the files on the stick
 */
public record MadeUpStick(Path ceremony, String ending) {
  private static final Fact<String> VISIT = Fact.text("visit");
  private static final String EXPORT = "export";
  private static final String ISSUE = "issue";
  private static final String JOIN = "join";
  private static final String EXCHANGE_REQUEST = ".xkek";
  private static final String WRAPPED_KEY = ".wky";
  private static final String FOLDER = "stick";
  private static final List<String> SHARED = List.of("members", "domain");

  /** The stick that a ceremony expects, if it does. */
  static Optional<MadeUpStick> of(Ceremony ceremony, Path folder) {
    if (!ceremony.kind().equals(DeviceEnrol.ID)) {
      return Optional.empty();
    }
    return switch (ceremony.plan().get(VISIT)) {
      case ISSUE -> Optional.of(new MadeUpStick(folder, DeviceId.ENDING));
      case JOIN -> Optional.of(new MadeUpStick(folder, Membership.ENDING));
      default -> Optional.empty();
    };
  }

  /** Where the files lie. */
  public Path folder() {
    return folder(ceremony);
  }

  /** Where what was carried to a visit lies. */
  static Path folder(Path visit) {
    return visit.resolve(FOLDER);
  }

  /** Rehearses the visit before, unless its files were carried here. */
  void make(Ceremony visit, Workplace place, WholeProgress whole) throws ProblemException {
    if (Files.exists(folder())) {
      return;
    }
    boolean issues = ending.equals(DeviceId.ENDING);
    Map<String, String> decided = EarlierCeremony.decidedLike(visit);
    SHARED.forEach(word -> decided.put(word, visit.plan().texts().get(word)));
    decided.put(VISIT.name(), issues ? EXPORT : ISSUE);
    EarlierCeremony earlier =
        new EarlierCeremony(
            new DeviceEnrol(),
            new CeremonyFolder(folder()),
            before -> {
              PracticeDevices.beginLike(ceremony, before);
              if (!issues) {
                exportInto(before.resolve(FOLDER));
              }
            });
    earlier.planned(decided).hold(place, whole);
  }

  /** The device IDs of the devices of this visit. */
  private void exportInto(Path stick) throws ProblemException {
    try {
      Files.createDirectories(stick);
      for (SimulatedState device : PracticeDevices.kept(ceremony)) {
        DeviceId id = DeviceId.of(CertificateChain.parse(device.identity().certificates()));
        Files.write(stick.resolve(id.fileName()), id.encode().toByteArray());
      }
    } catch (IOException e) {
      throw new FileNotWritten(stick.toString(), String.valueOf(e.getMessage())).asException();
    }
  }

  /** The first of the files. */
  Path file(Editor.OpenFile.Content content) throws ProblemException {
    String wanted =
        switch (content) {
          case DEVICE_IDS -> DeviceId.ENDING;
          case MEMBERSHIPS -> Membership.ENDING;
          default -> "";
        };
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> !wanted.isEmpty() && file.toString().endsWith(wanted))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new FileMissing(folder() + "/*" + wanted).asException());
    } catch (IOException e) {
      throw new FileUnreadable(folder().toString()).asException();
    }
  }

  /**
   * Carries what a visit made to the next, before that begins: files and record, and nothing else.
   *
   * @param from the folder of the visit that is over
   * @param to that of the next, which is there
   */
  public static void carry(Path from, Path to) throws ProblemException {
    Path stick = to.resolve(FOLDER);
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(stick);
      for (Path file : files.filter(MadeUpStick::isCarried).toList()) {
        Files.copy(file, stick.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new FileNotWritten(stick.toString(), String.valueOf(e.getMessage())).asException();
    }
  }

  private static boolean isCarried(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(DeviceId.ENDING)
        || name.endsWith(Membership.ENDING)
        || name.equals(MigrationManifest.NAME)
        || name.endsWith(EXCHANGE_REQUEST)
        || name.endsWith(WRAPPED_KEY)
        || name.equals(JournalFile.NAME);
  }
}
