// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.PgpWords;
import org.keyrite.core.cvc.TrustAnchors;
import org.keyrite.core.keydomain.ExchangeRequest;
import org.keyrite.core.problem.ExchangeProblem;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Entry;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;
import org.keyrite.wizards.journal.JournalFile;

/**
 * What came on a stick from the visit before: a manifest, the files that it lists, each as it is
 * listed, and the record of that visit. Every file is read once: a stick may answer differently the
 * second time.
 *
 * @param folder where they lie
 * @param manifest what they are
 * @param content what was read of the manifest
 * @param files what was read of the files that it lists, by their names
 */
public record MigrationBundle(
    Path folder, MigrationManifest manifest, Bytes content, Map<String, Bytes> files) {
  /** So many words of the hash people read to each other: 96 bits. */
  static final int SPOKEN = 12;

  private static final int WORDS_OF_HASH = 32;

  /**
   * Reads a bundle with all its files.
   *
   * @param chosen its manifest or the copy of one, another file beside it, or their folder
   * @throws ProblemException {@code MigrationManifestUnreadable}, {@code BundleFileMissing}, {@code
   *     BundleFileAltered}
   */
  public static MigrationBundle read(Path chosen) throws ProblemException {
    if (!Files.exists(chosen)) {
      throw new FileProblem.FileMissing(chosen.toString()).asException();
    }
    Path folder = Files.isDirectory(chosen) ? chosen : chosen.toAbsolutePath().getParent();
    String name = String.valueOf(chosen.getFileName());
    String list = isCopy(name) ? name : MigrationManifest.NAME;
    Bytes content = file(folder, list);
    MigrationManifest manifest =
        MigrationManifestFile.parse(folder.resolve(list).toString(), content);
    Map<String, Bytes> files = new HashMap<>();
    for (MigrationManifest.Listed listed : listed(manifest)) {
      Bytes file = file(folder, listed.file());
      if (!file.sha256().equals(listed.sha256())) {
        throw new ExchangeProblem.BundleFileAltered(listed.file()).asException();
      }
      files.put(listed.file(), file);
    }
    return new MigrationBundle(folder, manifest, content, files);
  }

  /** Keeps its own copy of the files. */
  public MigrationBundle {
    files = Map.copyOf(files);
  }

  /** SHA-256 of the manifest, by which it is told from every other. */
  public Bytes hash() {
    return content.sha256();
  }

  private static Bytes file(Path folder, String name) throws ProblemException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new ExchangeProblem.BundleFileMissing(name).asException();
    }
    return KeyFolder.read(file);
  }

  private static List<MigrationManifest.Listed> listed(MigrationManifest manifest) {
    List<MigrationManifest.Listed> all = new ArrayList<>(List.of(manifest.request()));
    if (manifest.content() instanceof MigrationManifest.Sent sent) {
      sent.keys().forEach(key -> all.add(new MigrationManifest.Listed(key.file(), key.sha256())));
    }
    return all;
  }

  /** Whether a file is a manifest, or the copy of one, by its name. */
  public static boolean isManifest(String name) {
    return name.equalsIgnoreCase(MigrationManifest.NAME) || isCopy(name);
  }

  private static boolean isCopy(String name) {
    return Stream.of(MigrateVisit.OFFER, MigrateVisit.SEND)
        .anyMatch(visit -> nameOfCopy(visit).equalsIgnoreCase(name));
  }

  /** What the manifest is called where a copy of it is kept. */
  static String nameOfCopy(MigrateVisit visit) {
    return "migration-" + visit.word() + ".json";
  }

  /** Copies the manifest and its files to the folder of a ceremony: the stick may go then. */
  void copyTo(Path ceremony) throws ProblemException {
    KeyFolder to = new KeyFolder(ceremony);
    for (Map.Entry<String, Bytes> file : files.entrySet()) {
      to.write(file.getKey(), file.getValue(), true);
    }
    to.write(nameOfCopy(manifest.visit()), manifest.encode(), true);
  }

  /** The words of a hash that people read to each other. */
  public static List<String> spoken(Bytes hash) {
    return new PgpWords().words(hash.slice(0, SPOKEN));
  }

  /** What is wrong with typed words, whatever the hash. */
  static Optional<Problem> refusesWords(String typed) {
    return bytes(typed).isPresent()
        ? Optional.empty()
        : Optional.of(new ExchangeProblem.BundleWordsUnreadable(SPOKEN));
  }

  private static Optional<Bytes> bytes(String typed) {
    List<String> words =
        Arrays.stream(typed.split("[^A-Za-z]+")).filter(word -> !word.isEmpty()).toList();
    return words.size() < SPOKEN || words.size() > WORDS_OF_HASH
        ? Optional.empty()
        : new PgpWords().bytes(words);
  }

  /**
   * Refuses a bundle that is not the one whose words were read aloud at the other site.
   *
   * @throws ProblemException {@code BundleWordsDiffer}
   */
  void requireWords(String typed) throws ProblemException {
    if (bytes(typed).filter(heard -> hash().slice(0, heard.size()).equals(heard)).isEmpty()) {
      throw new ExchangeProblem.BundleWordsDiffer().asException();
    }
  }

  /**
   * Refuses a bundle of another visit.
   *
   * @throws ProblemException {@code BundleOfAnotherVisit}
   */
  void require(MigrateVisit visit) throws ProblemException {
    if (manifest.visit() != visit) {
      throw new ExchangeProblem.BundleOfAnotherVisit(visit.ordinal(), manifest.visit().ordinal())
          .asException();
    }
  }

  /** The device at whose site the bundle was made. */
  MigrationManifest.Device sender() {
    return manifest.visit() == MigrateVisit.OFFER ? manifest.target() : manifest.source();
  }

  /**
   * The exchange request in the bundle, checked in all its parts: it is of the device that the
   * manifest names, and for its group.
   *
   * @throws ProblemException whatever {@link ExchangeRequest#verify} refuses; {@code
   *     PartnerNotTheNamedOne}, {@code PartnerCertificateChanged}
   */
  ExchangeRequest request(LocalDate today) throws ProblemException {
    ExchangeRequest request = ExchangeRequest.parse(files.get(manifest.request().file()));
    request.verify(manifest.head().group(), TrustAnchors.known(), today);
    requireDevice(sender(), request.deviceId().serial(), request.deviceId().fingerprint());
    return request;
  }

  /**
   * Refuses a device that is not the one that was named.
   *
   * @throws ProblemException {@code PartnerNotTheNamedOne}, {@code PartnerCertificateChanged}
   */
  static void requireDevice(MigrationManifest.Device named, String serial, Bytes fingerprint)
      throws ProblemException {
    if (!named.serial().equals(serial)) {
      throw new ExchangeProblem.PartnerNotTheNamedOne(named.serial(), serial).asException();
    }
    if (named.fingerprint().filter(known -> !known.equals(fingerprint)).isPresent()) {
      throw new ExchangeProblem.PartnerCertificateChanged(serial).asException();
    }
  }

  /**
   * The last hash of the record beside the bundle, which must be the whole record of the visit that
   * made it.
   *
   * @param asking what the ceremony that asks counts for
   * @throws ProblemException {@code BundleFileMissing}, {@code JournalChanged}, {@code
   *     BundleRecordDiffers}, {@code BundleRecordUnfinished}, {@code RecordOfPractice}
   */
  Bytes record(Practice asking) throws ProblemException {
    Path path = folder.resolve(JournalFile.NAME);
    if (!Files.isRegularFile(path)) {
      throw new ExchangeProblem.BundleFileMissing(JournalFile.NAME).asException();
    }
    JournalCheck check = JournalCheck.of(path);
    if (check.entries().isEmpty()
        || !(check.entries().getFirst() instanceof Entry.Started started)
        || !isOfThis(started, check)) {
      throw new ExchangeProblem.BundleRecordDiffers(JournalFile.NAME).asException();
    }
    if (!(check.entries().getLast() instanceof Entry.Finished)) {
      throw new ExchangeProblem.BundleRecordUnfinished(JournalFile.NAME).asException();
    }
    if (!Practice.of(check.entries()).provesIn(asking)) {
      throw new FileProblem.RecordOfPractice(JournalFile.NAME).asException();
    }
    return check.lastHash();
  }

  private boolean isOfThis(Entry.Started started, JournalCheck check) {
    return started.kind().equals(XkekMigrate.ID)
        && manifest.visit().word().equals(started.plan().get(MigrateVisit.PLANNED.name()))
        && manifest.head().ceremony().equals(started.ceremonyId())
        && check.entries().stream()
            .flatMap(entry -> entry instanceof Entry.Done done ? made(done) : Stream.empty())
            .reduce((first, later) -> later)
            .equals(Optional.of(hash().toHex()));
  }

  private static Stream<String> made(Entry.Done done) {
    return Stream.ofNullable(done.facts().get(MigrateVisitFacts.BUNDLE_HASH.name()));
  }
}
