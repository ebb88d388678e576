// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole ceremonies, with every call that has to do with sockets traced by strace(1): nothing is
 * connected, bound or sent, to a network or to anything else. A JVM that loads its network library
 * opens a socket, asks it something and closes it: that alone reaches nobody. The window, the
 * service for readers and the print service are traced where the package is tried ({@code
 * packaging/jpackage/try}).
 */
class NoNetworkTest {
  /** Where libc asks for the name of the user, in case a service on this machine knows it. */
  private static final String OWN_NAME = "sun_path=\"/var/run/nscd/socket\"";

  private static final Pattern REACHES =
      Pattern.compile("\\b(bind|connect|listen|accept4?|send(to|msg|mmsg))\\(");

  @TempDir Path folder;

  /** The calls that reach something. */
  private List<String> reached(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path calls = folder.resolve("calls");
    ChildJvm jvm = ChildJvm.closed(main, folder, "-Djava.awt.headless=true");
    ChildJvm.Ending ending = ChildJvm.ending(jvm.startTraced(calls, arguments));
    assertEquals(0, ending.status(), ending.printed());
    try (var lines = Files.lines(calls)) {
      return lines.filter(REACHES.asPredicate()).filter(call -> !call.contains(OWN_NAME)).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkek-quorum", "device-setup"})
  void wholeRehearsalReachesNothing(String ceremony) throws IOException, InterruptedException {
    Path out = folder.resolve("rehearsal");
    assertEquals(
        List.of(), reached(CanaryRehearsal.class, "rehearse", ceremony, "--out", out.toString()));
    String journal = Files.readString(out.resolve("journal.jsonl"));
    assertTrue(journal.contains("\"entry\":\"Finished\""), "it went to its end");
  }

  @Test
  void whoeverReachesSomethingIsSeen() throws IOException, InterruptedException {
    String calls = String.join("\n", reached(Talker.class));
    for (String call : List.of("bind(", "listen(", "connect(", "sendto(")) {
      assertTrue(calls.contains(call), () -> call + " in\n" + calls);
    }
  }

  /** Speaks to itself over the loopback. */
  static final class Talker {
    private Talker() {}

    public static void main(String[] arguments) throws IOException {
      InetAddress here = InetAddress.getLoopbackAddress();
      try (ServerSocket heard = new ServerSocket(0, 1, here);
          Socket talks = new Socket(here, heard.getLocalPort());
          DatagramSocket post = new DatagramSocket(0, here)) {
        talks.getOutputStream().write(1);
        post.send(new DatagramPacket(new byte[1], 1, here, post.getLocalPort()));
      }
    }
  }
}
