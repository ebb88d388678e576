// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.keyrite.core.bytes.Bytes;

/**
 * What a card verifiable certificate says, and its encoding.
 *
 * <pre>
 * 7F21 { 7F4E { 5F29 00, 42 CAR, 7F49 { 06 OID, [81..85], 86 point, [87] }, 5F20 CHR,
 *               7F4C { 06 role, 53 rights }, 5F25 effective, 5F24 expiration }
 *        5F37 signature over 7F4E }
 * </pre>
 *
 * @param authority the reference of the key that signs (CAR)
 * @param holder the reference of the key that is certified (CHR)
 * @param point its public point
 * @param rights C0 for a root, 80 for an issuer, 00 for a device
 * @param from the first day; the last is twenty years later
 */
record CertificateBody(String authority, String holder, Bytes point, int rights, LocalDate from) {
  static final int ROOT = 0xC0;
  static final int ISSUER = 0x80;
  static final int DEVICE = 0x00;

  /** 1.3.6.1.4.1.24991.3.1.1, the role of everything in a device's chain. */
  private static final Bytes ROLE = Bytes.fromHex("2B0601040181C31F030101");

  private static final int YEARS = 20;

  /** The certificate, signed by this key. */
  Bytes signedBy(CvcKey key) {
    Bytes body = encode();
    return Ber.tlv(0x7F21, body, Ber.tlv(0x5F37, key.sign(body)));
  }

  private Bytes encode() {
    return Ber.tlv(
        0x7F4E,
        Ber.tlv(0x5F29, Ber.octet(0)),
        Ber.tlv(0x42, ascii(authority)),
        publicKey(),
        Ber.tlv(0x5F20, ascii(holder)),
        Ber.tlv(0x7F4C, Ber.tlv(0x06, ROLE), Ber.tlv(0x53, Ber.octet(rights))),
        Ber.tlv(0x5F25, date(from)),
        Ber.tlv(0x5F24, date(from.plusYears(YEARS))));
  }

  /** Only a root says which curve it is on; the others inherit that. */
  private Bytes publicKey() {
    return rights == ROOT
        ? PublicKeys.withCurve(EcCurve.BRAINPOOL_256_R1, point)
        : PublicKeys.onInheritedCurve(point);
  }

  private static Bytes ascii(String reference) {
    return Bytes.of(reference.getBytes(StandardCharsets.US_ASCII));
  }

  /** One decimal digit a byte: YYMMDD. */
  private static Bytes date(LocalDate day) {
    byte[] digits =
        day.format(DateTimeFormatter.ofPattern("uuMMdd")).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < digits.length; i++) {
      digits[i] -= '0';
    }
    return Bytes.of(digits);
  }
}
