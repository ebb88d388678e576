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
import java.util.function.Function;
import java.util.function.Predicate;
import org.keyrite.core.hsm.ChipAuthentication;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.DeviceProblem.AnotherDevice;
import org.keyrite.core.problem.DeviceProblem.DeviceNotHere;
import org.keyrite.core.problem.DeviceProblem.DeviceSubstituted;
import org.keyrite.core.problem.Problem;
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
  /** In less than this nobody takes a device out and puts another in its reader. */
  public static final Duration EXCHANGE = Duration.ofSeconds(1);

  private final Readers readers;
  private final Duration exchange;
  private final Map<String, CardWorker> workers = new ConcurrentHashMap<>();
  private final Map<String, String> lastReader = new ConcurrentHashMap<>();
  private final Map<DeviceIdentity, Used> used = new ConcurrentHashMap<>();

  /** Where a device was used, until when by the clock of the machine, nanoseconds. */
  private record Used(String reader, long until) {}

  /** The devices in these readers, which stay the caller's. */
  public Devices(Readers readers) {
    this(readers, EXCHANGE);
  }

  /**
   * The same where devices are exchanged by something faster than hands.
   *
   * @param exchange how long that takes at least
   */
  public Devices(Readers readers, Duration exchange) {
    this.readers = readers;
    this.exchange = exchange;
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
      return in(
          reader,
          (hsm, info) ->
              new InReader.Device(reader.name(), info, ChipAuthentication.proves(hsm, info)));
    } catch (ProblemException e) {
      return new InReader.Other(reader.name(), e.problem());
    }
  }

  /**
   * Does a job with this device, and with no other. One that has proved that it has the key of its
   * certificate proves it again before, unless it was used in the same reader a moment ago.
   *
   * @throws ProblemException {@link DeviceNotHere}, {@link AnotherDevice} where one other device is
   *     plugged in, {@link DeviceSubstituted} where one with the same serial and another
   *     certificate is, or without the key, and whatever the job refuses
   */
  public <R> R use(DeviceIdentity meant, DeviceJob<R> job) throws ProblemException {
    return use(meant.serial(), meant::isShownBy, reader -> proving(meant, reader.name(), job));
  }

  private <R> DeviceJob<R> proving(DeviceIdentity meant, String reader, DeviceJob<R> job) {
    return (hsm, info) -> {
      if (meant.proven() && !isStillIn(reader, meant) && !ChipAuthentication.proves(hsm, info)) {
        throw new DeviceSubstituted(meant.serial()).asException();
      }
      R result = job.on(hsm, info);
      used.put(meant, new Used(reader, System.nanoTime()));
      return result;
    };
  }

  private boolean isStillIn(String reader, DeviceIdentity device) {
    Used last = used.get(device);
    return last != null
        && last.reader().equals(reader)
        && System.nanoTime() - last.until() < exchange.toNanos();
  }

  /**
   * Does a job with the device that has this serial, whose certificate nobody has seen yet. Work of
   * a ceremony is done with the device that was presented: {@link #use(DeviceIdentity, DeviceJob)}.
   *
   * @throws ProblemException {@link DeviceNotHere}, {@link AnotherDevice} where one other device is
   *     plugged in, and whatever the job refuses
   */
  public <R> R use(String serial, DeviceJob<R> job) throws ProblemException {
    return use(serial, there -> there.serial().text().equals(serial), _ -> job);
  }

  /** Which one the device with this serial is, which nobody has seen yet. */
  public DeviceIdentity identity(String serial) throws ProblemException {
    return use(serial, DeviceIdentity::of);
  }

  private <R> R use(
      String serial, Predicate<DeviceInfo> isMeant, Function<Reader, DeviceJob<R>> job)
      throws ProblemException {
    List<Optional<String>> others = new ArrayList<>();
    for (Reader reader : where(serial)) {
      Tried<R> tried = tried(reader, serial, isMeant, job.apply(reader));
      if (tried.done()) {
        lastReader.put(serial, reader.name());
        return tried.result();
      }
      others.add(tried.found());
    }
    throw refusal(serial, others).asException();
  }

  /** Why the device cannot be used while these are there, as far as they told who they are. */
  private static Problem refusal(String serial, List<Optional<String>> others) {
    List<String> told = others.stream().flatMap(Optional::stream).toList();
    if (told.contains(serial)) {
      return new DeviceSubstituted(serial);
    }
    return others.size() == 1 && told.size() == 1
        ? new AnotherDevice(serial, told.getFirst())
        : new DeviceNotHere(serial);
  }

  /** What came of trying a reader: the result, or the serial of the device that is there. */
  private record Tried<R>(boolean done, R result, Optional<String> found) {}

  private <R> Tried<R> tried(
      Reader reader, String serial, Predicate<DeviceInfo> isMeant, DeviceJob<R> job)
      throws ProblemException {
    boolean[] begun = new boolean[1];
    try {
      return in(
          reader,
          (hsm, info) -> {
            Optional<String> there = Optional.of(info.serial().text());
            if (!isMeant.test(info)) {
              return new Tried<R>(false, null, there);
            }
            begun[0] = true;
            return new Tried<>(true, job.on(hsm, info), there);
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
