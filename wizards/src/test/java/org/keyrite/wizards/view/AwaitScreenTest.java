// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.DeviceProblem.ReaderServiceMissing;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.reader.Reader;
import org.keyrite.core.reader.Readers;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.i18n.Language;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Item;
import org.keyrite.wizards.ceremony.Perform;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.view.look.Theme;

class AwaitScreenTest {
  private static final Executor ELSEWHERE = task -> Thread.ofPlatform().daemon().start(task);

  private static final Fact<String> ONE = Fact.text("device[1].serial");
  private static final Fact<String> TWO = Fact.text("device[2].serial");
  private static final AwaitDevice FIRST = await(1, ONE);
  private static final AwaitDevice SECOND = await(2, TWO);

  private final PracticeReaders readers =
      new PracticeReaders(List.of("ACR 38 Reader", "SCR 3310 Reader"));
  private final SimulatedHsm one = device(1);
  private final SimulatedHsm two = device(2);

  /** Steps of these tests use the words of others. */
  private static AwaitDevice await(int d, Fact<String> serial) {
    return AwaitDevice.first(
        new StepId("dkekQuorum.show", d),
        Seat.OPERATOR,
        List.of(d, 3, 2),
        "device[" + d + "]",
        serial);
  }

  private static AwaitDevice swap() {
    return FIRST.again(new StepId("dkekQuorum.print", 1), Seat.OPERATOR, List.of(1, 3, 2));
  }

