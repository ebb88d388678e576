// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From the start of the process to the first window that can be used, and the memory (PSS) in that
 * moment, against an empty window of JavaFX started in turn: the ratio of the medians. Goals: 1.3
 * and 1.5. Argument: how many starts of each (default 11). Needs a display.
 */
public final class StartBench {
  private static final double TIME_GOAL = 1.3;
  private static final double MEMORY_GOAL = 1.5;

  private StartBench() {}

  /** One start: milliseconds, and MB. */
  private record Start(double millis, double megabytes) {}

  /** Runs the measurement and prints it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int starts = args.length > 0 ? Integer.parseInt(args[0]) : 11;
    Path home = Files.createTempDirectory("keyrite-bench");
    List<Start> empty = new ArrayList<>();
    List<Start> whole = new ArrayList<>();
    start(EmptyWindow.class, home);
    start(WholeProgram.class, home);
    for (int i = 0; i < starts; i++) {
      empty.add(start(EmptyWindow.class, home));
      whole.add(start(WholeProgram.class, home));
    }
    double emptyTime = median(empty.stream().mapToDouble(Start::millis).toArray());
    double wholeTime = median(whole.stream().mapToDouble(Start::millis).toArray());
    double emptyMemory = median(empty.stream().mapToDouble(Start::megabytes).toArray());
    double wholeMemory = median(whole.stream().mapToDouble(Start::megabytes).toArray());
    System.out.printf(
        "first usable window: %.0f ms, empty window %.0f ms: %.2f (goal %.1f)%n",
        wholeTime, emptyTime, wholeTime / emptyTime, TIME_GOAL);
    System.out.printf(
        "memory (PSS): %.0f MB, empty window %.0f MB: %.2f (goal %.1f)%n",
        wholeMemory, emptyMemory, wholeMemory / emptyMemory, MEMORY_GOAL);
  }

  private static Start start(Class<?> main, Path home) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + jvmOptions());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmn16m");
    command.add("-Xshare:auto");
    command.addAll(List.of(System.getProperty("keyrite.bench.options", "").split(" ")));
    command.removeIf(String::isEmpty);
    command.add("-Duser.home=" + home);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    long before = System.nanoTime();
    Process process = builder.start();
    String told =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    double millis = (System.nanoTime() - before) / 1e6;
    process.waitFor();
    return new Start(millis, Long.parseLong(told) / 1024.0);
  }

  /** As the scripts find them: beside the modules. */
  private static Path jvmOptions() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("packaging/jvm.options"))) {
      at = at.getParent();
    }
    return at.resolve("packaging/jvm.options");
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
