// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.problem.CeremonyProblem.WorkStopped;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.Ask;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Editor;
import org.keyrite.wizards.ceremony.Field;
import org.keyrite.wizards.ceremony.Workplace;

/**
 * What made-up people did before a ceremony, as far as it expects that. How devices are set up is
 * not in here: {@link PretendDevices} come like that.
 *
 * @param shares the share files and sheets that they bring
 * @param backup the wrapped keys that they bring
 * @param keys the keys on the devices
 * @param certificates the certificates that they bring
 * @param stick the files of the visit before
 * @param partner the other site of a migration
 * @param register the register of members that they bring
 */
public record Beforehand(
    Optional<MadeUpShares> shares,
    Optional<MadeUpBackup> backup,
    Optional<MadeUpKeys> keys,
    Optional<MadeUpCertificates> certificates,
    Optional<MadeUpStick> stick,
    Optional<MadeUpPartner> partner,
    Optional<MadeUpRegister> register) {
  /** Nothing at all. */
  static final Beforehand NOTHING =
      new Beforehand(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What this ceremony expects; it is kept in {@code folder}. */
  public static Beforehand of(Ceremony ceremony, Path folder) {
    return new Beforehand(
        MadeUpShares.of(ceremony, folder),
        MadeUpBackup.of(ceremony, folder),
        MadeUpKeys.of(ceremony),
        MadeUpCertificates.of(ceremony, folder),
        MadeUpStick.of(ceremony, folder),
        MadeUpPartner.of(ceremony, folder),
        MadeUpRegister.of(ceremony, folder));
  }

  /** The same with so many keys on the devices, where there are any. */
  public Beforehand withKeys(int number) {
    return new Beforehand(
        shares,
        backup,
        keys.map(made -> made.wanted(number)),
        certificates,
        stick,
        partner,
        register);
  }

  /** Everything that the first part of a ceremony asks. */
  static Stream<Field> asked(Ceremony ceremony) {
    return Agenda.of(List.of(ceremony.first())).rows().stream()
        .map(Agenda.Row::step)
        .filter(Ask.class::isInstance)
        .flatMap(step -> ((Ask) step).fields().stream());
  }

  /** Whether nothing was done. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  /**
   * Does it, in rehearsals of their own.
   *
   * @param ceremony the one that expects it
   * @param place where that runs, with its devices in their readers
   * @throws ProblemException {@link WorkStopped} where the progress was cancelled
   */
  public void make(Ceremony ceremony, Workplace place, Progress progress) throws ProblemException {
    int works = keys.map(MadeUpKeys::longWorks).orElse(0);
    works += shares.isPresent() ? shares.get().longWorks(ceremony) : 0;
    works += partner.map(MadeUpPartner::longWorks).orElse(0);
    works += backup.isPresent() ? backup.get().longWorks(ceremony) : 0;
    try {
      make(ceremony, place, new WholeProgress(progress, works));
    } catch (Cancelled e) {
      throw new WorkStopped().asException();
    }
  }

  void make(Ceremony ceremony, Workplace place, WholeProgress whole) throws ProblemException {
    if (shares.isPresent()) {
      shares.get().make(ceremony, place, whole);
    }
    if (backup.isPresent()) {
      backup.get().make(ceremony, place, whole);
    }
    if (keys.isPresent()) {
      keys.get().make(place, whole);
    }
    if (certificates.isPresent()) {
      certificates.get().make(place);
    }
    if (stick.isPresent()) {
      stick.get().make(ceremony, place, whole);
    }
    if (partner.isPresent()) {
      partner.get().make(ceremony, place, whole);
    }
    if (register.isPresent()) {
      register.get().make(place);
    }
  }

  /** The file to bring where one is asked for as number {@code index}. */
  Path file(Editor.OpenFile.Content content, int index) throws ProblemException {
    return switch (content) {
      case SHARE -> shares.orElseThrow().file(index);
      case WRAPPED_KEYS -> backup.orElseThrow().file(index);
      case CERTIFICATE -> certificates.orElseThrow().file(index);
      case DEVICE_IDS, MEMBERSHIPS -> stick.orElseThrow().file(content);
      case MIGRATION -> partner.orElseThrow().manifest();
      // Without a group from before nobody has one, and the refusal says so.
      case REGISTER -> register.map(MadeUpRegister::file).orElse(Path.of("members.jsonl"));
    };
  }

  /** The same, if made-up people bring it and it is there. */
  Optional<String> found(Editor.OpenFile.Content content, int index) {
    boolean isBrought =
        switch (content) {
          case SHARE -> shares.isPresent();
          case WRAPPED_KEYS -> backup.isPresent();
          case CERTIFICATE -> certificates.isPresent();
          case DEVICE_IDS, MEMBERSHIPS -> stick.isPresent();
          case MIGRATION -> partner.isPresent();
          case REGISTER -> register.isPresent();
        };
    try {
      return isBrought ? Optional.of(file(content, index).toString()) : Optional.empty();
    } catch (ProblemException somebodyTookItAway) {
      // The person chooses another, or is told then.
      return Optional.empty();
    }
  }
}
