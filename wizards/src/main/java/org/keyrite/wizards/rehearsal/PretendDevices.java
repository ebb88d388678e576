// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.FileProblem.FileNotWritten;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.wizards.ceremony.Agenda;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.device.Devices;

/**
 * The readers and devices of a rehearsal: in this program only, all of one maker. What the devices
 * remember is kept in the folder of the ceremony, so that a rehearsal goes on with the same ones.
 * Safe to use from several threads.
 */
public final class PretendDevices implements RehearsalDevices, AutoCloseable {
  private static final Fact<Integer> DEVICES = Fact.number("devices");
  private static final Fact<Integer> READERS = Fact.number("readers");

  private final List<String> names;
  private final PracticeReaders readers;
  private final Devices devices;
  private final Map<String, SimulatedHsm> all = new LinkedHashMap<>();

  /** Serials by reader, in the order in which they were put in. */
  private final Map<String, String> inserted = new LinkedHashMap<>();

  private PretendDevices(List<String> names, List<SimulatedHsm> all) {
    this.names = List.copyOf(names);
    readers = new PracticeReaders(names);
    devices = new Devices(readers);
    all.forEach(device -> this.all.put(device.state().identity().serial(), device));
    this.all.keySet().stream().limit(names.size()).forEach(this::putIn);
  }

  /** The names of the readers that a ceremony has; see {@link #of}. */
  public static List<String> readers(Ceremony ceremony, IntFunction<String> reader) {
    int devices = count(ceremony);
    int readers = devices == 0 ? 0 : ceremony.plan().find(READERS).orElse(devices);
    return IntStream.rangeClosed(1, readers).mapToObj(reader).toList();
  }

  private static int count(Ceremony ceremony) {
    long parts =
        Agenda.of(List.of(ceremony.first())).rows().stream()
            .map(Agenda.Row::step)
            .filter(AwaitDevice.class::isInstance)
            .map(step -> ((AwaitDevice) step).part())
            .distinct()
            .count();
    return parts == 0 ? 0 : ceremony.plan().find(DEVICES).orElse((int) parts);
  }

  /**
   * What a ceremony needs: as many devices and readers as its plan says, or a device for each part
   * in it and a reader for each device. As many as there are readers are put in. Those that the
   * ceremony expects set up are so, with made-up PINs.
   *
   * @param folder where the ceremony is kept
   * @param today when new ones are made
   * @param reader what a reader is called, by its number from 1
   */
  public static PretendDevices of(
      Ceremony ceremony, Path folder, LocalDate today, IntFunction<String> reader)
      throws ProblemException {
    Ceremony whole = MadeUpPartner.whole(ceremony);
    int count = count(whole);
    if (count == 0) {
      return new PretendDevices(List.of(), List.of());
    }
    Path kept = PracticeDevices.folderOf(folder);
    try {
      Files.createDirectories(kept);
    } catch (IOException e) {
      throw new FileNotWritten(kept.toString(), String.valueOf(e.getMessage())).asException();
    }
    List<SimulatedHsm> all =
        new PracticeDevices(Optional.of(PracticeDevices.first(folder)), today).open(count);
    EarlierSetUp.forCeremony(whole, all);
    return new PretendDevices(readers(ceremony, reader), here(ceremony, whole, all));
  }

  /** Of the devices of a migration, those at the site of a visit. */
  private static List<SimulatedHsm> here(
      Ceremony ceremony, Ceremony whole, List<SimulatedHsm> all) {
    if (whole == ceremony) {
      return all;
    }
    Set<Integer> numbers = EarlierSetUp.holding(ceremony).keySet();
    return IntStream.rangeClosed(1, all.size())
        .filter(numbers::contains)
        .mapToObj(d -> all.get(d - 1))
        .toList();
  }

  /** The devices in these readers; whoever closes them need not close this too. */
  @Override
  public Devices devices() {
    return devices;
  }

  @Override
  public synchronized List<String> serials() {
    return all.keySet().stream().filter(serial -> !inserted.containsValue(serial)).toList();
  }

  @Override
  public synchronized void putIn(String serial) {
    if (!all.containsKey(serial)) {
      throw new IllegalArgumentException("no device " + serial);
    }
    if (inserted.containsValue(serial)) {
      return;
    }
    String reader =
        names.stream()
            .filter(name -> !inserted.containsKey(name))
            .findFirst()
            .orElseGet(() -> inserted.keySet().iterator().next());
    if (inserted.remove(reader) != null) {
      readers.remove(reader);
    }
    readers.insert(reader, all.get(serial));
    inserted.put(reader, serial);
  }

  /** Lets go of the threads. */
  @Override
  public void close() {
    devices.close();
  }
}
