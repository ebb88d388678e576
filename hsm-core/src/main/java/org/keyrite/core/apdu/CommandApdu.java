// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.apdu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.DeviceProblem.ReaderTooSmall;
import org.keyrite.core.problem.ProblemException;

/**
 * A command of ISO 7816-4 in any of its four cases. Its data may be secret: closing it overwrites
 * them, and its text shows the header and how long the rest is.
 *
 * <pre>
 *          short                    extended
 * case 1   header                   header
 * case 2   header Le                header 00 Le Le
 * case 3   header Lc data           header 00 Lc Lc data
 * case 4   header Lc data Le        header 00 Lc Lc data Le Le
 * </pre>
 *
 * <p>The header is CLA INS P1 P2. Lengths are big-endian; the largest Le, 256 or 65536, is written
 * as zero.
 */
public final class CommandApdu implements AutoCloseable {
  /** The longest answer that can be asked for, in bytes. */
  public static final int LONGEST_ANSWER = 65536;

  private static final int HEADER = 4;
  private static final int LONGEST_DATA = 65535;
  private static final int SHORT_DATA = 255;
  private static final int SHORT_ANSWER = 256;

  private final byte[] header;
  private final byte[] data;
  private final int expected;

  private CommandApdu(byte[] header, byte[] data, int expected) {
    this.header = header;
    this.data = data;
    this.expected = expected;
  }

  /** Begins a command with these four bytes. */
  public static Builder of(int cla, int ins, int p1, int p2) {
    return new Builder(new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2});
  }

  /** Whether it is too long to be written short as it is. */
  public boolean needsExtended() {
    return data.length > SHORT_DATA || expected > SHORT_ANSWER;
  }

  /**
   * The command as it is sent, for the caller to wipe. In short coding, an answer is asked for that
   * is as long as can be.
   *
   * @throws ProblemException {@link ReaderTooSmall} if the data do not fit a short command
   */
  public byte[] encode(Coding coding) throws ProblemException {
    if (coding == Coding.EXTENDED && needsExtended()) {
      return extended();
    }
    if (data.length > SHORT_DATA) {
      throw new ReaderTooSmall(data.length).asException();
    }
    byte[] apdu = Arrays.copyOf(header, HEADER + lengthOfShortBody());
    int end = HEADER;
    if (data.length > 0) {
      apdu[end++] = (byte) data.length;
      end = append(apdu, end);
    }
    if (expected > 0) {
      apdu[end] = (byte) Math.min(expected, SHORT_ANSWER);
    }
    return apdu;
  }

  private int lengthOfShortBody() {
    return (data.length > 0 ? 1 + data.length : 0) + (expected > 0 ? 1 : 0);
  }

  private byte[] extended() {
    int body = data.length > 0 ? 2 + data.length : 0;
    byte[] apdu = Arrays.copyOf(header, HEADER + 1 + body + (expected > 0 ? 2 : 0));
    int end = HEADER + 1;
    if (data.length > 0) {
      apdu[end++] = (byte) (data.length >> 8);
      apdu[end++] = (byte) data.length;
      end = append(apdu, end);
    }
    if (expected > 0) {
      apdu[end++] = (byte) (expected >> 8);
      apdu[end] = (byte) expected;
    }
    return apdu;
  }

  private int append(byte[] apdu, int at) {
    System.arraycopy(data, 0, apdu, at, data.length);
    return at + data.length;
  }

  /** Sends it and wipes what was sent; the answer is the caller's to close. */
  public ResponseApdu transmit(CardChannel channel, Coding coding) throws ProblemException {
    byte[] sent = encode(coding);
    try {
      return ResponseApdu.taking(channel.transmit(sent));
    } finally {
      Arrays.fill(sent, (byte) 0);
    }
  }

  /** Overwrites the data. */
  @Override
  public void close() {
    Arrays.fill(data, (byte) 0);
  }

  @Override
  public String toString() {
    return Bytes.of(header) + " with " + data.length + " bytes, expecting " + expected;
  }

  /** Collects the data of a command. What it held is wiped once the command is built. */
  public static final class Builder {
    private final byte[] header;
    private final WipedStream data = new WipedStream();
    private int expected;

    private Builder(byte[] header) {
      this.header = header;
    }

    /** Appends public bytes. */
    public Builder put(Bytes more) {
      data.writeBytes(more.toByteArray());
      return this;
    }

    /** Appends single bytes. */
    public Builder put(int... more) {
      for (int octet : more) {
        data.write(octet);
      }
      return this;
    }

    /** Appends secret bytes; the secret stays its owner's. */
    public Builder put(Secret more) {
      return more.use(this::put);
    }

    /** Appends bytes that somebody lends. */
    public Builder put(byte[] lent) {
      data.writeBytes(lent);
      return this;
    }

    /** Asks for an answer of up to so many bytes, 1 to {@link #LONGEST_ANSWER}. */
    public Builder expecting(int size) {
      if (size < 1 || size > LONGEST_ANSWER) {
        throw new IllegalArgumentException("answer of " + size + " bytes");
      }
      expected = size;
      return this;
    }

    /**
     * The command.
     *
     * @throws IllegalArgumentException if there are more than 65535 bytes of data
     */
    public CommandApdu build() {
      byte[] content = data.toByteArray();
      data.wipe();
      if (content.length > LONGEST_DATA) {
        Arrays.fill(content, (byte) 0);
        throw new IllegalArgumentException("command of " + content.length + " bytes");
      }
      return new CommandApdu(header, content, expected);
    }
  }

  /** A stream whose room is large enough for every secret command, so that it does not grow. */
  private static final class WipedStream extends ByteArrayOutputStream {
    // PINs and shares have at most some dozen bytes; a certificate that makes it grow is public.
    private static final int ROOM = 512;

    private WipedStream() {
      super(ROOM);
    }

    private void wipe() {
      Arrays.fill(buf, (byte) 0);
      reset();
    }
  }
}
