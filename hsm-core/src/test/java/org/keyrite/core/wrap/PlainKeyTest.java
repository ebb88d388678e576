// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.key.Curve;
import org.keyrite.core.problem.KeyProblem.WrappedKeyBroken;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Vector;
import org.keyrite.core.testing.WrappedKeys;

/** Keys that come whole out of their wrapping and yet are none. */
class PlainKeyTest {
  private static final Bytes RANDOM = Bytes.of(new byte[8]);

  @Test
  void emptyAndShortNumbersOfPicoAreTaken() throws ProblemException {
    List<Bytes> parts = p521(Bytes.of((byte) 2));
    parts.set(0, Bytes.EMPTY);
    parts.set(1, Bytes.EMPTY);
    PlainKey key = read(KeyType.EC, 528, parts);
    assertEquals("secp521r1", key.spec().text());
    assertEquals(new PlainKey.Field.Hidden(hiddenAt(parts), 1, 66), key.fields().get(5));
    assertEquals(key.publicKey(), read(KeyType.EC, 521, p521(Bytes.of((byte) 2))).publicKey());
  }

  private static int hiddenAt(List<Bytes> parts) {
    int at = PlainKey.SIZE_END;
    for (Bytes part : parts.subList(0, 5)) {
      at += 2 + part.size();
    }
    return at + 2;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 01, curve",
    "1, 01, curve",
    "2, 01, curve",
    "2, '', curve",
    "3, 01, curve",
    "4, 04, curve",
    "5, '', private key",
    "5, 00, private key",
    "5, 03, public key",
    "6, '', public key",
    "6, 0400, public key",
  })
  void anotherPartOfAnEcKeyIsNoticed(int index, String hex, String field) {
    List<Bytes> parts = p521(Bytes.of((byte) 2));
    parts.set(index, Bytes.fromHex(hex));
    assertRefused(new WrappedKeyBroken(field), () -> read(KeyType.EC, 521, parts));
  }

  @Test
  void aPrivateKeyAsLargeAsTheOrderIsNone() {
    List<Bytes> parts = p521(Curve.SECP521R1.numbers().get(4));
    assertRefused(new WrappedKeyBroken("private key"), () -> read(KeyType.EC, 521, parts));
  }

  @ParameterizedTest
  @CsvSource({"0", "256", "520", "522"})
  void anotherSizeOfAnEcKeyIsNoticed(int size) {
    List<Bytes> parts = p521(Bytes.of((byte) 2));
    assertRefused(new WrappedKeyBroken("size"), () -> read(KeyType.EC, size, parts));
  }

  @ParameterizedTest
  @CsvSource({
    "0, exponent of p",
    "1, exponent of q",
    "2, primes",
    "3, coefficient",
    "4, primes",
    "5, primes",
    "6, exponent of p"
  })
  void anotherPartOfAnRsaKeyIsNoticed(int index, String field) throws IOException {
    List<Bytes> parts = rsaCrt();
    byte[] changed = parts.get(index).toByteArray();
    changed[changed.length - 1] ^= 2;
    parts.set(index, Bytes.of(changed));
    assertRefused(new WrappedKeyBroken(field), () -> read(KeyType.RSA_CRT, 2048, parts));
  }

  @Test
  void onesAreNoPrimes() throws IOException {
    List<Bytes> parts = rsaCrt();
    parts.set(2, parts.get(5));
    parts.set(4, Bytes.of((byte) 1));
    assertRefused(new WrappedKeyBroken("primes"), () -> read(KeyType.RSA_CRT, 2048, parts));
  }

  @Test
  void anotherPrivateExponentIsNoticed() throws IOException {
    List<Bytes> crt = rsaCrt();
    List<Bytes> parts = List.of(crt.get(0), crt.get(5), crt.get(6));
    assertRefused(new WrappedKeyBroken("private key"), () -> read(KeyType.RSA, 2048, parts));
    assertRefused(new WrappedKeyBroken("size"), () -> read(KeyType.RSA, 2047, parts));
    List<Bytes> none = List.of(Bytes.EMPTY, crt.get(5), crt.get(6));
    assertRefused(new WrappedKeyBroken("private key"), () -> read(KeyType.RSA, 2048, none));
    List<Bytes> even = List.of(crt.get(0), crt.get(5).plus(Bytes.of((byte) 0)), crt.get(6));
    assertRefused(new WrappedKeyBroken("modulus"), () -> read(KeyType.RSA, 2056, even));
  }

  @ParameterizedTest
  @CsvSource({"0", "15", "17", "33", "64", "65535"})
  void anAesKeyOfAnotherSizeIsNone(int size) {
    assertRefused(
        new WrappedKeyBroken("size"),
        () -> PlainKey.read(KeyType.AES, plain(size, Bytes.of(new byte[38]))));
  }

  @Test
  void anAesKeyThatIsCutIsNone() {
    assertRefused(
        new WrappedKeyBroken("size"),
        () -> PlainKey.read(KeyType.AES, plain(32, Bytes.of(new byte[22]))));
  }

  @ParameterizedTest
  @CsvSource({"EC, '', part 1", "RSA, 0001, part 1", "RSA, 000101, part 2", "RSA, 0000 01, part 2"})
  void partsThatDoNotEndAreNoticed(KeyType type, String hex, String field) {
    Bytes parts = Bytes.fromHex(hex.replace(" ", ""));
    assertRefused(new WrappedKeyBroken(field), () -> PlainKey.read(type, plain(256, parts)));
  }

  private static List<Bytes> p521(Bytes secret) {
    List<Bytes> numbers = Curve.SECP521R1.numbers();
    Bytes twice =
        Bytes.of(
            Curve.SECP521R1.domain().getG().multiply(BigInteger.TWO).normalize().getEncoded(false));
    return new ArrayList<>(
        List.of(
            numbers.get(1),
            numbers.get(2),
            numbers.get(0),
            numbers.get(4),
            numbers.get(3),
            secret,
            twice));
  }

  private static List<Bytes> rsaCrt() throws IOException {
    Vector vector =
        WrappedKeys.synthetic().stream()
            .filter(known -> known.name().startsWith("RSA-2048 CRT"))
            .findFirst()
            .orElseThrow()
            .vector();
    Vector components = vector.get("components");
    List<Bytes> parts = new ArrayList<>();
    for (String name : List.of("dp1", "dq1", "p", "pq", "q", "n", "e")) {
      parts.add(components.bytes(name));
    }
    return parts;
  }

  private static PlainKey read(KeyType type, int size, List<Bytes> parts) throws ProblemException {
    Bytes content = Bytes.EMPTY;
    for (Bytes part : parts) {
      content = content.plus(Bytes.of((byte) (part.size() >> 8), (byte) part.size())).plus(part);
    }
    return PlainKey.read(type, plain(size, content));
  }

  private static byte[] plain(int size, Bytes content) {
    return RANDOM.plus(Bytes.of((byte) (size >> 8), (byte) size)).plus(content).toByteArray();
  }
}
