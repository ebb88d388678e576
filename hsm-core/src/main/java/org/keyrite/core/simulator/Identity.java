// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.keyrite.core.bytes.Bytes;

/**
 * What makes a device this one and no other; it survives everything.
 *
 * @param serial SIMU and seven digits
 * @param firmware the version that it claims
 * @param key the device authentication key
 * @param authority who has certified it
 * @param certificates what EF 2F02 holds: the device's certificate and its issuer's
 */
public record Identity(
    String serial,
    Firmware firmware,
    Hidden key,
    SimulatedAuthority authority,
    Bytes certificates) {

  private static final Pattern SERIAL = Pattern.compile("SIMU[0-9]{7}");
  private static final String SEQUENCE = "00000";
  private static final int SERIALS = 10_000_000;

  /**
   * An identity that shows itself as simulated.
   *
   * @throws IllegalArgumentException if the serial does not begin so
   */
  public Identity {
    if (!SERIAL.matcher(serial).matches()) {
      throw new IllegalArgumentException("serial " + serial);
    }
    new CvcKey(key);
  }

  /** A new device of this authority with a serial by chance. */
  static Identity create(
      SimulatedAuthority authority, Firmware firmware, RandomGenerator random, LocalDate today) {
    String serial = "SIMU%07d".formatted(random.nextInt(SERIALS));
    CvcKey key = CvcKey.generate(random);
    Bytes certificate = authority.deviceCertificate(serial + SEQUENCE, key.publicPoint(), today);
    return new Identity(
        serial, firmware, key.scalar(), authority, certificate.plus(authority.issuerCertificate()));
  }

  /** The holder reference of its certificate, which every request of a key names. */
  Bytes holder() {
    return Bytes.of((serial + SEQUENCE).getBytes(StandardCharsets.US_ASCII));
  }
}
