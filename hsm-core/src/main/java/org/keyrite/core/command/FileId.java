// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.command;

import java.util.Optional;
import org.keyrite.core.apdu.CommandApdu;
import org.keyrite.core.key.KeyId;

/**
 * The name of a file or key on a device (byte reference, section 2.1 [2+]).
 *
 * @param value two bytes, big-endian; the first says what it is, the second is its number
 */
public record FileId(int value) {
  /** The device's certificates. */
  public static final FileId CERTIFICATES = new FileId(0x2F02);

  /** The label of the device. */
  public static final FileId TOKEN_INFO = new FileId(0x2F03);

  /** Where data go that are too long for a command. */
  public static final FileId SCRATCH = new FileId(0x2F10);

  private static final int KEY = 0xCC;
  private static final int DESCRIPTION = 0xC4;
  private static final int CERTIFICATE = 0xCE;

  /**
   * The name with this number.
   *
   * @throws IllegalArgumentException if it does not fit two bytes
   */
  public FileId {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("file " + value);
    }
  }

  /** The key itself, which nobody can read. */
  public static FileId ofKey(KeyId key) {
    return new FileId(KEY << 8 | key.value());
  }

  /** What the key is called and for. */
  public static FileId ofDescription(KeyId key) {
    return new FileId(DESCRIPTION << 8 | key.value());
  }

  /** The request for the key, or its certificate. */
  public static FileId ofCertificate(KeyId key) {
    return new FileId(CERTIFICATE << 8 | key.value());
  }

  /** Whose file it is, if it is a key of the owner or stands beside one. */
  public Optional<KeyId> key() {
    boolean isOfKey = type() == KEY || type() == DESCRIPTION || type() == CERTIFICATE;
    return isOfKey && number() != 0 ? Optional.of(new KeyId(number())) : Optional.empty();
  }

  /** What it is, such as {@code CC} for a key. */
  public int type() {
    return value >> 8;
  }

  /** Its number among those of its type. */
  public int number() {
    return value & 0xFF;
  }

  /** Whether it is a key of the owner: number 0 is the device's own. */
  public boolean isKey() {
    return type() == KEY && number() != 0;
  }

  CommandApdu.Builder asParameters(int cla, int ins) {
    return CommandApdu.of(cla, ins, type(), number());
  }

  /** Four upper-case hex digits. */
  @Override
  public String toString() {
    return "%04X".formatted(value);
  }
}
