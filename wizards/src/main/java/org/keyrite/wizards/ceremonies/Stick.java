// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.cvc.DeviceId;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.keydomain.KeyDomainUid;
import org.keyrite.core.keydomain.Membership;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.GroupProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * The folder in which files are carried from one visit to the next. The Smart Card Shell can have
 * made them as well; then there is no record beside them.
 *
 * @param folder where they lie
 */
record Stick(Path folder) {
  private static final String RECORD = ".jsonl";
  private static final String NONE = "none";

  /** The folder of a file that somebody chose. */
  static Stick of(String chosen) throws ProblemException {
    Path file = Path.of(chosen);
    if (!Files.exists(file)) {
      throw new FileProblem.FileMissing(chosen).asException();
    }
    Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
    return new Stick(folder);
  }

  private List<Path> files(String ending) throws ProblemException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FileProblem.FileUnreadable(folder.toString()).asException();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Reads one kind of file; says which one it was that is refused. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(Bytes content) throws ProblemException;
  }

  private static <T> T read(Path file, Reading<T> reading) throws ProblemException {
    Bytes content = KeyFolder.read(file);
    try {
      return reading.read(content);
    } catch (ProblemException e) {
      throw new GroupProblem.FileOfGroupRefused(name(file), e.problem()).asException();
    }
  }

  /**
   * The device IDs in the folder, by serial, each with certificates that hold.
   *
   * @throws ProblemException {@code FileOfGroupRefused} with the first that cannot be used; {@code
   *     DeviceIdRepeated}; {@code NoFilesOfGroup}
   */
  List<DeviceId> deviceIds(LocalDate today) throws ProblemException {
    Map<String, DeviceId> found = new TreeMap<>();
    for (Path file : files(DeviceId.ENDING)) {
      DeviceId id =
          read(
              file,
              content -> {
                DeviceId parsed = DeviceId.parse(content);
                parsed.chain().judge(TrustAnchors.known(), today);
                return parsed;
              });
      if (found.put(id.serial(), id) != null) {
        throw new GroupProblem.DeviceIdRepeated(id.serial()).asException();
      }
    }
    requireSome(found.values().isEmpty(), DeviceId.ENDING);
    return List.copyOf(found.values());
  }

  /**
   * The memberships in the folder, all of one group, each with a signer that holds.
   *
   * @throws ProblemException {@code FileOfGroupRefused} with the first that cannot be used; {@code
   *     NoFilesOfGroup}
   */
  List<Membership> memberships(LocalDate today) throws ProblemException {
    List<Membership> found = new ArrayList<>();
    for (Path file : files(Membership.ENDING)) {
      found.add(
          read(
              file,
              content -> {
                Membership parsed = Membership.parse(content);
                parsed.verifySigner(TrustAnchors.known(), today);
                if (!found.isEmpty()) {
                  parsed.require(found.getFirst().uid());
                }
                return parsed;
              }));
    }
    requireSome(found.isEmpty(), Membership.ENDING);
    return found;
  }

  /** The same, all of the group that is meant. */
  List<Membership> memberships(LocalDate today, KeyDomainUid group) throws ProblemException {
    List<Membership> found = memberships(today);
    found.getFirst().require(group);
    return found;
  }

  private void requireSome(boolean none, String ending) throws ProblemException {
    if (none) {
      throw new GroupProblem.NoFilesOfGroup(folder.toString(), ending).asException();
    }
  }

  /**
   * What the records beside the files are: id and last hash of each, as they are cited.
   *
   * @param expected the visit whose records belong here
   * @throws ProblemException {@code FileOfGroupRefused} with a record that was changed; {@code
   *     RecordOfAnotherVisit}
   */
  String records(EnrolPlan.Visit expected) throws ProblemException {
    List<String> cited = new ArrayList<>();
    for (Path file : files(RECORD)) {
      Bytes content = JournalCheck.content(file);
      if (!MemberRegister.isOne(content)) {
        cited.add(record(file, content, expected));
      }
    }
    cited.sort(Comparator.naturalOrder());
    return cited.isEmpty() ? NONE : String.join(", ", cited);
  }

  private static String record(Path file, Bytes content, EnrolPlan.Visit expected)
      throws ProblemException {
    JournalCheck check;
    try {
      check = JournalCheck.of(file, content);
    } catch (ProblemException e) {
      throw new GroupProblem.FileOfGroupRefused(name(file), e.problem()).asException();
    }
    boolean belongs =
        !check.entries().isEmpty()
            && check.entries().getFirst() instanceof Entry.Started began
            && began.kind().equals(DeviceEnrol.ID)
            && expected.word().equals(began.plan().get(EnrolPlan.VISIT.name()));
    if (!belongs) {
      throw new GroupProblem.RecordOfAnotherVisit(name(file)).asException();
    }
    return ((Entry.Started) check.entries().getFirst()).ceremonyId()
        + " "
        + check.lastHash().toHex();
  }
}
