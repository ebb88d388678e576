// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
