// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.vpcd.VirtualReaders;
import org.keyrite.i18n.Message;
import org.keyrite.wizards.rehearsal.PracticeDevices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code keyrite simulate}: simulated devices in the virtual readers of this machine, for any
 * program, until somebody ends it.
 */
@Command(sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST = 4;

  /** Below, only the system itself listens. */
  private static final int LOWEST_PORT = 1024;

  private static final int HIGHEST_PORT = 0xFFFF;

  /** Where Debian's package puts the driver. */
  private static final String LIBRARY = "/usr/lib/pcsc/drivers/serial/libifdvpcd%s.so";

  private final Room room;

  @Spec private CommandSpec spec;

  @Option(
      names = "--count",
      descriptionKey = "terminal.help.count",
      paramLabel = "N",
      defaultValue = "1")
  private int count;

  @Option(names = "--state", descriptionKey = "terminal.help.state", paramLabel = "FILE")
  private Path state;

  @Option(
      names = "--port",
      descriptionKey = "terminal.help.port",
      paramLabel = "PORT",
      defaultValue = "" + VirtualReaders.FIRST_PORT)
  private int port;

  SimulateCommand(Room room) {
    this.room = room;
  }

  @Override
  public Integer call() throws ProblemException {
    require(count >= 1 && count <= MOST, "--count", count);
    require(port >= LOWEST_PORT && port + count - 1 <= HIGHEST_PORT, "--port", port);
    LocalDate today = LocalDate.ofInstant(room.surroundings().clock().instant(), ZoneOffset.UTC);
    List<SimulatedHsm> devices = new PracticeDevices(Optional.ofNullable(state), today).open(count);
    explain();
    CountDownLatch over = new CountDownLatch(1);
    try (Stops.Watch _ = room.surroundings().stops().watch(ExitStatus.DONE, over::countDown);
        VirtualReaders _ =
            VirtualReaders.open(
                devices,
                port,
                slot -> say("terminal.simulate.plugged", devices, slot),
                slot -> say("terminal.simulate.unplugged", devices, slot))) {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.DONE;
  }

  private void require(boolean holds, String option, int value) {
    if (!holds) {
      throw new UsageSentences.Wrong(
          spec.commandLine(), Message.of("terminal.usage.value", option, Integer.toString(value)));
    }
  }

  private void explain() {
    paragraph("terminal.simulate.nothingProtected");
    paragraph("terminal.simulate.listens");
    paragraph("terminal.simulate.entry");
    room.screen().line("");
    for (int slot = 0; slot < count; slot += VirtualReaders.SLOTS_PER_ENTRY) {
      room.screen().line(VirtualReaders.entry(port + slot, library(slot)));
    }
    if (count > VirtualReaders.SLOTS_PER_ENTRY) {
      paragraph("terminal.simulate.copy");
      room.screen().line("  cp " + library(0) + " " + library(VirtualReaders.SLOTS_PER_ENTRY));
      room.screen().line("");
    }
    paragraph("terminal.simulate.until");
  }

  private static String library(int slot) {
    int entry = slot / VirtualReaders.SLOTS_PER_ENTRY + 1;
    return LIBRARY.formatted(entry == 1 ? "" : "-" + entry);
  }

  private void paragraph(String key) {
    room.screen().paragraph("", room.text(key));
  }

  private void say(String key, List<SimulatedHsm> devices, int slot) {
    room.say(key, devices.get(slot).state().identity().serial(), slot + 1);
  }
}
