// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.hsm.Proof;
import org.keyrite.core.problem.FileProblem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.wizards.ceremony.Practice;
import org.keyrite.wizards.journal.JournalCheck;

/**
 * What people brought that tells of copies of keys: lists of backed-up keys with their files beside
 * them, single files of keys, and records of restorations. Every file is read, and must be what its
 * list says.
 *
 * @param files the wrapped keys
 * @param records the restorations
 */
record KeyCopies(List<Dated> files, List<RestoreRecord> records) {
  /** How many characters of ISO 8601 tell the day. */
  static final int DAY = "2030-01-02".length();

  /** Keeps its own copies. */
  KeyCopies {
    files = List.copyOf(files);
    records = List.copyOf(records);
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
      if (content.size() > KeyFolder.LARGEST && !RestoreRecord.isOne(content)) {
        throw new FileProblem.FileUnknown(path.toString()).asException();
      }
      return new Chosen(path, content);
    }
  }

  /**
   * Reads what is in the files that people chose.
   *
   * @param asking what the ceremony that asks counts for
   * @throws ProblemException what {@link KeySource#read} and {@link RestoreRecord#read} refuse
   */
  static KeyCopies read(List<Chosen> chosen, Practice asking) throws ProblemException {
    List<Dated> files = new ArrayList<>();
    List<RestoreRecord> records = new ArrayList<>();
    for (Chosen file : chosen) {
      if (RestoreRecord.isOne(file.content())) {
        records.add(RestoreRecord.read(file.path(), file.content(), asking));
        continue;
      }
      Optional<String> day =
          KeyManifestFile.isOne(file.content())
              ? Optional.of(day(KeyManifestFile.parse(file.path(), file.content()).created()))
              : Optional.empty();
      KeySource.of(file.path(), file.content())
          .forEach(source -> files.add(new Dated(source, day)));
    }
    return new KeyCopies(files, records);
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

  private static Optional<KeyCopy> copy(Dated file, ListedKey key, Optional<Questioner> questioner)
      throws ProblemException {
    KeySource source = file.source();
    if (isSame(source, key, questioner)) {
      return Optional.of(
          new KeyCopy(
              file.day().isPresent() ? KeyCopy.Kind.LISTED : KeyCopy.Kind.IN_FILE,
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
