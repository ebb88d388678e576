// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

// Long because every question about devices stands beside the ceremony that asks it.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.DerivationCost;
import org.keyrite.core.practice.PracticeReaders;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;
import org.keyrite.i18n.Language;
import org.keyrite.i18n.Messages;
import org.keyrite.wizards.ceremony.AwaitDevice;
import org.keyrite.wizards.ceremony.Ceremony;
import org.keyrite.wizards.ceremony.CeremonyRunner;
import org.keyrite.wizards.ceremony.Fact;
import org.keyrite.wizards.ceremony.Facts;
import org.keyrite.wizards.ceremony.Journal;
import org.keyrite.wizards.ceremony.Part;
import org.keyrite.wizards.ceremony.Presented;
import org.keyrite.wizards.ceremony.Seat;
import org.keyrite.wizards.ceremony.Section;
import org.keyrite.wizards.ceremony.Shell;
import org.keyrite.wizards.ceremony.StepId;
import org.keyrite.wizards.ceremony.Workplace;
import org.keyrite.wizards.device.DeviceIdentity;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;
import org.keyrite.wizards.device.SeenDevice;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.plan.AnswersFile;
import org.keyrite.wizards.preflight.CalmLaptop;
import org.keyrite.wizards.rehearsal.Prompter;

class DeviceQuestionsTest {
  private final PracticeReaders readers = new PracticeReaders(List.of("left", "right"));
  private final Devices devices = new Devices(readers);
  private final SimulatedHsm one = device(1);
  private final SimulatedHsm two = device(2);
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Deque<Supplier<String>> typed = new ArrayDeque<>();
  private final Dialog dialog = dialog();
  private CeremonyRunner runner;

