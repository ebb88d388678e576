// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceNotHere;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.CardSession;
import org.keyrite.core.reader.CardWorker;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.reader.ReaderEvent;
import org.keyrite.core.reader.ReaderWatch;
import org.keyrite.core.reader.Readers;

/**
 * All devices that are plugged in. Each is used on the thread of its reader, for one job at a time;
 * whoever calls waits there, without a timeout. Safe to use from several threads.
 */
public final class Devices implements AutoCloseable {
  private final Readers readers;
  private final Map<String, CardWorker> workers = new ConcurrentHashMap<>();
  private final Map<String, String> lastReader = new ConcurrentHashMap<>();

  /** The devices in these readers, which stay the caller's. */
  public Devices(Readers readers) {
    this.readers = readers;
  }

  /** Every reader and what is in it now. Asks each device who it is, which locks it. */
  public List<InReader> look() throws ProblemException {
    List<InReader> found = new ArrayList<>();
    for (Reader reader : readers.list()) {
      found.add(reader.isOccupied() ? look(reader) : new InReader.Nothing(reader.name()));
    }
    return List.copyOf(found);
  }

  /**
   * What is in this reader now; nothing if there is no such reader. Asks a device who it is, which
   * locks it.
   */
  public InReader look(String reader) throws ProblemException {
    Optional<Reader> found =
        readers.list().stream()
            .filter(there -> there.name().equals(reader) && there.isOccupied())
            .findFirst();
    return found.isPresent() ? look(found.get()) : new InReader.Nothing(reader);
  }

  private InReader look(Reader reader) {
    try {
      return in(reader, (hsm, info) -> new InReader.Device(reader.name(), info));
    } catch (ProblemException e) {
      return new InReader.Other(reader.name(), e.problem());
    }
  }

  /**
   * Does a job with the device that has this serial, and with no other.
   *
   * @throws ProblemException {@link DeviceNotHere}, {@link AnotherDevice} where one other device is
   *     plugged in, and whatever the job refuses
   */
  public <R> R use(String serial, DeviceJob<R> job) throws ProblemException {
    Optional<String> other = Optional.empty();
    int others = 0;
    for (Reader reader : where(serial)) {
      Tried<R> tried = tried(reader, serial, job);
      if (tried.done()) {
        lastReader.put(serial, reader.name());
        return tried.result();
      }
      others++;
      other = tried.found();
    }
    throw others == 1 && other.isPresent()
        ? new AnotherDevice(serial, other.get()).asException()
        : new DeviceNotHere(serial).asException();
  }

  /** What came of trying a reader: the result, or the serial of the device that is there. */
  private record Tried<R>(boolean done, R result, Optional<String> found) {}

  private <R> Tried<R> tried(Reader reader, String serial, DeviceJob<R> job)
      throws ProblemException {
    boolean[] begun = new boolean[1];
    try {
      return in(
          reader,
          (hsm, info) -> {
            if (!info.serial().text().equals(serial)) {
              return new Tried<R>(false, null, Optional.of(info.serial().text()));
            }
            begun[0] = true;
            return new Tried<>(true, job.on(hsm, info), Optional.of(serial));
          });
    } catch (ProblemException e) {
      // What is in another reader is nobody's concern; the device that is meant tells its own.
      if (begun[0] || reader.name().equals(lastReader.get(serial))) {
        throw e;
      }
      return new Tried<>(false, null, Optional.empty());
    }
  }

  /** The occupied readers, first the one in which the device was last. */
  private List<Reader> where(String serial) throws ProblemException {
    String last = lastReader.getOrDefault(serial, "");
    return readers.list().stream()
        .filter(Reader::isOccupied)
        .sorted(Comparator.comparing((Reader reader) -> !reader.name().equals(last)))
        .toList();
  }

  private <R> R in(Reader reader, DeviceJob<R> job) throws ProblemException {
    return workers
        .computeIfAbsent(reader.name(), CardWorker::new)
        .call(() -> {
          try (CardSession session = reader.connect()) {
            SmartCardHsm hsm = new SmartCardHsm(session);
            DeviceInfo info = hsm.identify();
            return job.on(hsm, info);
          }
        });
  }

  /** Waits until something may have been plugged in or pulled, or until patience ends. */
  public void awaitChange(Duration patience) throws ProblemException {
    readers.awaitChange(patience);
  }

  /**
   * Tells a listener what comes and goes, on a thread of the watch's own; the caller closes it.
   * Touches no device.
   */
  public ReaderWatch watch(Consumer<ReaderEvent> listener) {
    return ReaderWatch.start(readers, listener);
  }

  /** The names of the readers that are there. Touches no device. */
  public List<String> readers() throws ProblemException {
    return readers.list().stream().map(Reader::name).toList();
  }

  /** Lets go of the threads; what was begun is still done. */
  @Override
  public void close() {
    workers.values().forEach(CardWorker::close);
  }
}
