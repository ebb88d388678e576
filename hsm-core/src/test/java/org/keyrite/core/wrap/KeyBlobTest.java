// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.wrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.dkek.Dkek;
import org.keyrite.core.key.EcPublicKey;
import org.keyrite.core.key.KeySpec;
import org.keyrite.core.key.PublicKey;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.KeyProblem.WrappedKeyChanged;
import org.keyrite.core.problem.KeyProblem.WrappedUnderAnotherKey;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.WrappedKeys;
import org.keyrite.core.testing.WrappedKeys.Known;

/** {@code vectors/blobs.json}, {@code wrapfiles.json} and the recorded wrapped keys. */
class KeyBlobTest {
  private static final Bytes ANOTHER_DKEK = Bytes.fromHex("5a".repeat(32));

  static List<Known> all() throws IOException {
    return WrappedKeys.all();
  }

  static List<Known> padded() throws IOException {
    List<Known> known = WrappedKeys.synthetic();
    known.addAll(WrappedKeys.ofRealDevices());
    return known;
  }

  static List<Known> recorded() throws IOException {
    return WrappedKeys.recorded();
  }

  @ParameterizedTest
  @MethodSource("all")
  void opensAndSealsToTheSameBytes(Known known) throws ProblemException {
    KeyBlob blob = KeyBlob.parse(known.blob());
    assertEquals(known.blob(), blob.encode());
    try (Dkek dkek = known.open();
        UnwrappedKey key = blob.open(dkek)) {
      assertEquals(known.blob(), key.sealAsFound(dkek).encode());
    }
  }

