// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.tlv.Tag;
import org.keyrite.core.tlv.TlvReader;

/**
 * A key in the state file, in the clear:
 *
 * <pre>
 * EA { 81 identifier (1)
 *      E1 { [90 uses left (4)]  [91 allowed algorithms]  [92 key domain (1)] }
 *      one of  E2 { 81 modulus  82 exponent  83 private exponent  [84 p  85 q] }    RSA
 *              E3 { 81 curve, such as "secp256r1"  82 number }                      EC
 *              E4 { 81 key } }                                                      AES
 * </pre>
 */
final class KeyFormat {
  static final int KEY = 0xEA;

  private static final int RULES = 0xE1;
  private static final int RSA = 0xE2;
  private static final int EC = 0xE3;
  private static final int AES = 0xE4;

  private KeyFormat() {}

  static Bytes encode(int identifier, StoredKey key) {
    return Ber.tlv(
        KEY,
        Ber.tlv(0x81, Ber.octet(identifier)),
        Ber.tlv(RULES, key.rules().encode()),
        encode(key.material()));
  }

  private static Bytes encode(KeyMaterial material) {
    return switch (material) {
      case RsaKey key ->
          Ber.tlv(
              RSA,
              Ber.tlv(0x81, key.modulus()),
              Ber.tlv(0x82, key.exponent()),
              Ber.tlv(0x83, key.privateExponent().bytes()),
              key.primes().map(KeyFormat::encode).orElse(Bytes.EMPTY));
      case EcKey key ->
          Ber.tlv(
              EC,
              Ber.tlv(0x81, StateFormat.ascii(key.curve().commonName())),
              Ber.tlv(0x82, key.scalar().bytes()));
      case AesKey key -> Ber.tlv(AES, Ber.tlv(0x81, key.key().bytes()));
    };
  }

  private static Bytes encode(RsaKey.Primes primes) {
    return Ber.tlv(0x84, primes.p().bytes()).plus(Ber.tlv(0x85, primes.q().bytes()));
  }

  /** Reads what is in EA and hands it on. */
  static void read(TlvReader reader, BiConsumer<Integer, StoredKey> found) throws ProblemException {
    int identifier = reader.next(new Tag(0x81)).at(0);
    KeyRules rules = rules(reader.enter(new Tag(RULES)));
    found.accept(identifier, new StoredKey(material(reader), rules));
    reader.finish();
  }

  private static KeyRules rules(TlvReader reader) throws ProblemException {
    Optional<Long> uses = Optional.empty();
    Bytes allowed = Bytes.EMPTY;
    Optional<Integer> domain = Optional.empty();
    for (var field : reader.rest()) {
      switch (field.tag().value()) {
        case 0x90 -> uses = Optional.of(Ber.number(field.value()));
        case 0x91 -> allowed = field.value();
        case 0x92 -> domain = Optional.of(field.value().at(0));
        default -> throw new IllegalArgumentException("rule " + field.tag());
      }
    }
    return new KeyRules(uses, allowed, domain);
  }

  private static KeyMaterial material(TlvReader whole) throws ProblemException {
    var tlv = whole.next();
    TlvReader reader = TlvReader.of(StateFormat.NAME, tlv.value());
    return switch (tlv.tag().value()) {
      case RSA ->
          new RsaKey(
              reader.next(new Tag(0x81)),
              reader.next(new Tag(0x82)),
              hidden(reader, 0x83),
              primes(reader));
      case EC -> new EcKey(curve(reader.next(new Tag(0x81))), hidden(reader, 0x82));
      case AES -> new AesKey(hidden(reader, 0x81));
      default -> throw new IllegalArgumentException("key " + tlv.tag());
    };
  }

  private static Optional<RsaKey.Primes> primes(TlvReader reader) throws ProblemException {
    return reader.hasNext()
        ? Optional.of(new RsaKey.Primes(hidden(reader, 0x84), hidden(reader, 0x85)))
        : Optional.empty();
  }

  private static EcCurve curve(Bytes name) {
    return EcCurve.named(StateFormat.text(name))
        .orElseThrow(() -> new IllegalArgumentException("curve"));
  }

  private static Hidden hidden(TlvReader reader, int tag) throws ProblemException {
    return Hidden.of(reader.next(new Tag(tag)));
  }
}
