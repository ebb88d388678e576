// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * What people brought that tells of copies of keys: lists of backed-up keys with their files beside
 * them, single files of keys, records of restorations, and records of backups, by which a list is
 * the one that was written then. Every file is read, and must be what its list says.
 *
 * @param files the wrapped keys
 * @param records the restorations
 * @param backups what lists were written
 */
record KeyCopies(List<Dated> files, List<RestoreRecord> records, List<BackupRecord> backups) {
  /** How many characters of ISO 8601 tell the day. */
  static final int DAY = "2030-01-02".length();

  private static final Set<String> KINDS =
      Stream.concat(RestoreRecord.kinds().stream(), Stream.of(KeyBackup.ID))
          .collect(Collectors.toUnmodifiableSet());

  /** Keeps its own copies. */
  KeyCopies {
    files = List.copyOf(files);
    records = List.copyOf(records);
    backups = List.copyOf(backups);
  }

  /**
   * A wrapped key in a file.
   *
   * @param source the file
   * @param day on which its list was written, if it is in one
   */
  record Dated(KeySource source, Optional<String> day) {}

  /** Asks a secret key that a device has to answer what another one answered. */
  @FunctionalInterface
  interface Questioner {
    /** Whether it gives the same answer. */
    boolean answers(Proof proof) throws ProblemException;
  }

  /**
   * A file that people chose.
   *
   * @param path where it is
   * @param content what was read from it, once
   */
  record Chosen(Path path, Bytes content) {
    /** Reads a file: the record of a ceremony may be larger than all others. */
    static Chosen read(Path path) throws ProblemException {
      Bytes content = JournalCheck.content(path);
      if (content.size() > KeyFolder.LARGEST && !FinishedRecord.isOne(content)) {
        throw new FileProblem.FileUnknown(path.toString()).asException();
      }
      return new Chosen(path, content);
    }
  }

  /**
   * Reads what is in the files that people chose.
   *
   * @param asking what the ceremony that asks counts for
   * @throws ProblemException what {@link KeySource#read} and {@link FinishedRecord#read} refuse
   */
  static KeyCopies read(List<Chosen> chosen, Practice asking) throws ProblemException {
    List<Dated> files = new ArrayList<>();
    List<RestoreRecord> records = new ArrayList<>();
    List<BackupRecord> backups = new ArrayList<>();
    for (Chosen file : chosen) {
      if (FinishedRecord.isOne(file.content())) {
        FinishedRecord record = FinishedRecord.read(file.path(), file.content(), KINDS, asking);
        if (record.started().kind().equals(KeyBackup.ID)) {
          backups.add(BackupRecord.of(record));
        } else {
          records.add(RestoreRecord.of(record));
        }
        continue;
      }
      Optional<String> day =
          KeyManifestFile.isOne(file.content())
              ? Optional.of(day(KeyManifestFile.parse(file.path(), file.content()).created()))
              : Optional.empty();
      KeySource.of(file.path(), file.content())
          .forEach(source -> files.add(new Dated(source, day)));
    }
    return new KeyCopies(files, records, backups);
  }

  private static String day(String created) {
    return created.substring(0, Math.min(DAY, created.length()));
  }

  /**
   * The copies of a key, the last ones first.
   *
   * @param key on a device
   * @param serial of that device, on which no copy counts
   * @param questioner asks the key, if it is a secret one that may be asked
   */
  List<KeyCopy> of(ListedKey key, String serial, Optional<Questioner> questioner)
      throws ProblemException {
    List<KeyCopy> copies = new ArrayList<>();
    for (Dated file : files) {
      copy(file, key, questioner).ifPresent(copies::add);
    }
    for (RestoreRecord restored : records) {
      boolean isThere =
          !restored.serial().equals(serial)
              && !key.fingerprint().isEmpty()
              && restored.proven().stream()
                  .anyMatch(other -> other.fingerprint().equals(key.fingerprint()));
      if (isThere) {
        copies.add(
            new KeyCopy(
                KeyCopy.Kind.RESTORED,
                restored.serial(),
                restored.day(),
                restored.path().toString()));
      }
    }
    copies.sort(Comparator.comparing(KeyCopy::kind).thenComparing(KeyCopy::when).reversed());
    return copies;
  }

  /** A list is something that anybody can write, but for the one that the backup wrote. */
  private KeyCopy.Kind kind(Dated file) {
    if (file.day().isEmpty()) {
      return KeyCopy.Kind.IN_FILE;
    }
    return backups.stream().anyMatch(backup -> backup.lists(file.source()))
        ? KeyCopy.Kind.CONFIRMED
        : KeyCopy.Kind.LISTED;
  }

  private Optional<KeyCopy> copy(Dated file, ListedKey key, Optional<Questioner> questioner)
      throws ProblemException {
    KeySource source = file.source();
    if (isSame(source, key, questioner)) {
      return Optional.of(
          new KeyCopy(
              kind(file),
              source.seen().path(),
              file.day().orElse(""),
              source.seen().keyCheckValue()));
    }
    boolean bothTell = !key.fingerprint().isEmpty() && !source.key().fingerprint().isEmpty();
    boolean isNamedSo =
        !key.id().isEmpty()
            && key.id().equals(source.key().id())
            && key.label().equals(source.key().label());
    return !bothTell && isNamedSo
        ? Optional.of(
            new KeyCopy(
                KeyCopy.Kind.SAME_NAME,
                source.seen().path(),
                file.day().orElse(""),
                source.seen().keyCheckValue()))
        : Optional.empty();
  }

  private static boolean isSame(KeySource source, ListedKey key, Optional<Questioner> questioner)
      throws ProblemException {
    if (!key.fingerprint().isEmpty()) {
      return key.fingerprint().equals(source.key().fingerprint());
    }
    return questioner.isPresent()
        && source.proof().isPresent()
        && questioner.get().answers(source.proof().get());
  }
}
