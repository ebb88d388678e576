// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Firmware;
import org.keyrite.core.simulator.SimulatedAuthority;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.SimulatedStateFile;
import org.keyrite.core.simulator.StateStore;

/**
 * Simulated devices, new or from their files. New ones have the authority of those that were there
 * before, so that they take each other for devices of one maker.
 *
 * @param state where the first one keeps its state; the others have the same name with {@code -2},
 *     {@code -3}… behind it. Nothing: they are forgotten with the program.
 * @param today when new ones are made
 */
public record PracticeDevices(Optional<Path> state, LocalDate today) {
  private static final String FOLDER = "devices";
  private static final String FILE = "device";

  /** Where the devices of a ceremony are kept. */
  static Path folderOf(Path ceremony) {
    return ceremony.resolve(FOLDER);
  }

  /** The state of the first of them. */
  static Path first(Path ceremony) {
    return folderOf(ceremony).resolve(FILE);
  }

  /** The devices of a ceremony as they were left. */
  static List<SimulatedState> kept(Path ceremony) throws ProblemException {
    List<SimulatedState> all = new ArrayList<>();
    for (int number = 1; ; number++) {
      Path file = first(ceremony);
      Path next = number == 1 ? file : file.resolveSibling(FILE + "-" + number);
      Optional<SimulatedState> state = new SimulatedStateFile(next).load();
      if (state.isEmpty()) {
        return all;
      }
      all.add(state.get());
    }
  }

  /**
   * Begins the devices of another ceremony with one by the maker of this one's.
   *
   * @param ceremony with devices
   * @param other without, so far
   */
  public static void beginLike(Path ceremony, Path other) throws ProblemException {
    SecureRandom random = new SecureRandom();
    SimulatedState like = kept(ceremony).getFirst();
    createFolder(other);
    new SimulatedStateFile(first(other))
        .save(
            SimulatedState.create(
                like.identity().authority(),
                Firmware.CURRENT,
                random,
                like.identity().authority().from()));
  }

  /** Takes the devices of one ceremony to another. */
  public static void take(Path ceremony, Path other) throws ProblemException {
    List<SimulatedState> all = kept(ceremony);
    createFolder(other);
    for (int number = 1; number <= all.size(); number++) {
      Path file = first(other);
      Path next = number == 1 ? file : file.resolveSibling(FILE + "-" + number);
      new SimulatedStateFile(next).save(all.get(number - 1));
    }
  }

  private static void createFolder(Path ceremony) throws ProblemException {
    try {
      Files.createDirectories(folderOf(ceremony));
    } catch (IOException e) {
      throw new FileNotWritten(folderOf(ceremony).toString(), String.valueOf(e.getMessage()))
          .asException();
    }
  }

  /**
   * So many devices.
   *
   * @throws ProblemException if a file is none of a device, or could not be written
   */
  public List<SimulatedHsm> open(int count) throws ProblemException {
    SecureRandom random = new SecureRandom();
    List<SimulatedHsm> devices = new ArrayList<>();
    Optional<SimulatedAuthority> authority = Optional.empty();
    for (int number = 1; number <= count; number++) {
      Optional<SimulatedStateFile> file = file(number);
      Optional<SimulatedState> kept = file.isPresent() ? file.get().load() : Optional.empty();
      SimulatedState begin = kept.isPresent() ? kept.get() : create(authority, random);
      StateStore store = file.isPresent() ? file.get() : StateStore.MEMORY;
      if (kept.isEmpty()) {
        store.save(begin);
      }
      authority = Optional.of(begin.identity().authority());
      devices.add(new SimulatedHsm(begin, store, random));
    }
    return devices;
  }

  private Optional<SimulatedStateFile> file(int number) {
    return state.map(first ->
        new SimulatedStateFile(
            number == 1 ? first : first.resolveSibling(first.getFileName() + "-" + number)));
  }

  private SimulatedState create(Optional<SimulatedAuthority> authority, SecureRandom random) {
    return SimulatedState.create(
        authority.orElseGet(() -> SimulatedAuthority.create(random, today)),
        Firmware.CURRENT,
        random,
        today);
  }
}
