// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second display as the system has it: an X server without a card has two, and one of them is
 * unplugged under the window. It is tried with {@code ./test --all}, which asks for that server.
 */
class TwoDisplaysTest {
  private static final String CONFIGURATION =
      """
      Section "ServerFlags"
        Option "DontVTSwitch" "true"
        Option "AllowMouseOpenFail" "true"
        Option "AutoAddDevices" "false"
        Option "AutoAddGPU" "false"
      EndSection
      Section "Device"
        Identifier "none"
        Driver "dummy"
        VideoRam 256000
      EndSection
      Section "Monitor"
        Identifier "any"
        HorizSync 5.0-1000.0
        VertRefresh 5.0-200.0
      EndSection
      Section "Screen"
        Identifier "all"
        Device "none"
        Monitor "any"
        DefaultDepth 24
      EndSection
      """;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> displays() {
    return "all".equals(System.getProperty("keyrite.test.faults"))
        ? Stream.of(
            dynamicTest("aWindowComesBackAndItsSecretIsCovered", this::comesBackAndIsCovered))
        : Stream.empty();
  }

  private void comesBackAndIsCovered() throws Exception {
    Process server = server();
    try (BufferedReader says = server.inputReader()) {
      String display = ":" + says.readLine();
      xrandr(display, "--output", "DUMMY0", "--mode", "1024x768");
      xrandr(display, "--addmode", "DUMMY1", "1024x768");
      xrandr(display, "--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0");
      // The server finds out that somebody looks at the second one only when it is asked.
      xrandr(display, "--query");
      ChildJvm child =
          ChildJvm.closed(
              WindowOnTwoDisplays.class, folder, "-Dprism.order=sw", "-XX:+UseSerialGC");
      ChildJvm.Ending ending = ChildJvm.ending(child.startOn(display));
      assertEquals(
          List.of(
              "begin: display 2 of 2, covered, warned",
              "pressed once: display 2 of 2, covered, warned",
              "pressed again: display 2 of 2, shown, not warned",
              "unplugged: display 1 of 1, shown, not warned",
              "plugged in: display 1 of 2, covered, warned"),
          ending.printed().lines().filter(line -> line.contains(" of ")).toList(),
          ending.printed());
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private Process server() throws IOException {
    Path configuration = Files.writeString(folder.resolve("xorg.conf"), CONFIGURATION);
    return new ProcessBuilder(
            List.of(
                "/usr/lib/xorg/Xorg",
                "-displayfd",
                "1",
                "-noreset",
                "-novtswitch",
                "-sharevts",
                "-nolisten",
                "tcp",
                "-config",
                configuration.toString(),
                "-logfile",
                folder.resolve("xorg.log").toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void xrandr(String display, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("xrandr", "--display", display));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor() == 0, said);
  }
}
