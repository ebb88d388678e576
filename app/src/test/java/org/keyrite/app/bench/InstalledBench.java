// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keyrite.app.Checkout;

/**
 * The start of the program as a package installs it, as {@link Starts} compares it: its launcher,
 * its runtime and its archive, also for the empty windows. Arguments: how many starts of each
 * (default 10), and the folder of the program (default {@code /opt/keyrite}, or where that is
 * missing what {@code packaging/jpackage/build} left in {@code .build}). Needs a display.
 */
public final class InstalledBench {
  private static final int STARTS = 10;
  private static final String MAIN = "app.mainclass=";

  private InstalledBench() {}

  /** Runs the measurement and prints it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path program =
        args.length > 1
            ? Path.of(args[1]).toAbsolutePath()
            : Stream.of(
                    Path.of("/opt/keyrite"),
                    Checkout.root().resolve(".build/package/image/keyrite"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    System.out.println(program + ":");
    Path home = Files.createTempDirectory("keyrite-bench");
    new Starts(
            twin(program, home.resolve("whole"), WholeProgram.class, true),
            twin(program, home.resolve("empty"), EmptyWindow.class, false),
            twin(program, home.resolve("archived"), EmptyWindow.class, true))
        .measure(args.length > 0 ? Integer.parseInt(args[0]) : STARTS, home);
  }

  /** The same launcher, runtime and jars, with another class to start. */
  private static List<String> twin(Path program, Path twin, Class<?> main, boolean archive)
      throws IOException {
    Path app = Files.createDirectories(twin.resolve("lib/app"));
    Path launcher = Files.createDirectories(twin.resolve("bin")).resolve("keyrite");
    Files.copy(program.resolve("bin/keyrite"), launcher);
    launcher.toFile().setExecutable(true);
    for (String part : List.of("lib/runtime", "lib/libapplauncher.so")) {
      Files.createSymbolicLink(twin.resolve(part), program.resolve(part).toRealPath());
    }
    try (Stream<Path> files = Files.list(program.resolve("lib/app"))) {
      for (Path file : files.filter(file -> !file.endsWith("keyrite.cfg")).toList()) {
        Files.createSymbolicLink(app.resolve(file.getFileName()), file.toRealPath());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(program.resolve("lib/app/keyrite.cfg"))) {
      if (line.startsWith(MAIN)) {
        lines.add(MAIN + main.getName());
      } else if (line.equals("[JavaOptions]")) {
        lines.add("app.classpath=" + Starts.programs(app));
        lines.add(line);
      } else if (archive || !line.contains(Starts.ARCHIVE)) {
        lines.add(line);
      }
    }
    Files.write(app.resolve("keyrite.cfg"), lines);
    return List.of(launcher.toString());
  }
}
