// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator.vpcd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.simulator.Card;

/**
 * One connection to a virtual reader, as long as it lasts. Both sides send messages of a two-byte
 * big-endian length and that many bytes (source: vsmartcard, vpcd.c and its documentation):
 *
 * <pre>
 * from the reader        answer
 * one byte 00            none: power off
 * one byte 01            none: power on
 * one byte 02            none: reset
 * one byte 04            the ATR
 * anything longer        the response APDU
 * </pre>
 *
 * <p>Ending the connection takes the card out of the reader.
 */
final class VpcdLink implements AutoCloseable {
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int ATR = 4;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  VpcdLink(Socket socket) throws IOException {
    this.socket = socket;
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    in = new DataInputStream(new PromptInput(socket));
    out = socket.getOutputStream();
  }

  /** Serves the card until the reader or the card is gone. */
  void serve(Card card) throws IOException {
    while (card.isPresent()) {
      Bytes message = receive();
      if (message.size() == 1) {
        control(card, message.at(0));
        continue;
      }
      Bytes answer = card.transmit(message);
      if (answer.size() == 0) {
        return;
      }
      send(answer);
    }
  }

  private void control(Card card, int code) throws IOException {
    switch (code) {
      case POWER_OFF -> card.powerOff();
      case POWER_ON -> card.powerOn();
      case RESET -> card.reset();
      case ATR -> send(card.atr());
      default -> throw new IOException("unknown control code " + code);
    }
  }

  private Bytes receive() throws IOException {
    byte[] message = new byte[in.readUnsignedShort()];
    in.readFully(message);
    return Bytes.of(message);
  }

  /** In one piece: two would wait for each other's acknowledgement. */
  private void send(Bytes message) throws IOException {
    int size = message.size();
    out.write(Bytes.of((byte) (size >> 8), (byte) size).plus(message).toByteArray());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /**
   * vpcd sends length and content in two pieces and waits in between for the acknowledgement of the
   * first, which an operating system likes to delay by 40 ms. Asking for it at once, again before
   * every read since the wish does not last, makes each command that much faster.
   */
  private static final class PromptInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final boolean canHurry;

    PromptInput(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      SocketOption<Boolean> option = ExtendedSocketOptions.TCP_QUICKACK;
      this.canHurry = socket.supportedOptions().contains(option);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (canHurry) {
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
      return in.read(into, from, length);
    }
  }
}
