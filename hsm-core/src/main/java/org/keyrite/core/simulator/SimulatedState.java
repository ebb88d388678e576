// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.keyrite.core.bytes.Bytes;

/**
 * Everything that a simulated device remembers without power. Immutable.
 *
 * @param identity who it is
 * @param setup PINs and options, absent until the first INITIALIZE DEVICE
 * @param files what was written
 * @param keys the keys beside the device's own
 * @param domains the table of key domains, empty if it was initialised without any
 */
public record SimulatedState(
    Identity identity,
    Optional<Setup> setup,
    StoredFiles files,
    StoredKeys keys,
    List<KeyDomain> domains) {
  /** The most key domains that a device has. */
  static final int MOST_DOMAINS = 255;

  /** Keeps its own list. */
  public SimulatedState {
    domains = List.copyOf(domains);
    if (domains.size() > MOST_DOMAINS || (setup.isEmpty() && !domains.isEmpty())) {
      throw new IllegalArgumentException(domains.size() + " key domains");
    }
  }

  /** A device that nobody has initialised, under an authority of its own. */
  public static SimulatedState create(RandomGenerator random, LocalDate today) {
    return create(SimulatedAuthority.create(random, today), Firmware.CURRENT, random, today);
  }

  /** A device that nobody has initialised, under this authority. */
  public static SimulatedState create(
      SimulatedAuthority authority, Firmware firmware, RandomGenerator random, LocalDate today) {
    Identity identity = Identity.create(authority, firmware, random, today);
    return new SimulatedState(
        identity, Optional.empty(), StoredFiles.NONE, StoredKeys.NONE, List.of());
  }

  /** Everything erased but the identity, and this set up. */
  SimulatedState initialised(Setup setup, List<KeyDomain> domains) {
    return new SimulatedState(
        identity, Optional.of(setup), StoredFiles.NONE, StoredKeys.NONE, domains);
  }

  SimulatedState with(Setup changed) {
    return new SimulatedState(identity, Optional.of(changed), files, keys, domains);
  }

  SimulatedState with(StoredFiles changed) {
    return new SimulatedState(identity, setup, changed, keys, domains);
  }

  SimulatedState with(StoredKeys changed) {
    return new SimulatedState(identity, setup, files, changed, domains);
  }

  SimulatedState with(int index, KeyDomain changed) {
    List<KeyDomain> table = new ArrayList<>(domains);
    table.set(index, changed);
    return new SimulatedState(identity, setup, files, keys, table);
  }

  /** The key encryption key of this domain, if it is there and complete. */
  Optional<KeyEncryptionKey> keyEncryptionKey(int domain) {
    return domain < domains.size() && domains.get(domain) instanceof KeyDomain.SetUp there
        ? there.key()
        : Optional.empty();
  }

  /** The first domain whose key encryption key has this check value. */
  Optional<Integer> domainOf(Bytes checkValue) {
    return IntStream.range(0, domains.size())
        .boxed()
        .filter(i -> keyEncryptionKey(i).filter(k -> k.checkValue().equals(checkValue)).isPresent())
        .findFirst();
  }

  /** Whether all of it fits in a device. */
  boolean fits() {
    return room() >= 0 && files.fits();
  }

  /** How many bytes are free. */
  int room() {
    return StoredFiles.ROOM - files.size() - keys.size();
  }
}