  private static SimulatedHsm device(int seed) {
    SimulatedState state = SimulatedState.create(new Random(seed), LocalDate.of(2026, 11, 21));
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(seed));
  }

  private static String serial(SimulatedHsm device) {
    return device.state().identity().serial();
  }

  private static Rehearsed run(Theme theme, Readers readers, Drawer drawer, Item... items) {
    return new Rehearsed(
        theme, readers, drawer, Map.of(), ELSEWHERE, Section.of("dkekQuorum.set", items));
  }

  private Rehearsed run(Theme theme, Item... items) {
    return run(theme, readers, Drawer.EMPTY, items);
  }

  private static void pictures(Rehearsed run, String name) {
    run.fx.picture(name + "-en");
    FxScene.run(() -> run.wording.speak(Language.GERMAN));
    run.fx.picture(name + "-de");
    FxScene.run(() -> run.wording.speak(Language.ENGLISH));
  }

  private static void until(Rehearsed run, String text) {
    FxScene.until(() -> run.says(text));
  }

  private static String known(Rehearsed run, Fact<String> serial) {
    return run.runner.state().facts().find(serial).orElse("");
  }

  @ParameterizedTest
  @EnumSource
  void aPersonChoosesTheDevice(Theme theme) {
    try (Rehearsed run = run(theme, FIRST, SECOND, swap())) {
      until(run, "No device in it");
      pictures(run, "await-nothing-" + theme);
      readers.insert("ACR 38 Reader", one);
      readers.insert("SCR 3310 Reader", two);
      until(run, "Pretend device " + serial(two));
      FxScene.until(() -> run.act("Choose a device").isPresent());
      pictures(run, "await-two-" + theme);
      run.press("This one");
      FxScene.until(() -> known(run, ONE).equals(serial(one)));
      FxScene.until(() -> run.act("Take " + serial(two)).isPresent());
      pictures(run, "await-second-" + theme);
      run.fx.press(KeyCode.ENTER);
      FxScene.until(() -> run.runner.state().ended());
      assertEquals(serial(two), known(run, TWO));
    }
  }

  @Test
  void goesOnByItselfOnlyWithTheDeviceThatIsMeant() {
    readers.insert("ACR 38 Reader", one);
    try (Rehearsed run = run(Theme.LIGHT, FIRST, SECOND, swap())) {
      FxScene.until(() -> run.act("Take " + serial(one)).isPresent());
      run.fx.press(KeyCode.ENTER);
      String twice = "The device " + serial(one) + " already has another part in this ceremony.";
      until(run, twice);
      readers.remove("ACR 38 Reader");
      FxScene.until(() -> !run.says(twice));
      readers.insert("ACR 38 Reader", two);
      FxScene.until(() -> run.act("Take " + serial(two)).isPresent());
      run.fx.press(KeyCode.ENTER);
      until(run, "It must be the device " + serial(one) + ".");
      until(
          run,
          "This is the device %s, but the device %s is meant here."
              .formatted(serial(two), serial(one)));
      pictures(run, "await-another");
      assertFalse(run.runner.state().ended());
      readers.insert("SCR 3310 Reader", one);
      FxScene.until(() -> run.runner.state().ended());
    }
  }

  @Test
  void swapsADeviceOfTheDrawer() {
    Drawer drawer =
        new Drawer() {
          private SimulatedHsm in = two;

          @Override
          public synchronized List<String> serials() {
            return List.of(serial(in == one ? two : one));
          }

          @Override
          public synchronized void putIn(String serial) {
            readers.remove("ACR 38 Reader");
            in = serial.equals(serial(one)) ? one : two;
            readers.insert("ACR 38 Reader", in);
          }
        };
    readers.insert("ACR 38 Reader", two);
    try (Rehearsed run = run(Theme.LIGHT, readers, drawer, SECOND, FIRST, swap())) {
      run.press("Take " + serial(two));
      until(run, "It lies ready beside the readers.");
      pictures(run, "await-drawer");
      run.press("Put it in");
      run.press("Take " + serial(one));
      FxScene.until(() -> run.runner.state().ended());
    }
  }

  @Test
  void noDeviceIsTouchedByTheThreadOfTheWindow() {
    Readers watched =
        new Readers() {
          @Override
          public List<Reader> list() throws ProblemException {
            assertFalse(Platform.isFxApplicationThread());
            return readers.list();
          }

          @Override
          public void awaitChange(Duration patience) throws ProblemException {
            readers.awaitChange(patience);
          }

          @Override
          public void close() {
            readers.close();
          }
        };
    readers.insert("ACR 38 Reader", one);
    try (Rehearsed run = run(Theme.LIGHT, watched, Drawer.EMPTY, FIRST)) {
      run.press("Take " + serial(one));
      FxScene.until(() -> run.runner.state().ended());
    }
  }

  @Test
  void aDeviceAtWorkIsToBeKeptIn() {
    CountDownLatch done = new CountDownLatch(1);
    Perform use =
        new Perform(
            StepId.of("dkekQuorum.prove"),
            Seat.OPERATOR,
            List.of(3, 2),
            Set.of(ONE),
            Set.of(),
            desk -> {
              try {
                done.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    readers.insert("ACR 38 Reader", one);
    try (Rehearsed run = run(Theme.LIGHT, FIRST, use)) {
      run.press("Take " + serial(one));
      until(run, "Keep it in");
      until(run, "Working");
      pictures(run, "await-keep");
      done.countDown();
      FxScene.until(() -> run.runner.state().ended());
      until(run, "In its reader");
    }
  }

  @Test
  void saysThatTheServiceIsGoneAndGoesOnWhenItIsBack() throws ProblemException {
    CountDownLatch back = new CountDownLatch(1);
    Readers stopped =
        new Readers() {
          @Override
          public List<Reader> list() throws ProblemException {
            if (back.getCount() > 0) {
              throw new ReaderServiceMissing().asException();
            }
            return readers.list();
          }

          @Override
          public void awaitChange(Duration patience) throws ProblemException {
            if (back.getCount() > 0) {
              throw new ReaderServiceMissing().asException();
            }
            readers.awaitChange(patience);
          }

          @Override
          public void close() {
            readers.close();
          }
        };
    readers.insert("ACR 38 Reader", one);
    try (Rehearsed run = run(Theme.LIGHT, stopped, Drawer.EMPTY, FIRST)) {
      until(run, "No service for smart cards");
      assertTrue(
          run.says(
              "This computer cannot speak to any card reader: the service for smart cards is not"
                  + " running."));
      pictures(run, "await-service");
      back.countDown();
      run.press("Take " + serial(one));
      FxScene.until(() -> run.runner.state().ended());
    }
  }

  @Test
  void leavesNoThreadBehindWhenPeopleLeave() throws InterruptedException {
    Rehearsed run = run(Theme.LIGHT, FIRST);
    until(run, "No device in it");
    List<Thread> watching =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("reader watch"))
            .toList();
    assertFalse(watching.isEmpty());
    run.others();
    run.press("Stop here, continue later");
    run.close();
    for (Thread thread : watching) {
      thread.join(Duration.ofSeconds(10));
      assertFalse(thread.isAlive(), "still watches");
    }
  }
}
