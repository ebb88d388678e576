// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.stock;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keyrite.core.simulator.SimulatedStateFile;
import org.keyrite.core.simulator.vpcd.VirtualReaders;

/**
 * A pcscd of our own with simulated devices in its virtual readers, in private mount, network and
 * process namespaces: nothing of it is seen outside, and a pcscd of this machine is left alone.
 * Needs root and says so; a tool that is missing fails the tests and names its Debian package.
 */
public final class StockOpenSc implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

  /** Tools and the packages that bring them. */
  private static final Map<String, String> TOOLS =
      new LinkedHashMap<>(
          Map.of(
              "unshare", "util-linux",
              "nsenter", "util-linux",
              "ip", "iproute2",
              "pcscd", "pcscd",
              "sc-hsm-tool", "opensc",
              "pkcs15-tool", "opensc",
              "opensc-tool", "opensc",
              "pkcs11-tool", "opensc",
              "python3", "python3"));

  /** Runs as the first process of the namespace: when its input ends, everything in it ends. */
  private static final String INSIDE =
      """
      ip link set lo up &&
      mount -t tmpfs tmpfs /run &&
      mkdir /run/pcscd || exit 1
      pcscd --foreground --critical --config "$1" &
      until [ -S /run/pcscd/pcscd.comm ]; do sleep 0.1; done
      echo ready
      cat >/dev/null
      """;

  private final Path folder;
  private final List<Process> started = new ArrayList<>();
  private final long inside;

  /** What a tool did. */
  public record Result(int exit, String out, String err) {}

  private StockOpenSc(Path folder, int devices) throws IOException {
    this.folder = folder;
    Process namespace =
        begin(
            List.of(
                "unshare",
                "--mount",
                "--net",
                "--pid",
                "--fork",
                "--mount-proc",
                "--kill-child",
                "sh",
                "-c",
                INSIDE,
                "sh",
                readers(devices).toString()));
    await(namespace, List.of("ready"));
    inside = namespace.children().findFirst().orElseThrow().pid();
    List<String> host = java(SimulatorHost.class, folder.toString(), Integer.toString(devices));
    Process simulator = begin(within(host));
    await(simulator, Stream.iterate(0, i -> i + 1).limit(devices).map(i -> "ready " + i).toList());
  }

  /** Starts so many devices, which keep their states in this folder. */
  public static StockOpenSc start(Path folder, int devices) throws IOException {
    TOOLS.forEach((tool, bringer) ->
        assertTrue(
            Stream.of(System.getenv("PATH").split(":"))
                .map(Path::of)
                .anyMatch(place -> Files.isExecutable(place.resolve(tool))),
            () -> "no " + tool + " on this machine; Debian package " + bringer));
    assertTrue(Files.exists(DRIVER), "no " + DRIVER + "; Debian package vsmartcard-vpcd");
    assertTrue("root".equals(System.getProperty("user.name")), "namespaces need root");
    return new StockOpenSc(folder, devices);
  }

  /** Where the device in this slot keeps its state. */
  public static SimulatedStateFile stateFile(Path folder, int slot) {
    return new SimulatedStateFile(folder.resolve("device-" + slot));
  }

  /** One file, so that the readers have the order of the slots. */
  private Path readers(int devices) throws IOException {
    StringBuilder entries = new StringBuilder();
    for (int slot = 0; slot < devices; slot += VirtualReaders.SLOTS_PER_ENTRY) {
      Path driver = Files.copy(DRIVER, folder.resolve("vpcd-" + slot + ".so"));
      entries.append(VirtualReaders.entry(VirtualReaders.FIRST_PORT + slot, driver.toString()));
    }
    Path readers = Files.createDirectory(folder.resolve("readers"));
    Files.writeString(readers.resolve("vpcd"), entries);
    return readers;
  }

  /** Runs a tool inside, without input, and returns when it has ended. */
  public Result run(String... command) {
    return run(Map.of(), command);
  }

  /** Runs a tool inside with these variables in its environment. */
  public Result run(Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(within(List.of(command)));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> err = text(process.getErrorStream());
      CompletableFuture<String> out = text(process.getInputStream());
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return fail(command[0] + " hangs after " + out.join() + err.join());
      }
      return new Result(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs the main method of this class of ours inside, in a process of its own. */
  public Result run(Class<?> main, String... arguments) {
    return run(Map.of(), main, arguments);
  }

  /** The same with these variables in its environment. */
  public Result run(Map<String, String> environment, Class<?> main, String... arguments) {
    return run(environment, java(main, arguments).toArray(String[]::new));
  }

  private static List<String> java(Class<?> main, String... arguments) {
    String ownPath = System.getProperty("java.class.path");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", ownPath),
                main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> within(List<String> command) {
    List<String> whole =
        new ArrayList<>(
            List.of(
                "nsenter", "--target", Long.toString(inside), "--mount", "--net", "--pid", "--"));
    whole.addAll(command);
    return whole;
  }

  private Process begin(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("log-" + started.size()).toFile())
            .start();
    started.add(process);
    return process;
  }

  private void await(Process process, List<String> lines) {
    BufferedReader reader = process.inputReader();
    List<String> missing = new ArrayList<>(lines);
    CompletableFuture<Void> all =
        CompletableFuture.runAsync(() -> {
          try {
            while (!missing.isEmpty()) {
              String line = reader.readLine();
              if (line == null) {
                throw new IllegalStateException("ended without " + missing);
              }
              missing.remove(line);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    all.orTimeout(START.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(e -> fail(missing + " within " + START + " missing; " + log(process), e))
        .join();
  }

  private String log(Process process) {
    try {
      return Files.readString(folder.resolve("log-" + started.indexOf(process)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try (stream) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Ends the devices, pcscd and the namespaces, the youngest first. */
  @Override
  public void close() throws IOException {
    for (Process process : started.reversed()) {
      process.getOutputStream().close();
      CompletableFuture<Process> end = process.onExit().orTimeout(10, TimeUnit.SECONDS);
      end.exceptionally(_ -> process.destroyForcibly()).join();
    }
  }
}
