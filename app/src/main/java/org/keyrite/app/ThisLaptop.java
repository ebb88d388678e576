// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keyrite.core.problem.LaptopProblem;
import org.keyrite.wizards.preflight.Check;
import org.keyrite.wizards.preflight.Checked;
import org.keyrite.wizards.preflight.ClockCheck;
import org.keyrite.wizards.preflight.DiskCheck;
import org.keyrite.wizards.preflight.DisplayCheck;
import org.keyrite.wizards.preflight.Finding;
import org.keyrite.wizards.preflight.Inspection;
import org.keyrite.wizards.preflight.Needs;
import org.keyrite.wizards.preflight.NetworkCheck;
import org.keyrite.wizards.preflight.Point;
import org.keyrite.wizards.preflight.PrinterCheck;
import org.keyrite.wizards.preflight.RadioCheck;
import org.keyrite.wizards.preflight.ReaderServiceCheck;
import org.keyrite.wizards.preflight.ReadersCheck;
import org.keyrite.wizards.preflight.Residue;
import org.keyrite.wizards.preflight.SwapCheck;

/**
 * How the laptop is looked at on which this program runs. Most of it is read from files of Linux;
 * another system has none of them, and each of these points is told there as one that Keyrite
 * cannot look at, which is a fault.
 *
 * @param root the root of all files
 * @param home the folder of the user
 * @param environment the environment of the process
 * @param installation where the program was installed; empty when it runs from its sources
 * @param dumpable whether the system would keep the memory of this process
 * @param screens the names of the screens on which windows may be, where there are windows
 */
record ThisLaptop(
    Path root,
    Path home,
    Map<String, String> environment,
    Optional<Installation> installation,
    BooleanSupplier dumpable,
    Supplier<List<String>> screens) {
  private static final String SERVICE = "run/pcscd/pcscd.comm";
  private static final int DIGITS = 16;
  private static final int MOST_NAMED = 3;

  /** As this process finds it. */
  static Inspection inspection(Map<String, String> environment, Supplier<List<String>> screens) {
    return new ThisLaptop(
            Path.of("/"),
            Path.of(System.getProperty("user.home")),
            environment,
            Installation.ofSystem(),
            ClosedJvm::isDumpable,
            screens)
        .inspection();
  }

  Inspection inspection() {
    Map<Point, Check> checks = new EnumMap<>(Point.class);
    checks.put(Point.NETWORK, new NetworkCheck(root.resolve("sys/class/net")));
    checks.put(Point.RADIO, new RadioCheck(root.resolve("sys/class/rfkill")));
    checks.put(Point.SWAP, new SwapCheck(root.resolve("proc/swaps"), root.resolve("sys/block")));
    checks.put(Point.DISPLAY, this::displays);
    checks.put(Point.CLOCK, new ClockCheck(Version.made()));
    checks.put(Point.DISK, new DiskCheck());
    checks.put(Point.PRINTER, new PrinterCheck());
    checks.put(Point.READER_SERVICE, new ReaderServiceCheck(service()));
    checks.put(Point.READERS, new ReadersCheck(root.resolve("sys/bus/usb/devices")));
    checks.put(Point.PROGRAM, needs -> program());
    checks.put(Point.CORE_DUMPS, needs -> coreDumps());
    return new Checked(checks, Residue.ofLinux(root, home, environment));
  }

  /** Where the library that this program uses looks for it too. */
  private Path service() {
    String named = environment.getOrDefault("PCSCLITE_CSOCK_NAME", "");
    return named.isEmpty() ? root.resolve(SERVICE) : Path.of(named);
  }

  /** A screen may be one that the kernel has no output for. */
  private Finding displays(Needs needs) {
    List<String> seen = screens.get();
    return seen.size() > 1
        ? new Finding.Fault(new LaptopProblem.SecondDisplay(Finding.names(seen)))
        : new DisplayCheck(root.resolve("sys/class/drm")).look(needs);
  }

  private Finding program() {
    if (installation.isEmpty()) {
      return new Finding.Noted("");
    }
    return switch (installation.get().look()) {
      case Installation.Finding.Whole(var hash) ->
          new Finding.Fine(hash.toHex().substring(0, DIGITS));
      case Installation.Finding.Changed(var files) ->
          new Finding.Fault(
              new LaptopProblem.ProgramChanged(
                  Finding.names(files.stream().limit(MOST_NAMED).toList())));
    };
  }

  private Finding coreDumps() {
    return dumpable.getAsBoolean()
        ? new Finding.Fault(new LaptopProblem.CoreDumpsOn("prctl"))
        : new Finding.Fine("");
  }
}
