// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.SimulatedStateFile;

/** The virtual reader is played by a socket of the test. */
@Timeout(30)
class SimulateTest {
  private static final Bytes ASK_ATR = Bytes.of((byte) 4);
  private static final Bytes SELECT = Bytes.fromHex("00A404000BE82B0601040181C31F020100");
  private static final Bytes INITIALISE =
      Bytes.fromHex(
          "805000001C" + "80020001" + "8106363438323139" + "82083537363231383830910103970104");

  @TempDir private Path folder;

  private record Ended(Session.Ran ran, Bytes answer) {}

  /** Runs the command until its device has answered this. */
  private Ended meeting(Bytes command, String... more) throws Exception {
    Session session = new Session(folder);
    try (ServerSocket reader = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      String[] first = {"simulate", "--port", Integer.toString(reader.getLocalPort())};
      String[] arguments = Arrays.copyOf(first, first.length + more.length);
      System.arraycopy(more, 0, arguments, first.length, more.length);
      CompletableFuture<Session.Ran> running =
          CompletableFuture.supplyAsync(() -> session.run(arguments));
      Bytes answer;
      try (Socket slot = reader.accept()) {
        assertEquals(
            Bytes.fromHex("3BDE18FF8191FE1FC38031815448534D317380214081071C"), ask(slot, ASK_ATR));
        assertEquals("9000", status(ask(slot, SELECT)));
        answer = ask(slot, command);
        assertFalse(running.isDone(), "it runs until it is ended");
        session.stop();
      }
      return new Ended(running.get(10, TimeUnit.SECONDS), answer);
    }
  }

  private static Bytes ask(Socket slot, Bytes message) throws IOException {
    DataOutputStream out = new DataOutputStream(slot.getOutputStream());
    out.writeShort(message.size());
    out.write(message.toByteArray());
    DataInputStream in = new DataInputStream(slot.getInputStream());
    byte[] answer = new byte[in.readUnsignedShort()];
    in.readFully(answer);
    return Bytes.of(answer);
  }

  private static String status(Bytes answer) {
    return answer.slice(answer.size() - 2, answer.size()).toHex();
  }

  private static SimulatedState kept(Path file) throws Exception {
    return new SimulatedStateFile(file).load().orElseThrow();
  }

  @Test
  void plugsADeviceInUntilItIsEndedAndEndsWell() throws Exception {
    Session.Ran ran = meeting(SELECT).ran();
    assertEquals(ExitStatus.DONE, ran.status(), ran::toString);
    assertEquals("", ran.err());
    assertTrue(ran.out().matches("(?s).*\nDevice SIMU[0-9]{7} is in slot 1\\.\n.*"), ran.out());
  }

  @Test
  void saysWhatTheReaderNeedsAndThatItListensToEverybody() throws Exception {
    String out = meeting(SELECT).ran().out();
    assertTrue(out.contains("listen on every network interface"), out);
    assertTrue(out.contains("LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\n"), out);
    assertTrue(out.contains("for practice only"), out);
    assertFalse(out.contains("libifdvpcd-2.so"), out);
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,2", "4,2"})
  void aSecondEntryHasACopyOfTheLibrary(String count, int entries) throws Exception {
    String out = meeting(SELECT, "--count", count).ran().out();
    assertEquals(entries, out.lines().filter(line -> line.startsWith("LIBPATH")).count(), out);
    assertEquals(entries == 2, out.contains("libifdvpcd-2.so\n"), out);
    assertEquals(entries == 2, out.contains("needs a copy of the library of its own"), out);
  }

  @Test
  void keepsTheDeviceInAFile() throws Exception {
    Path file = folder.resolve("device");
    assertEquals("9000", status(meeting(INITIALISE, "--state", file.toString()).answer()));
    SimulatedState kept = kept(file);
    assertEquals(4, kept.domains().size());
    Session.Ran again = meeting(SELECT, "--state", file.toString()).ran();
    assertTrue(again.out().contains("Device " + kept.identity().serial() + " is in"), again.out());
    assertEquals(kept, kept(file));
  }

  @Test
  void devicesOfOneRunHaveOneMaker() throws Exception {
    Path file = folder.resolve("device");
    meeting(SELECT, "--state", file.toString(), "--count", "2");
    SimulatedState first = kept(file);
    SimulatedState second = kept(folder.resolve("device-2"));
    assertEquals(first.identity().authority(), second.identity().authority());
    assertFalse(first.identity().serial().equals(second.identity().serial()));
  }

  @Test
  void refusesAFileThatIsNoDevice() throws Exception {
    Path file = Files.writeString(folder.resolve("letter"), "Dear all");
    new Session(folder).run("simulate", "--state", file.toString()).assertRefused("");
    assertEquals("Dear all", Files.readString(file));
  }
}
