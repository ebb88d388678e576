// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyrite.app.Checkout;

/**
 * The start of {@code ./keyrite}, as {@link Starts} compares it. Argument: how many starts of each
 * (default 10). Needs a display.
 *
 * <p>The options are not repeated here, so that none is missing: the script is run with a JDK that
 * only tells how it was called.
 */
public final class StartBench {
  private static final int STARTS = 10;
  private static final String CLASS_PATH = "-cp";
  private static final String TELLS = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

  /**
   * How the script starts the program.
   *
   * @param options all but the class path
   * @param jars the class path
   */
  private record Call(List<String> options, String jars) {}

  private StartBench() {}

  /** Runs the measurement and prints it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Checkout.root();
    Path home = Files.createTempDirectory("keyrite-bench");
    // So that it is built, and its classes are in the archive.
    script(root, Path.of(System.getProperty("java.home")), "--version");
    Call call = call(script(root, jdkThatTells(home)));
    List<String> unarchived =
        call.options().stream().filter(option -> !option.startsWith(Starts.ARCHIVE)).toList();
    String programs = ":" + Starts.programs(home);
    String fx =
        Arrays.stream(call.jars().split(":"))
            .filter(jar -> jar.contains("/javafx-"))
            .collect(Collectors.joining(":"));
    new Starts(
            java(home, WholeProgram.class, call.options(), call.jars() + programs),
            java(home, EmptyWindow.class, unarchived, fx + programs),
            java(home, EmptyWindow.class, call.options(), call.jars() + programs))
        .measure(args.length > 0 ? Integer.parseInt(args[0]) : STARTS, home);
  }

  /** What the script prints, a line each, when it has this JDK. */
  private static List<String> script(Path root, Path jdk, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(root.resolve("keyrite").toString()), Stream.of(arguments))
                    .toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("KEYRITE_JDK", jdk.toString());
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keyrite does not start");
    }
    return told.lines().toList();
  }

  private static Path jdkThatTells(Path folder) throws IOException {
    Path jdk = folder.resolve("jdk");
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    Files.copy(Path.of(System.getProperty("java.home"), "release"), jdk.resolve("release"));
    for (String program : List.of("java", "javac")) {
      Files.writeString(bin.resolve(program), TELLS).toFile().setExecutable(true);
    }
    return jdk;
  }

  private static Call call(List<String> told) {
    int at = told.indexOf(CLASS_PATH);
    return new Call(told.subList(0, at), told.get(at + 1));
  }

  private static List<String> java(
      Path home, Class<?> main, List<String> options, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Duser.home=" + home, CLASS_PATH, classPath, main.getName()));
    return command;
  }
}
