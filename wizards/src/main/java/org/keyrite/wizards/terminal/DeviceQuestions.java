// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.keyrite.core.problem.CeremonyProblem.WorkStopped;
import org.keyrite.core.problem.DeviceProblem.DeviceNotHere;
import org.keyrite.core.problem.DeviceProblem.NoDeviceFits;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.DeviceProblem.SeveralDevicesFit;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.ReaderWatch;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Sentences;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.DeviceNames;
import org.keyrite.wizards.device.InReader;

/** Finds out which device is presented, and waits until it is plugged in. */
final class DeviceQuestions {
  /** How long something that was typed is not looked at, at most. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final Dialog dialog;
  private final Messages messages;
  private final Plugged plugged;
  private final boolean attended;
  private final DeviceNames names = new DeviceNames();
  private Optional<Picture> told = Optional.empty();

  DeviceQuestions(Dialog dialog, Plugged plugged, boolean attended) {
    this.dialog = dialog;
    this.messages = dialog.messages();
    this.plugged = plugged;
    this.attended = attended;
  }

  /** What is there at one moment; without a service nothing is. */
  private record Picture(Optional<Problem> noService, List<InReader> found, List<String> drawer) {}

  /** The device that takes the part. */
  DeviceIdentity ask(Presented presented) throws ProblemException {
    told = Optional.empty();
    presented.meant().ifPresent(serial -> say("terminal.await.meant", serial));
    Semaphore changes = new Semaphore(0);
    try (ReaderWatch _ = plugged.devices().watch(event -> changes.release())) {
      while (true) {
        changes.drainPermits();
        Picture picture = look();
        Optional<DeviceIdentity> chosen = chosen(presented, picture);
        if (chosen.isPresent()) {
          return chosen.get();
        }
        waitForMore(changes);
      }
    }
  }

  private void waitForMore(Semaphore changes) throws ProblemException {
    try {
      while (!changes.tryAcquire(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (dialog.interrupted()) {
          told = Optional.empty();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkStopped().asException();
    }
  }

  private Picture look() throws ProblemException {
    try {
      return new Picture(Optional.empty(), plugged.devices().look(), plugged.drawer().serials());
    } catch (ProblemException e) {
      if (!attended || !(e.problem() instanceof ReaderServiceMissing)) {
        throw e;
      }
      return new Picture(Optional.of(e.problem()), List.of(), List.of());
    }
  }

  private Optional<DeviceIdentity> chosen(Presented presented, Picture picture)
      throws ProblemException {
    List<InReader.Device> fitting = presented.fitting(picture.found());
    Optional<String> reader = plugged.reader(presented.await().part());
    if (presented.meant().isEmpty() && reader.isPresent()) {
      fitting = fitting.stream().filter(device -> device.reader().equals(reader.get())).toList();
    }
    boolean settled = presented.meant().isPresent() || reader.isPresent() || !attended;
    if (settled && fitting.size() == 1) {
      InReader.Device device = fitting.getFirst();
      say("terminal.devices.device", device.reader(), name(device));
      return Optional.of(device.identity());
    }
    if (presented.meant().filter(picture.drawer()::contains).isPresent()) {
      return Optional.of(putIn(presented.meant().get()));
    }
    if (!attended) {
      throw unattended(presented, fitting).asException();
    }
    if (told.equals(Optional.of(picture))) {
      // Nothing that was not seen when people were asked.
      return Optional.empty();
    }
    told = Optional.of(picture);
    tell(presented, picture);
    Optional<DeviceIdentity> wanted =
        settled ? Optional.empty() : choose(presented, fitting, picture.drawer());
    if (wanted.isEmpty()) {
      dialog.screen().prompt(messages.text("terminal.await.wait"));
    }
    return wanted;
  }

  private static Problem unattended(Presented presented, List<InReader.Device> fitting) {
    String part = presented.await().part();
    return presented
        .meant()
        .<Problem>map(DeviceNotHere::new)
        .orElseGet(() -> fitting.isEmpty() ? new NoDeviceFits(part) : new SeveralDevicesFit(part));
  }

  private void tell(Presented presented, Picture picture) {
    dialog.screen().line("");
    picture.noService().ifPresent(dialog::again);
    if (picture.noService().isEmpty() && picture.found().isEmpty()) {
      say("terminal.devices.noReader");
    }
    for (InReader in : picture.found()) {
      switch (in) {
        case InReader.Nothing(String reader) -> say("terminal.devices.empty", reader);
        case InReader.Device device -> {
          say("terminal.devices.device", device.reader(), name(device));
          presented.refuses(device.identity()).ifPresent(this::sayWhat);
        }
        case InReader.Other(String reader, Problem problem) -> {
          say("terminal.devices.unread", reader);
          sayWhat(problem);
        }
      }
    }
  }

  /** One of several, or the only one, which somebody may have plugged in for something else. */
  private Optional<DeviceIdentity> choose(
      Presented presented, List<InReader.Device> fitting, List<String> drawer)
      throws ProblemException {
    List<String> ready =
        drawer.stream().filter(serial -> presented.refuses(serial).isEmpty()).toList();
    List<String> options = new ArrayList<>();
    for (InReader.Device device : fitting) {
      options.add(messages.text("terminal.await.option", name(device), device.reader()));
    }
    ready.forEach(serial -> options.add(messages.text("terminal.await.ready", pretend(serial))));
    if (options.isEmpty()) {
      return Optional.empty();
    }
    options.add(messages.text("terminal.await.another"));
    int chosen = dialog.choose(messages.text("terminal.await.which"), options);
    if (chosen == fitting.size() + ready.size()) {
      return Optional.empty();
    }
    return Optional.of(
        chosen < fitting.size()
            ? fitting.get(chosen).identity()
            : putIn(ready.get(chosen - fitting.size())));
  }

  private DeviceIdentity putIn(String serial) throws ProblemException {
    plugged.drawer().putIn(serial);
    say("terminal.await.putIn", pretend(serial));
    return plugged.devices().identity(serial);
  }

  private String pretend(String serial) {
    return messages.text("device.pretend", serial);
  }

  private String name(InReader.Device device) {
    return messages.text(names.of(device.info()));
  }

  private void say(String key, Object... arguments) {
    dialog.screen().paragraph("  ", messages.text(key, arguments));
  }

  private void sayWhat(Problem problem) {
    dialog.screen().paragraph("    ", messages.text(Sentences.what(problem)));
  }
}
