// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Starts windows in turn and compares them: from the start of the process to the first window that
 * can be used, and the memory (PSS) in that moment, as ratios of medians. Goals: 1.3 and 1.5.
 *
 * <p>The whole program is compared with two empty windows: one as JavaFX comes, and one whose
 * classes come from the archive of the whole program too.
 *
 * @param whole the command of the whole program
 * @param empty the command of an empty window
 * @param archived the command of an empty window that takes its classes from the archive
 */
record Starts(List<String> whole, List<String> empty, List<String> archived) {
  /** The beginning of the option that names an archive. */
  static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private static final double TIME_GOAL = 1.3;
  private static final double MEMORY_GOAL = 1.5;
  private static final List<Class<?>> PROGRAMS =
      List.of(EmptyWindow.class, FirstWindow.class, WholeProgram.class);

  /** One start: milliseconds, and MB. */
  private record Start(double millis, double megabytes) {}

  /** Measures this many starts of each, after one that does not count, and prints the ratios. */
  void measure(int starts, Path home) throws IOException, InterruptedException {
    List<List<String>> commands = List.of(whole, empty, archived);
    List<List<Start>> measured = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round <= starts; round++) {
      for (int i = 0; i < commands.size(); i++) {
        Start start = start(commands.get(i), home);
        if (round > 0) {
          measured.get(i).add(start);
        }
      }
    }
    tell("first usable window, ms", measured, Start::millis, TIME_GOAL);
    tell("memory (PSS), MB", measured, Start::megabytes, MEMORY_GOAL);
  }

  private static void tell(
      String what, List<List<Start>> measured, ToDoubleFunction<Start> of, double goal) {
    double[] medians =
        measured.stream()
            .mapToDouble(
                starts -> starts.stream().mapToDouble(of).sorted().toArray()[starts.size() / 2])
            .toArray();
    System.out.printf(
        "%s: %.0f; empty window %.0f: %.2f (goal %.1f); from the same archive %.0f: %.2f%n",
        what,
        medians[0],
        medians[1],
        medians[0] / medians[1],
        goal,
        medians[2],
        medians[0] / medians[2]);
  }

  private static Start start(List<String> command, Path home)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().put("HOME", home.toString());
    long before = System.nanoTime();
    Process process = builder.start();
    String told =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    double millis = (System.nanoTime() - before) / 1e6;
    process.waitFor();
    if (told.isEmpty()) {
      throw new IllegalStateException("no window came of " + command);
    }
    return new Start(millis, Long.parseLong(told.lines().toList().getLast()) / 1024.0);
  }

  /** A jar with the programs of this package: beside folders a JVM uses no archive. */
  static Path programs(Path folder) throws IOException {
    Path jar = folder.resolve("bench.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Class<?> program : PROGRAMS) {
        String name = program.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        out.write(program.getResourceAsStream("/" + name).readAllBytes());
      }
    }
    return jar;
  }
}