  /** What devices write has numbers of full length and padding, and so have we. */
  @ParameterizedTest
  @MethodSource("padded")
  void writesWhatADeviceWrites(Known known) throws ProblemException {
    try (Dkek dkek = known.open();
        UnwrappedKey key = KeyBlob.parse(known.blob()).open(dkek)) {
      assertEquals(known.blob(), key.seal(dkek, known.vector().bytes("rnd")).encode());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void opensAgainUnderAnotherDkek(Known known) throws ProblemException {
    Bytes random = Bytes.fromHex("0102030405060708");
    try (Dkek dkek = known.open();
        Dkek other = WrappedKeys.dkek(ANOTHER_DKEK);
        UnwrappedKey key = KeyBlob.parse(known.blob()).open(dkek);
        UnwrappedKey again = key.seal(other, random).open(other);
        UnwrappedKey asFound = key.sealAsFound(other).open(other)) {
      assertEquals(other.keyCheckValue(), key.seal(other, random).checkValue());
      assertEquals(key.publicKey(), again.publicKey());
      assertEquals(key.publicKey(), asFound.publicKey());
      assertEquals(key.spec(), again.spec());
      assertEquals(again.seal(dkek, random), key.seal(dkek, random));
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void calculatesThePublicKeyOfARecordedKey(Known known) throws ProblemException {
    try (Dkek dkek = known.open();
        UnwrappedKey key = KeyBlob.parse(known.blob()).open(dkek)) {
      assertEquals(PublicKey.parse(known.vector().bytes("spki")), key.publicKey());
    }
  }

  @Test
  void calculatesThePublicKeysOfRealDevices() throws IOException, ProblemException {
    for (Known known : WrappedKeys.ofRealDevices()) {
      try (Dkek dkek = known.open();
          UnwrappedKey key = KeyBlob.parse(known.blob()).open(dkek)) {
        assertEquals(
            Optional.of(known.vector().bytes("q")),
            key.publicKey().map(found -> ((EcPublicKey) found).point()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AES-128, AES-128, 10111899",
    "AES-192, AES-192, 10111899",
    "AES-256, AES-256, 10111899",
    "EC secp256r1, secp256r1, ''",
    "'EC brainpoolP256r1, allowed = 70 73 80 92', brainpoolP256r1, 70738092",
    "RSA-2048 CRT (type 6), RSA-2048, ''",
    "'RSA-2048 non-CRT (type 5), same key', RSA-2048, ''",
  })
  void tellsKindAndAlgorithms(String name, String spec, String algorithms) throws Exception {
    Known known = all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    KeyBlob blob = KeyBlob.parse(known.blob());
    assertEquals(algorithms, blob.algorithms().ids().toHex());
    try (Dkek dkek = known.open();
        UnwrappedKey key = blob.open(dkek)) {
      assertEquals(spec, key.spec().text());
      assertEquals(key.spec() instanceof KeySpec.Aes, key.publicKey().isEmpty());
      assertEquals(spec + " key", key.toString());
    }
  }

  /** Those of full length: all but what an emulator shortened. */
  @ParameterizedTest
  @MethodSource("padded")
  void itsKindIsAmongThoseThatItsSizeAllows(Known known) throws ProblemException {
    KeyBlob blob = KeyBlob.parse(known.blob());
    try (Dkek dkek = known.open();
        UnwrappedKey key = blob.open(dkek)) {
      assertTrue(blob.possibleKinds().contains(key.spec()), blob.possibleKinds()::toString);
      for (KeySpec kind : blob.possibleKinds()) {
        assertEquals(key.spec().getClass(), kind.getClass());
      }
    }
  }

  @Test
  void aSizeThatNoKindHasAllowsNone() throws IOException, ProblemException {
    KeyBlob blob = KeyBlob.parse(WrappedKeys.synthetic().getFirst().blob());
    Bytes twice = blob.ciphertext().plus(blob.ciphertext());
    assertEquals(List.of(new KeySpec.Aes(128)), blob.possibleKinds());
    KeyBlob longer =
        KeyBlob.parse(
            Bytes.fromHex(blob.encode().toHex().replace(blob.ciphertext().toHex(), twice.toHex())));
    assertEquals(List.of(), longer.possibleKinds());
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusesAnotherDkekByItsCheckValue(Known known) throws ProblemException {
    KeyBlob blob = KeyBlob.parse(known.blob());
    try (Dkek other = WrappedKeys.dkek(ANOTHER_DKEK)) {
      assertRefused(new WrappedUnderAnotherKey(blob.checkValue().toText()), () -> blob.open(other));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyChangedByteIsNoticed(Known known) throws ProblemException {
    Random random = Seed.random(KeyBlobTest.class);
    try (Dkek dkek = known.open()) {
      for (int i = 0; i < known.blob().size(); i++) {
        byte[] changed = known.blob().toByteArray();
        changed[i] ^= (byte) (1 << random.nextInt(8));
        assertNoticed(Bytes.of(changed), dkek);
      }
    }
  }

  private static void assertNoticed(Bytes changed, Dkek dkek) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> KeyBlob.parse(changed).open(dkek).close());
    assertTrue(
        refusal.problem() instanceof WrappedKeyChanged
            || refusal.problem() instanceof WrappedUnderAnotherKey
            || refusal.problem() instanceof Malformed,
        refusal.problem()::toString);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyCutIsNoticed(Known known) throws ProblemException {
    try (Dkek dkek = known.open()) {
      for (int size = 0; size < known.blob().size(); size++) {
        assertNoticed(known.blob().slice(0, size), dkek);
      }
      assertNoticed(known.blob().plus(Bytes.of((byte) 0)), dkek);
      assertNoticed(known.blob().plus(Bytes.of(new byte[16])), dkek);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // no block of ciphertext
    "0001020304050607 05 0000 0000 0000 0000 00112233445566778899aabbccddeeff, ciphertext, 17",
    // type that nobody knows
    "0001020304050607 07 0000 0000 0000 0000, type, 8",
    // 17 algorithms
    "0001020304050607 05 0000 0011 0102030405060708090a0b0c0d0e0f1011 0000 0000,"
        + " allowed algorithms, 11",
    // a field that is longer than the whole
    "0001020304050607 05 ffff 00, default algorithm, 11",
    "0001020304050607 05 00, default algorithm, 9",
    "00010203040506, key check value, 0",
  })
  void namesTheFieldThatDoesNotFit(String hex, String field, int offset) {
    assertRefused(
        new Malformed("wrapped key", field, offset),
        () -> KeyBlob.parse(Bytes.fromHex(hex.replace(" ", ""))));
  }

  @Test
  void textTellsNothingOfTheKey() throws IOException, ProblemException {
    KeyBlob blob = KeyBlob.parse(WrappedKeys.synthetic().getFirst().blob());
    assertEquals("AES wrapped under E8572D6529574FFB", blob.toString());
    assertNotEquals(0, blob.mac().size());
  }
}
