// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.ReaderEvent;
import org.keyrite.core.reader.ReaderWatch;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.device.InReader;

/**
 * What is plugged in, as the window shows it. Follows what comes and goes on a thread of its own;
 * devices are asked who they are where steps work, and never by the FX thread, on which everything
 * else here lives.
 */
public final class DeviceWatch implements AutoCloseable {
  private final Devices devices;
  private final Drawer drawer;
  private final Executor work;
  private final Executor ui;
  private final Map<String, InReader> found = new LinkedHashMap<>();

  /** By reader, how often something came or went: what was asked before that is out of date. */
  private final Map<String, Integer> changes = new HashMap<>();

  private final ReadOnlyObjectWrapper<Picture> picture =
      new ReadOnlyObjectWrapper<>(new Picture(true, List.of(), List.of()));
  private boolean serviceRuns = true;
  private Optional<ReaderWatch> watch = Optional.empty();
  private boolean closed;

  /**
   * What is there at one moment.
   *
   * @param serviceRuns whether the system's service for smart cards runs
   * @param found every reader and what is in it
   * @param drawer the serials of devices that the program can put in
   */
  public record Picture(boolean serviceRuns, List<InReader> found, List<String> drawer) {
    /** Keeps its own copies. */
    public Picture {
      found = List.copyOf(found);
      drawer = List.copyOf(drawer);
    }
  }

  /**
   * A watch that has not begun: nothing is there yet.
   *
   * @param devices stay the caller's
   * @param work where devices are asked; not the FX thread outside of tests
   * @param ui the FX thread
   */
  public DeviceWatch(Devices devices, Drawer drawer, Executor work, Executor ui) {
    this.devices = devices;
    this.drawer = drawer;
    this.work = work;
    this.ui = ui;
  }

  /** Begins to watch; what is there is told as having come. */
  public DeviceWatch begin() {
    if (!closed && watch.isEmpty()) {
      watch = Optional.of(devices.watch(event -> ui.execute(() -> happened(event))));
    }
    return this;
  }

  /** What is there. */
  public ReadOnlyObjectProperty<Picture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /**
   * Puts a device of the drawer into a reader. One may come out of it in the same moment, which no
   * watch of readers sees, so all are asked.
   */
  void putIn(String serial) {
    work.execute(() -> {
      drawer.putIn(serial);
      ui.execute(() -> List.copyOf(found.keySet()).forEach(this::ask));
    });
  }

  private void happened(ReaderEvent event) {
    if (closed) {
      return;
    }
    switch (event) {
      case ReaderEvent.ReaderArrived(String reader) -> put(new InReader.Nothing(reader));
      case ReaderEvent.DeviceLeft(String reader) -> put(new InReader.Nothing(reader));
      case ReaderEvent.ReaderLeft(String reader) -> {
        changes.merge(reader, 1, Integer::sum);
        found.remove(reader);
      }
      case ReaderEvent.DeviceArrived(String reader) -> ask(reader);
      case ReaderEvent.ServiceLost() -> serviceRuns = false;
      case ReaderEvent.ServiceBack() -> serviceRuns = true;
    }
    show();
  }

  private void put(InReader in) {
    changes.merge(in.reader(), 1, Integer::sum);
    found.put(in.reader(), in);
  }

  private void ask(String reader) {
    int change = changes.merge(reader, 1, Integer::sum);
    work.execute(() -> {
      InReader answered = look(reader);
      ui.execute(() -> {
        if (!closed && changes.get(reader) == change) {
          put(answered);
          show();
        }
      });
    });
  }

  private InReader look(String reader) {
    try {
      return devices.look(reader);
    } catch (ProblemException e) {
      return new InReader.Other(reader, e.problem());
    }
  }

  private void show() {
    picture.set(new Picture(serviceRuns, List.copyOf(found.values()), drawer.serials()));
  }

  /** Ends the watch; what is being asked is asked to its end and shown to nobody. */
  @Override
  public void close() {
    closed = true;
    watch.ifPresent(ReaderWatch::close);
  }
}
