// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.device.ForeignCard;
import org.keyrite.wizards.view.DeviceBar;
import org.keyrite.wizards.view.DeviceWatch;

/** The devices along the bottom, in each state that they can be in, in every look. */
class DeviceBarLooksTest {
  private static final String READER = "Alcor Micro AU9560 [Smart Card Reader Interface] 00 00";

  private final ExecutorService work = Executors.newCachedThreadPool();
  private Exhibit exhibit;

  @BeforeEach
  void open() throws Exception {
    exhibit = new Exhibit();
  }

  @AfterEach
  void close() throws Exception {
    exhibit.close();
    work.shutdown();
  }

  private static SimulatedHsm device(int seed) {
    return new SimulatedHsm(state(seed), StateStore.MEMORY, new Random(seed));
  }

  private static SimulatedState state(int seed) {
    return SimulatedState.create(new Random(seed), LocalDate.of(2026, 11, 21));
  }

  private static String serial(int seed) {
    return state(seed).identity().serial();
  }

  /** Shows a bar over these readers, lets something happen, waits for a word, looks at it. */
  private void look(
      String name, PracticeReaders readers, boolean opens, String word, Consumer<DeviceBar> then) {
    try (Devices devices = new Devices(readers)) {
      exhibit.show(() -> {
        DeviceWatch watch =
            new DeviceWatch(devices, Drawer.EMPTY, work, Platform::runLater).begin();
        Optional<Consumer<String>> page = opens ? Optional.of(serial -> {}) : Optional.empty();
        DeviceBar bar = new DeviceBar(exhibit.wording(), watch, true, page);
        VBox content = new VBox(exhibit.wording().label("window.home.title", "kr-home-title"));
        exhibit.frame().show(Optional.of(exhibit.band()), content, Optional.empty());
        exhibit.frame().devices(Optional.of(bar));
        then.accept(bar);
      });
      exhibit.untilSays(word);
      assertEquals("", exhibit.defects("devices-" + name));
    }
  }

  @Test
  void noReader() {
    look("no-reader", new PracticeReaders(List.of()), false, "No reader", bar -> {});
  }

  @Test
  void anEmptyReader() {
    look("empty", new PracticeReaders(List.of(READER)), false, "No device in it", bar -> {});
  }

  @Test
  void aDeviceThatIsTherePerhapsWithAPage() {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, device(1));
    look("there", readers, false, serial(1), bar -> {});
    look("there-open", readers, true, serial(1), bar -> {});
  }

  @Test
  void aDeviceAtWork() {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, device(1));
    look("working", readers, false, "Keep it in", bar -> bar.working(Set.of(serial(1))));
  }

  @Test
  void aDeviceThatWasTakenOut() {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, device(1));
    look("before", readers, false, serial(1), bar -> {});
    readers.remove(READER);
    look("removed", readers, false, "No device in it", bar -> {});
  }

  @Test
  void aCardOfSomethingElse() {
    PracticeReaders readers = new PracticeReaders(List.of(READER));
    readers.insert(READER, new ForeignCard());
    look("foreign", readers, false, "Cannot be read", bar -> {});
  }

  @Test
  void manyDevices() {
    List<String> names = IntStream.range(0, 6).mapToObj(i -> READER + " " + i).toList();
    PracticeReaders readers = new PracticeReaders(names);
    for (int i = 0; i < 5; i++) {
      readers.insert(names.get(i), device(i));
    }
    look("many", readers, true, serial(4), bar -> {});
  }
}