  private static SimulatedHsm device(int seed) {
    SimulatedState state = SimulatedState.create(new Random(seed), LocalDate.of(2026, 11, 21));
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(seed));
  }

  private static String serial(SimulatedHsm device) {
    return device.state().identity().serial();
  }

  private Dialog dialog() {
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    Keyboard keyboard =
        new Keyboard() {
          @Override
          public boolean isManned() {
            return true;
          }

          @Override
          public Optional<String> line() {
            return Optional.ofNullable(typed.isEmpty() ? null : typed.poll().get());
          }

          @Override
          public boolean hasLine() {
            return !typed.isEmpty();
          }

          @Override
          public Optional<char[]> visible() {
            throw new AssertionError("nothing secret is asked");
          }

          @Override
          public Optional<char[]> hidden() {
            throw new AssertionError("nothing secret is asked");
          }

          @Override
          public Optional<KeyboardSetup> setup() {
            throw new AssertionError("nothing secret is asked");
          }
        };
    return new Dialog(
        new Screen(out, out, seen, true, true),
        keyboard,
        Messages.in(Language.ENGLISH),
        Dialog.Notes.NONE);
  }

  @BeforeEach
  void begin() throws ProblemException {
    AwaitDevice first =
        AwaitDevice.first(
            new StepId("toy.await", 1),
            Seat.OPERATOR,
            List.of(),
            "source",
            Fact.text("one.serial"));
    AwaitDevice second =
        AwaitDevice.first(
            new StepId("toy.await", 2),
            Seat.OPERATOR,
            List.of(),
            "target",
            Fact.text("two.serial"));
    Ceremony ceremony =
        new Ceremony(
            "toy",
            List.of(),
            Facts.NONE,
            Part.last(
                Section.of(
                    "toy.all",
                    first,
                    second,
                    first.again(StepId.of("toy.swap"), Seat.OPERATOR, List.of()))));
    Workplace place =
        new Workplace(
            "Keyrite 0.0",
            Clock.fixed(Instant.parse("2030-01-02T03:04:05Z"), ZoneOffset.UTC),
            Path.of("nowhere"),
            null,
            DerivationCost.forTests(1),
            (name, pdf) -> name,
            devices,
            new CalmLaptop(),
            true);
    runner =
        CeremonyRunner.start(
            ceremony, "T-1", Bytes.EMPTY, Journal.inMemory(), place, Runnable::run);
  }

  @AfterEach
  void close() {
    runner.close();
    devices.close();
  }

  private Presented presented() {
    return new Presented(runner.state(), (AwaitDevice) runner.state().current().orElseThrow());
  }

  private String asked(boolean attended, Drawer drawer, Map<String, String> chosen)
      throws ProblemException {
    DeviceIdentity device =
        new DeviceQuestions(dialog, new Plugged(devices, drawer, chosen), attended)
            .ask(presented());
    runner.present(device);
    return device.serial();
  }

  private String asked() throws ProblemException {
    return asked(true, Drawer.EMPTY, Map.of());
  }

  private void refused(Problem expected, Map<String, String> chosen) {
    assertEquals(
        expected,
        assertThrows(ProblemException.class, () -> asked(false, Drawer.EMPTY, chosen)).problem());
  }

  private void type(String line) {
    typed.add(() -> line);
  }

  private void doing(Runnable act) {
    typed.add(() -> {
      act.run();
      return "";
    });
  }

  private String said() {
    return seen.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }

  private void bothNamed() throws ProblemException {
    readers.insert("left", one);
    readers.insert("right", two);
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
  }

  @Test
  void aPersonChoosesAmongSeveral() throws ProblemException {
    readers.insert("left", one);
    readers.insert("right", two);
    type("2");
    assertEquals(serial(two), asked());
    String name = "Pretend device " + serial(two);
    assertTrue(said().contains("right: " + name), said());
    assertTrue(said().contains("2) " + name + " in right"), said());
  }

  @Test
  void aPersonConfirmsTheOnlyOneWhenItIsAwaitedForTheFirstTime() throws ProblemException {
    readers.insert("left", one);
    type("2");
    doing(() -> readers.insert("right", two));
    type("2");
    assertEquals(serial(two), asked());
  }

  @Test
  void aDeviceThatHasAPartIsToldAndNotOffered() throws ProblemException {
    readers.insert("left", one);
    readers.insert("right", two);
    runner.present(SeenDevice.of(one));
    type("1");
    assertEquals(serial(two), asked());
    assertTrue(said().contains("already has another part in this ceremony."), said());
  }

  @Test
  void theDeviceThatIsMeantIsTakenByItselfWhenItComes() throws ProblemException {
    bothNamed();
    readers.remove("left");
    doing(() -> readers.insert("left", one));
    assertEquals(serial(one), asked());
    assertTrue(said().contains("It must be the device " + serial(one)), said());
    assertTrue(said().contains("left: no device"), said());
    assertTrue(said().contains("Insert the device"), said());
  }

  @Test
  void nobodyIsAskedWhileTheDeviceThatIsMeantIsThere() throws ProblemException {
    bothNamed();
    assertEquals(serial(one), asked());
    assertFalse(said().contains("Which device"), said());
  }

  @Test
  void aPersonStopsWhileNothingIsThere() {
    type(":stop");
    assertThrows(ProblemException.class, this::asked);
    assertEquals(Optional.of(new Shell.Way.Stop()), dialog.takeWay());
  }

  @Test
  void aDeviceInTheDrawerIsPutIn() throws ProblemException {
    Drawer drawer =
        new Drawer() {
          @Override
          public List<String> serials() {
            return List.of(serial(two));
          }

          @Override
          public void putIn(String serial) {
            readers.remove("left");
            readers.insert("left", two);
          }
        };
    readers.insert("left", one);
    type("2");
    assertEquals(serial(two), asked(true, drawer, Map.of()));
    assertTrue(said().contains("which lies ready"), said());
    assertTrue(said().contains("Pretend device " + serial(two) + " was put into a reader."));
  }

  @Test
  void whereNobodySitsTheOnlyOneIsTaken() throws ProblemException {
    readers.insert("left", one);
    assertEquals(serial(one), asked(false, Drawer.EMPTY, Map.of()));
  }

  @Test
  void whereNobodySitsNothingIsWaitedForOrGuessed() throws ProblemException {
    refused(new DeviceProblem.NoDeviceFits("source"), Map.of());
    readers.insert("left", one);
    refused(new DeviceProblem.NoDeviceFits("source"), Map.of("source", "right"));
    readers.insert("right", two);
    refused(new DeviceProblem.SeveralDevicesFit("source"), Map.of("target", "left"));
    runner.present(SeenDevice.of(one));
    runner.present(SeenDevice.of(two));
    readers.remove("left");
    refused(new DeviceProblem.DeviceNotHere(serial(one)), Map.of("source", "right"));
  }

  @Test
  void theReaderThatWasChosenDecidesTheFirstTimeOnly() throws ProblemException {
    readers.insert("left", one);
    readers.insert("right", two);
    Map<String, String> chosen = Map.of("source", "right", "target", "left");
    assertEquals(serial(two), asked(true, Drawer.EMPTY, chosen));
    assertEquals(serial(one), asked(false, Drawer.EMPTY, chosen));
    readers.remove("left");
    readers.remove("right");
    readers.insert("left", two);
    assertEquals(serial(two), asked(true, Drawer.EMPTY, chosen));
    assertFalse(said().contains("Which device"), said());
  }

  private String reason(boolean attended) throws ProblemException {
    Plugged plugged = new Plugged(devices, Drawer.EMPTY, Map.of());
    return new TerminalShell(dialog, AnswersFile.NONE, plugged, Prompter.SILENT, attended)
        .reason(new DeviceProblem.MakerUnknown("DENK0404144"));
  }

  @Test
  void aPersonSaysWhyADeviceIsTrustedAllTheSame() throws ProblemException {
    type("seals whole");
    assertEquals("seals whole", reason(true));
    assertTrue(said().contains("Nobody here knows who made the device DENK0404144"), said());
    assertTrue(said().contains("Why you trust it all the same:"), said());
  }

  @Test
  void whereNobodySitsNobodySaysWhy() throws ProblemException {
    type("seals whole");
    assertEquals("", reason(false));
  }
}
