// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.keyrite.app.Checkout;

/**
 * The start of {@code ./keyrite}, as {@link Starts} compares it. Argument: how many starts of each
 * (default 10). Needs a display.
 */
public final class StartBench {
  private static final int STARTS = 10;

  private StartBench() {}

  /** Runs the measurement and prints it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Checkout.root();
    // So that it is built, and its classes are in the archive.
    new ProcessBuilder(root.resolve("keyrite").toString(), "--version")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    Path home = Files.createTempDirectory("keyrite-bench");
    List<String> jars =
        Files.readAllLines(root.resolve(".build/classpath")).stream()
            .map(entry -> root.resolve(entry).toString())
            .toList();
    String all = String.join(":", jars) + ":" + Starts.programs(home);
    String fx =
        jars.stream().filter(jar -> jar.contains("/javafx-")).collect(Collectors.joining(":"))
            + ":"
            + Starts.programs(home);
    String archive = "-XX:SharedArchiveFile=" + root.resolve(".build/keyrite.jsa");
    new Starts(
            java(root, home, WholeProgram.class, "-cp", all, archive),
            java(root, home, EmptyWindow.class, "-cp", fx),
            java(root, home, EmptyWindow.class, "-cp", all, archive))
        .measure(args.length > 0 ? Integer.parseInt(args[0]) : STARTS, home);
  }

  private static List<String> java(Path root, Path home, Class<?> main, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("packaging/jvm.options"),
                "@" + root.resolve("packaging/start.options"),
                "-Djavafx.cachedir=" + root.resolve(".build/openjfx"),
                "-Duser.home=" + home));
    command.addAll(List.of(options));
    command.add(main.getName());
    return command;
  }
}
