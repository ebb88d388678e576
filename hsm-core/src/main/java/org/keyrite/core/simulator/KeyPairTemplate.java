// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyrite.core.bytes.Bytes;

/**
 * What GENERATE ASYMMETRIC KEY PAIR is told:
 *
 * <pre>
 * 5F29 00                                                     profile
 * 42   1-16  inner authority reference, else the device's holder reference
 * 7F49 { 06 OID, 81 p, 82 a, 83 b, 84 G, 85 n, [87 01] }      a known curve, or
 *      { 06 OID, 82 exponent, 02 bits (2) }                   RSA
 * 5F20 1-16  holder reference
 * 45         outer authority reference; none but the device's holder reference
 * 90, 91, 92 {@link KeyRules}
 * 8A         a private key: not on this device
 * </pre>
 */
record KeyPairTemplate(Fields fields, Kind kind, KeyRules rules) {
  private static final int PROFILE = 0x5F29;
  private static final int AUTHORITY = 0x42;
  private static final int PUBLIC_KEY = 0x7F49;
  private static final int HOLDER = 0x5F20;
  private static final int OUTER_AUTHORITY = 0x45;
  private static final int PRIVATE_KEY = 0x8A;
  private static final List<Integer> KNOWN =
      List.of(PROFILE, AUTHORITY, PUBLIC_KEY, HOLDER, OUTER_AUTHORITY, 0x90, 0x91, 0x92);
  private static final List<Integer> WITH_PRIVATE_KEY =
      Stream.concat(KNOWN.stream(), Stream.of(PRIVATE_KEY)).toList();

  private static final int OID = 0x06;
  private static final int COFACTOR = 0x87;
  private static final List<Integer> EC = List.of(OID, 0x81, 0x82, 0x83, 0x84, 0x85, COFACTOR);
  private static final int EXPONENT = 0x82;
  private static final int BITS = 0x02;
  private static final List<Integer> RSA = List.of(OID, EXPONENT, BITS);
  private static final int LONGEST_REFERENCE = 16;

  /** What kind of pair is wanted. */
  sealed interface Kind {
    /** A new pair, if there is one like that. */
    Optional<? extends KeyMaterial> generate(SecureRandom random);

    /** Bytes of memory that it will take. */
    int room();

    /** Whether such firmware can do it. */
    boolean isKnownTo(Firmware firmware);
  }

  /** A pair on a curve. */
  record EcKind(EcCurve curve) implements Kind {
    @Override
    public Optional<EcKey> generate(SecureRandom random) {
      return Optional.of(EcKey.generate(curve, random));
    }

    @Override
    public int room() {
      return 16 * curve.width();
    }

    @Override
    public boolean isKnownTo(Firmware firmware) {
      return curve.isKnownTo(firmware);
    }
  }

  /** An RSA pair of so many bits. */
  record RsaKind(int bits, Bytes exponent) implements Kind {
    @Override
    public Optional<RsaKey> generate(SecureRandom random) {
      return RsaKey.generate(bits, exponent, random);
    }

    @Override
    public int room() {
      return 2 * RsaKey.room(bits);
    }

    @Override
    public boolean isKnownTo(Firmware firmware) {
      return RsaKey.isKnown(bits, firmware);
    }
  }

  /** Whether a key is brought along, which only development cards take. */
  static boolean bringsKey(Bytes data) {
    return Fields.parse(data, WITH_PRIVATE_KEY)
        .map(fields -> fields.has(PRIVATE_KEY))
        .orElse(false);
  }

  static Optional<KeyPairTemplate> parse(Bytes data) {
    Optional<Fields> fields = Fields.parse(data, KNOWN).filter(KeyPairTemplate::isWhole);
    return fields.flatMap(all ->
        KeyRules.of(all)
            .flatMap(rules ->
                kind(all.get(PUBLIC_KEY)).map(kind -> new KeyPairTemplate(all, kind, rules))));
  }

  private static boolean isWhole(Fields fields) {
    return fields.get(PROFILE).equals(Ber.octet(0))
        && fields.has(PUBLIC_KEY)
        && isReference(fields.get(HOLDER))
        && fields.find(AUTHORITY).map(KeyPairTemplate::isReference).orElse(true);
  }

  private static boolean isReference(Bytes reference) {
    return reference.size() > 0 && reference.size() <= LONGEST_REFERENCE;
  }

  private static Optional<Kind> kind(Bytes publicKey) {
    return Fields.parse(publicKey, RSA)
        .flatMap(KeyPairTemplate::rsa)
        .or(() -> Fields.parse(publicKey, EC).flatMap(KeyPairTemplate::ec));
  }

  private static Optional<Kind> rsa(Fields fields) {
    boolean whole =
        fields.get(OID).equals(PublicKeys.RSA_SHA_256)
            && RsaKey.isExponent(fields.get(EXPONENT))
            && fields.has(BITS, 2);
    int bits = whole ? (int) Ber.number(fields.get(BITS)) : 0;
    return RsaKey.SIZES.contains(bits)
        ? Optional.of(new RsaKind(bits, fields.get(EXPONENT)))
        : Optional.empty();
  }

  private static Optional<Kind> ec(Fields fields) {
    boolean whole =
        fields.get(OID).equals(PublicKeys.ECDSA_SHA_256)
            && List.of(0x81, 0x82, 0x83, 0x84, 0x85).stream()
                .allMatch(tag -> fields.get(tag).size() > 0)
            && (!fields.has(COFACTOR) || fields.get(COFACTOR).equals(Ber.octet(1)));
    if (!whole) {
      return Optional.empty();
    }
    return EcCurve.describedBy(
            fields.get(0x81),
            fields.get(0x82),
            fields.get(0x83),
            fields.get(0x84),
            fields.get(0x85))
        .map(EcKind::new);
  }

  /** Whether the request may be signed by the device with this holder reference. */
  boolean isFor(Bytes device) {
    return fields.find(OUTER_AUTHORITY).map(device::equals).orElse(true);
  }

  Bytes holder() {
    return fields.get(HOLDER);
  }

  Optional<Bytes> authority() {
    return fields.find(AUTHORITY);
  }
}
