// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Set;
import org.keyrite.core.bytes.Bytes;

/**
 * The device with this part in the ceremony must be in a reader. The first time it may be any that
 * has no other part; from then on, and in every later step, it is that one and no other. Where
 * readers are fewer than devices, the same device is awaited again after each swap.
 *
 * @param part which device: {@code target}, {@code device[2]}, ...
 * @param serial where its serial goes, or stands; its name ends with {@code serial}
 * @param again whether it was awaited before
 * @param holding what is on it
 */
public record AwaitDevice(
    StepId id,
    Seat seat,
    List<Object> words,
    String part,
    Fact<String> serial,
    boolean again,
    Holding holding)
    implements Step {

  /**
   * What is on a device when it comes into a ceremony. No device is refused for it here: work says
   * what is missing. A rehearsal makes its devices so, which have made-up PINs then.
   */
  public enum Holding {
    /** Whatever it is; a new one will do. */
    ANYTHING,
    /** A key encryption key, and no keys under it. */
    KEY_ENCRYPTION_KEY,
    /** Keys, under a key encryption key. */
    KEYS,
    /** Keys, one of which another program left without a name. */
    NAMELESS_KEY,
    /** A group signer, and a key encryption key under which it can leave. */
    GROUP_SIGNER,
    /** Room for a key domain that the plan names, where nothing is set up. */
    KEY_DOMAIN_ROOM,
    /** A key domain of a group, without keys. */
    GROUP_MEMBER,
    /** Keys in a key domain of the same group. */
    GROUP_KEYS
  }

  private static final String SERIAL = "serial";

  /** Keeps its own copy of the words. */
  public AwaitDevice {
    words = List.copyOf(words);
    fingerprint(serial);
  }

  /** Where the fingerprint of a device goes, or stands: beside its serial. */
  static Fact<Bytes> fingerprint(Fact<String> serial) {
    return new Fact<>(beside(serial, "fingerprint"), Codec.HEX);
  }

  /** Where it goes, or stands, whether the device proved that it has its certificate's key. */
  static Fact<Boolean> proven(Fact<String> serial) {
    return new Fact<>(beside(serial, "proven"), Codec.YES_NO);
  }

  private static String beside(Fact<String> serial, String what) {
    if (!serial.name().endsWith(SERIAL)) {
      throw new IllegalArgumentException(serial + " is no serial");
    }
    int end = serial.name().length() - SERIAL.length();
    return serial.name().substring(0, end) + what;
  }

  /** Where it goes, or stands, whether it proved that it has its certificate's key. */
  public Fact<Boolean> proven() {
    return proven(serial);
  }

  /** Where the fingerprint of its certificate goes, or stands. */
  public Fact<Bytes> fingerprint() {
    return fingerprint(serial);
  }

  /** A device that is awaited for the first time. */
  public static AwaitDevice first(
      StepId id, Seat seat, List<Object> words, String part, Fact<String> serial) {
    return new AwaitDevice(id, seat, words, part, serial, false, Holding.ANYTHING);
  }

  /** The same device after a swap. */
  public AwaitDevice again(StepId id, Seat seat, List<Object> words) {
    return new AwaitDevice(id, seat, words, part, serial, true, holding);
  }

  /** The same device, which brings this along. */
  public AwaitDevice holding(Holding brought) {
    return new AwaitDevice(id, seat, words, part, serial, again, brought);
  }

  @Override
  public Set<Slot> needs() {
    return again ? Set.of(serial) : Set.of();
  }

  @Override
  public Set<Slot> yields() {
    return again ? Set.of() : Set.of(serial, fingerprint(), proven());
  }

  @Override
  public boolean undoable() {
    return true;
  }
}
