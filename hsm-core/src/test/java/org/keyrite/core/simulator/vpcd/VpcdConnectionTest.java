// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator.vpcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;

/** A reader that is no reader, on a free port, talks to a card that writes down what it is told. */
@Timeout(30)
final class VpcdConnectionTest {
  private static final Bytes ATR = Bytes.fromHex("3B80800101");
  private static final byte[] ASK_ATR = {4};

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> plugged = new LinkedBlockingQueue<>();
  private ServerSocket listener;

  /** Answers commands with their own bytes; an empty one makes it disappear. */
  private final class Echo implements Card {
    private volatile boolean present = true;

    @Override
    public Bytes atr() {
      return ATR;
    }

    @Override
    public boolean isPresent() {
      return present;
    }

    @Override
    public void powerOn() {
      events.add("on");
    }

    @Override
    public void powerOff() {
      events.add("off");
    }

    @Override
    public void reset() {
      events.add("reset");
    }

    @Override
    public Bytes transmit(Bytes command) {
      if (command.size() == 0) {
        present = false;
      }
      return command;
    }
  }

  private final Echo card = new Echo();

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(10_000);
  }

  @AfterEach
  void stopListening() throws IOException {
    listener.close();
  }

  private VpcdConnection plug() {
    return VpcdConnection.open(
        card, (InetSocketAddress) listener.getLocalSocketAddress(), plugged::add);
  }

  private Socket accept() throws IOException {
    Socket socket = listener.accept();
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, byte... message) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(message.length);
    out.write(message);
  }

  private static Bytes receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] message = new byte[in.readUnsignedShort()];
    in.readFully(message);
    return Bytes.of(message);
  }

  private String event() throws InterruptedException {
    return events.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void tellsAtrAndAnswersCommands() throws Exception {
    try (VpcdConnection _ = plug();
        Socket reader = accept()) {
      send(reader, ASK_ATR);
      assertEquals(ATR, receive(reader));
      byte[] large = new byte[60_000];
      large[59_999] = 7;
      send(reader, large);
      assertEquals(Bytes.of(large), receive(reader));
    }
  }

  @Test
  void turnsPowerOnAndOffWithoutAnswer() throws Exception {
    try (VpcdConnection _ = plug();
        Socket reader = accept()) {
      send(reader, (byte) 1);
      send(reader, (byte) 2);
      send(reader, (byte) 0);
      send(reader, ASK_ATR);
      assertEquals(ATR, receive(reader));
      assertEquals(List.of("on", "reset", "off"), List.of(event(), event(), event()));
    }
  }

  @Test
  void comesBackWhenTheReaderWasRestarted() throws Exception {
    try (VpcdConnection _ = plug()) {
      for (int round = 0; round < 3; round++) {
        try (Socket reader = accept()) {
          send(reader, ASK_ATR);
          assertEquals(ATR, receive(reader));
        }
        assertEquals("off", event());
        assertTrue(plugged.poll(10, TimeUnit.SECONDS));
        assertFalse(plugged.poll(10, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void waitsForReaderThatIsNotThereYet() throws Exception {
    InetSocketAddress address = (InetSocketAddress) listener.getLocalSocketAddress();
    listener.close();
    try (VpcdConnection _ = VpcdConnection.open(card, address, plugged::add)) {
      assertEquals("off", event());
      listener = new ServerSocket(address.getPort(), 1, address.getAddress());
      listener.setSoTimeout(10_000);
      try (Socket reader = accept()) {
        send(reader, ASK_ATR);
        assertEquals(ATR, receive(reader));
      }
    }
  }

  @Test
  void beginsAnewAfterNonsense() throws Exception {
    try (VpcdConnection _ = plug()) {
      try (Socket reader = accept()) {
        send(reader, (byte) 9);
        assertEquals(-1, reader.getInputStream().read());
      }
      try (Socket reader = accept()) {
        send(reader, ASK_ATR);
        assertEquals(ATR, receive(reader));
      }
    }
  }

  @Test
  void endsWithHalfMessage() throws Exception {
    VpcdConnection connection = plug();
    try (Socket reader = accept()) {
      reader.getOutputStream().write(new byte[] {0, 5, 1, 2});
      connection.close();
      assertEquals(-1, endOf(reader));
    }
  }

  private static int endOf(Socket reader) throws IOException {
    try {
      return reader.getInputStream().read();
    } catch (SocketException resetWithBytesUnread) {
      return -1;
    }
  }

  @Test
  void leavesTheSlotWithTheCardAndStaysOut() throws Exception {
    try (VpcdConnection _ = plug();
        Socket reader = accept()) {
      send(reader);
      assertEquals(-1, reader.getInputStream().read());
      listener.setSoTimeout(1_500);
      assertThrows(SocketTimeoutException.class, listener::accept);
      card.present = true;
      listener.setSoTimeout(10_000);
      try (Socket again = accept()) {
        send(again, ASK_ATR);
        assertEquals(ATR, receive(again));
      }
    }
  }

  @Test
  void closesAtOnceAndTwice() throws Exception {
    VpcdConnection connection = plug();
    try (Socket reader = accept()) {
      connection.close();
      connection.close();
      assertEquals(-1, endOf(reader));
    }
    listener.setSoTimeout(1_000);
    assertThrows(SocketTimeoutException.class, listener::accept);
  }

  @Test
  void namesTheEntryThatPcscdNeeds() {
    assertEquals(
        """
        FRIENDLYNAME "Virtual PCD 35963"
        DEVICENAME /dev/null:0x8C7B
        LIBPATH /lib/vpcd.so
        CHANNELID 0x8C7B
        """,
        VirtualReaders.entry(VirtualReaders.FIRST_PORT, "/lib/vpcd.so"));
  }
}
