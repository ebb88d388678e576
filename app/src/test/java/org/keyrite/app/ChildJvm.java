// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own with the options of the program, for what would harm the JVM of the tests. */
record ChildJvm(List<String> options, Class<?> main, Path workingFolder) {

  /** How a process ended, and what it printed on both streams. */
  record Ending(int status, String printed) {}

  static ChildJvm closed(Class<?> main, Path workingFolder, String... moreOptions) {
    List<String> options = new ArrayList<>();
    options.add("@" + Checkout.root().resolve("packaging/jvm.options"));
    options.addAll(List.of(moreOptions));
    return new ChildJvm(options, main, workingFolder);
  }

  Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /** Signals that whoever runs the tests ignores would be ignored by the child too. */
  Process startSignallable(String... arguments) throws IOException {
    return start(List.of("env", "--default-signal=INT,HUP,TERM"), arguments);
  }

  /** With its windows on this display of X. */
  Process startOn(String display, String... arguments) throws IOException {
    return start(List.of("env", "DISPLAY=" + display), arguments);
  }

  /** With every call of it and its children that has to do with sockets in a file. */
  Process startTraced(Path calls, String... arguments) throws IOException {
    return start(
        List.of("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o", calls + ""),
        arguments);
  }

  private Process start(List<String> before, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(tool("java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(workingFolder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** As the command of a program that gives it a terminal. */
  Ending runOnTerminal(List<String> giver, String... arguments)
      throws IOException, InterruptedException {
    return ending(start(giver, arguments));
  }

  Ending run(String... arguments) throws IOException, InterruptedException {
    return ending(start(arguments));
  }

  static Ending ending(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Ending(process.waitFor(), printed);
  }

  /** A tool of the JDK that runs the tests. */
  static Path tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }
}
