// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keyrite.core.problem.ProblemException;

/**
 * A print service of the tests' own: its configuration, socket and spool lie in one folder, and
 * nothing of it is seen by the print service of this machine. Needs root, as a print service does;
 * a program that is missing fails the tests and names its Debian package.
 *
 * <p>Its printers are scripts: {@code keep} keeps what it prints, {@code dies} gives up, {@code
 * jams} reports a jam and waits, {@code sleeps} says nothing, {@code cups-pdf} is the one of the
 * package, writing into this folder.
 */
public final class PrivateCups implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/cups");
  private static final Path PPD = Path.of("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd");

  private static final Map<Path, String> NEEDED =
      Map.of(
          Path.of("/usr/sbin/cupsd"),
          "cups-daemon",
          Path.of("/usr/sbin/lpadmin"),
          "cups-client",
          Path.of("/usr/bin/ipptool"),
          "cups-ipp-utils",
          PROGRAMS.resolve("filter/pdftopdf"),
          "cups-filters",
          PROGRAMS.resolve("backend/cups-pdf"),
          "printer-driver-cups-pdf",
          PPD,
          "printer-driver-cups-pdf");

  private static final String FILES =
      """
      ServerRoot %1$s/etc
      ServerBin %1$s/bin
      RequestRoot %1$s/spool
      TempDir %1$s/spool/tmp
      CacheDir %1$s/cache
      StateDir %1$s/state
      ErrorLog %1$s/log/error
      AccessLog %1$s/log/access
      PageLog %1$s/log/page
      SystemGroup root
      """;

  private static final String SERVICE =
      """
      Listen %s/socket
      Browsing No
      WebInterface No
      DefaultAuthType None
      <Location />
        Order allow,deny
        Allow all
      </Location>
      <Policy default>
        <Limit All>
          Order deny,allow
        </Limit>
      </Policy>
      """;

  /** When its input ends, the service ends. */
  private static final String RUN =
      """
      cupsd -f -c "$1/etc/cupsd.conf" -s "$1/etc/cups-files.conf" &
      until [ -S "$1/socket" ]; do
        kill -0 $! || exit 1
        sleep 0.1
      done
      echo ready
      cat >/dev/null
      kill $!
      wait $!
      """;

  private final Path folder;
  private final Process service;

  private PrivateCups(Path folder) throws IOException {
    this.folder = folder;
    for (String part :
        List.of("etc", "bin/backend", "spool/tmp", "cache", "state", "log", "out", "asked")) {
      Files.createDirectories(folder.resolve(part));
    }
    for (Path part : List.of(folder, folder.resolve("out"), folder.resolve("asked"))) {
      Files.setPosixFilePermissions(
          part, PosixFilePermissions.fromString(part == folder ? "rwxr-xr-x" : "rwxrwxrwx"));
    }
    for (String part : List.of("filter", "daemon", "notifier", "monitor", "driver")) {
      Files.createSymbolicLink(folder.resolve("bin").resolve(part), PROGRAMS.resolve(part));
    }
    for (String device : List.of("ipp", "serial")) {
      Path there = PROGRAMS.resolve("backend").resolve(device);
      Files.createSymbolicLink(folder.resolve("bin/backend").resolve(device), there);
    }
    Files.writeString(folder.resolve("etc/cups-files.conf"), FILES.formatted(folder));
    Files.writeString(folder.resolve("etc/cupsd.conf"), SERVICE.formatted(folder));
    backends();
    service =
        new ProcessBuilder("sh", "-c", RUN, "sh", folder.toString())
            .redirectError(folder.resolve("log/start").toFile())
            .start();
    byte[] said = service.getInputStream().readNBytes("ready\n".length());
    assertEquals(
        "ready\n",
        new String(said, StandardCharsets.US_ASCII),
        () -> read(folder.resolve("log/start")));
  }

  /** Starts one. */
  public static PrivateCups start() throws IOException {
    NEEDED.forEach((file, bringer) ->
        assertTrue(
            Files.exists(file),
            () -> "no " + file + " on this machine; Debian package " + bringer));
    assertTrue("root".equals(System.getProperty("user.name")), "a print service needs root");
    return new PrivateCups(Files.createTempDirectory("cups"));
  }

  private void backends() throws IOException {
    backend(
        "keep",
        "cat ${6:+\"$6\"} >'%s'/\"$3\"; echo \"$4 $5\" >'%s'/\"$3\""
            .formatted(folder.resolve("out"), folder.resolve("asked")));
    backend(
        "dies", "cat ${6:+\"$6\"} | head -c 100 >/dev/null; echo 'ERROR: no toner' >&2; exit 1");
    backend("jams", "echo 'STATE: +media-jam-error' >&2; exec sleep 60");
    backend("sleeps", "exec sleep 60");
    Files.writeString(
        folder.resolve("etc/cups-pdf.conf"),
        "Out %1$s/out\nSpool %1$s/out\nLog %1$s/log\n".formatted(folder));
    Path pdf =
        backend(
            "cups-pdf",
            """
            exec unshare --mount sh -c 'mount --bind "$0" /etc/cups/cups-pdf.conf &&
              exec /usr/lib/cups/backend/cups-pdf "$@"' '%s' "$@\"\
            """
                .formatted(folder.resolve("etc/cups-pdf.conf")));
    // Only its owner may run it: so CUPS runs it as root, which the backend of the package asks
    // for.
    Files.setPosixFilePermissions(pdf, PosixFilePermissions.fromString("rwx------"));
  }

  private Path backend(String name, String script) throws IOException {
    Path file = folder.resolve("bin/backend").resolve(name);
    Files.writeString(file, "#!/bin/sh\n[ $# -gt 0 ] || exit 0\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A new queue whose printer is this script, ready for jobs. */
  public String queue(String name, String printer, String... options) {
    List<String> command = new ArrayList<>(List.of("lpadmin", "-p", name, "-E"));
    command.addAll(List.of("-v", printer + ":/"));
    command.addAll(
        printer.equals("cups-pdf") ? List.of("-P", PPD.toString()) : List.of("-m", "raw"));
    for (String option : options) {
      command.addAll(List.of("-o", option));
    }
    run(command.toArray(String[]::new));
    return name;
  }

  /** A new queue with this device, which is never printed to. */
  void queueTo(String name, String device) {
    run("lpadmin", "-p", name, "-E", "-v", device, "-m", "raw");
  }

  /** Does something with a program of CUPS; tells what it printed. */
  String run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("CUPS_SERVER", folder.resolve("socket").toString());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(0, process.waitFor(), () -> Arrays.toString(command) + ": " + said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The programs that reach it. */
  public Cups programs() throws ProblemException {
    return Cups.at(folder.resolve("socket"), spool());
  }

  /** How many jobs wait on a queue. */
  public int waiting(String queue) throws ProblemException {
    return programs().waiting(queue).size();
  }

  /** Where it keeps documents. */
  Path spool() {
    return folder.resolve("spool");
  }

  /** What a printer kept of this job. */
  public Path kept(String title) {
    return folder.resolve("out").resolve(title);
  }

  /** How many copies of this job were asked for, and with which options. */
  String asked(String title) {
    return read(folder.resolve("asked").resolve(title));
  }

  /** The files that came out. */
  public List<Path> out() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    service.getOutputStream().close();
    service.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
