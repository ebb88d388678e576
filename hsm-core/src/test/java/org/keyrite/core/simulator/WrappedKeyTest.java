// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Vector;

/** Blobs that others have made, and blobs that are authentic and make no sense. */
final class WrappedKeyTest {
  private static final KeyEncryptionKey KEY =
      new KeyEncryptionKey(Hidden.of(Bytes.of(new byte[32])));
  private static final Bytes RANDOM = Bytes.fromHex("A0A1A2A3A4A5A6A7");

  /** A blob, what it was made under and with, and the size in bits or bytes that it claims. */
  record Sample(String name, KeyEncryptionKey key, Bytes blob, Bytes random, String allowed) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> vectors() throws IOException {
    List<Sample> samples = new ArrayList<>();
    Vector blobs = Vector.file("/vectors/blobs.json");
    for (Vector vector : blobs.list("vectors")) {
      samples.add(sample(vector.text("name"), blobs, vector, vector.text("allowed_algorithms")));
    }
    for (Vector vector : Vector.file("/vectors/wrapfiles.json").list("vectors")) {
      if (vector.has("blob") && vector.has("rnd")) {
        samples.add(sample(vector.text("name"), vector, vector, vector.text("allowed")));
      }
    }
    return samples;
  }

  private static Sample sample(String name, Vector key, Vector vector, String allowed) {
    KeyEncryptionKey under = new KeyEncryptionKey(Hidden.of(key.bytes("dkek")));
    return new Sample(name, under, vector.bytes("blob"), vector.bytes("rnd"), allowed);
  }

  static List<Sample> recordings() throws IOException {
    Vector file = Vector.file("/recordings/dkek/vectors.json");
    Vector dkek = file.<Vector>get("dkek").get("nm");
    List<Sample> samples = new ArrayList<>();
    for (var entry : file.<Vector>get("wrapped").entries().entrySet()) {
      Vector vector = (Vector) entry.getValue();
      samples.add(
          new Sample(
              entry.getKey(),
              new KeyEncryptionKey(Hidden.of(dkek.bytes("dkek"))),
              vector.bytes("blob"),
              vector.bytes("random"),
              ""));
    }
    return samples;
  }

  @Test
  void thereAreVectorsAndRecordings() throws IOException {
    assertEquals(10, vectors().size());
    assertEquals(3, recordings().size());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void opensAndSealsToTheSameBytes(Sample sample) {
    WrappedKey key = WrappedKey.open(sample.blob(), sample.key()).orElseThrow();
    assertEquals(sample.allowed(), key.allowed().toHex());
    assertEquals(sample.blob(), key.seal(sample.key(), sample.random()));
  }

  /** The emulator leaves a zero number of a curve out, which we write. */
  @ParameterizedTest
  @MethodSource("recordings")
  void opensWhatWasRecorded(Sample sample) {
    WrappedKey key = WrappedKey.open(sample.blob(), sample.key()).orElseThrow();
    Bytes ours = key.seal(sample.key(), sample.random());
    assertEquals(Optional.of(key), WrappedKey.open(ours, sample.key()));
    assertEquals(sample.name().equals("wrap-ecp256.bin"), !ours.equals(sample.blob()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesEveryCutAndEveryChangedByte(Sample sample) {
    Bytes blob = sample.blob();
    for (int i = 0; i < blob.size(); i++) {
      assertEquals(Optional.empty(), WrappedKey.open(blob.slice(0, i), sample.key()));
      byte[] bytes = blob.toByteArray();
      bytes[i] ^= 1;
      assertEquals(Optional.empty(), WrappedKey.open(Bytes.of(bytes), sample.key()));
    }
    assertEquals(
        Optional.empty(), WrappedKey.open(blob.plus(Bytes.of(new byte[16])), sample.key()));
    assertEquals(Optional.empty(), WrappedKey.open(blob, KEY));
  }

  @Test
  void writesNumbersInFullAndAlwaysPads() {
    EcKey small = EcKey.of(EcCurve.SECP_256_K1, BigInteger.TWO).orElseThrow();
    Bytes blob = new WrappedKey(small, Bytes.EMPTY).seal(KEY, RANDOM);
    Bytes plain = KEY.encryption().decrypt(blob.slice(27, blob.size() - 16));
    assertTrue(plain.toHex().contains("0020" + "00".repeat(31) + "02" + "0041" + "04"));
    assertTrue(plain.toHex().endsWith("800000000000"));
    assertTrue(plain.toHex().startsWith("a0a1a2a3a4a5a6a7" + "0100" + "0020" + "00".repeat(32)));
    AesKey aligned = new AesKey(Hidden.of(Bytes.of(new byte[16])));
    assertEquals(25 + 32 + 16, new WrappedKey(aligned, Bytes.EMPTY).seal(KEY, RANDOM).size());
  }

  @Test
  void randomnessMakesEveryBlobAnother() {
    WrappedKey key = new WrappedKey(new AesKey(Hidden.of(RANDOM.plus(RANDOM))), Bytes.EMPTY);
    Random random = new Random(3);
    assertNotEquals(key.seal(KEY, random), key.seal(KEY, random));
  }

  /** An authentic blob with this header behind its check value, and this content. */
  private static Bytes authentic(String header, String content) {
    Bytes plain = RANDOM.plus(Bytes.fromHex(content));
    Bytes padded = plain.plus(Bytes.of(new byte[-plain.size() & 15]));
    Bytes sealed =
        Ber.join(KEY.checkValue(), Bytes.fromHex(header), KEY.encryption().encrypt(padded));
    return sealed.plus(KEY.authentication().mac(sealed));
  }

  private static final String NO_LISTS = "0000000000000000";
  private static final String AES = "0010" + "00".repeat(16);

  @Test
  void takesWhatOthersWriteDifferently() {
    assertTrue(WrappedKey.open(authentic("0F" + NO_LISTS, AES), KEY).isPresent());
    assertTrue(
        WrappedKey.open(authentic("0F" + "0003AABBCC" + "000000000000", AES), KEY).isPresent());
    String bare = ec("", "07", "01", point());
    assertTrue(WrappedKey.open(authentic("0C" + NO_LISTS, bare), KEY).isPresent());
    String long521 = bare.replaceFirst("^0100", "0108");
    assertTrue(WrappedKey.open(authentic("0C" + NO_LISTS, long521), KEY).isPresent());
  }

  private static String point() {
    return EcCurve.SECP_256_K1.g().toHex();
  }

  private static String ec(String a, String b, String d, String point) {
    EcCurve curve = EcCurve.SECP_256_K1;
    return "0100"
        + lv(a)
        + lv(b)
        + lv(curve.p().toHex())
        + lv(curve.n().toHex())
        + lv(curve.g().toHex())
        + lv(d)
        + lv(point);
  }

  private static String lv(String content) {
    return "%04x".formatted(content.length() / 2) + content;
  }

  static List<Bytes> nonsense() {
    String g = point();
    String other = g.substring(0, g.length() - 2) + "00";
    String n = EcCurve.SECP_256_K1.n().toHex();
    return List.of(
        authentic("0E" + NO_LISTS, AES),
        authentic("00" + NO_LISTS, AES),
        authentic("0F" + "0000" + "0000" + "000101" + "0000", AES),
        authentic("0F" + "0000" + "0000" + "0000" + "000101", AES),
        authentic("0F" + "FFFF" + "0000" + "0000" + "0000", AES),
        authentic("0F", AES),
        authentic("0F" + NO_LISTS, "000F" + "00".repeat(16)),
        authentic("0F" + NO_LISTS, "0080" + "00".repeat(16)),
        authentic("0F" + NO_LISTS, "0020" + "00".repeat(14)),
        authentic("0C" + NO_LISTS, ec("", "07", "", g)),
        authentic("0C" + NO_LISTS, ec("", "07", "00", g)),
        authentic("0C" + NO_LISTS, ec("", "07", "02", g)),
        authentic("0C" + NO_LISTS, ec("", "07", n, g)),
        authentic("0C" + NO_LISTS, ec("", "07", "01", other)),
        authentic("0C" + NO_LISTS, ec("", "08", "01", g)),
        authentic("0C" + NO_LISTS, ec("01", "07", "01", g)),
        authentic("0C" + NO_LISTS, "0100" + lv("").repeat(7)),
        authentic("0C" + NO_LISTS, "0100"),
        authentic("05" + NO_LISTS, "0400" + lv("01") + lv("0F") + lv("03")),
        authentic("05" + NO_LISTS, "0400" + lv("01") + lv("FF".repeat(128)) + lv("03")),
        authentic("05" + NO_LISTS, "0400" + lv("01") + lv("FF".repeat(128)) + lv("01")),
        authentic("05" + NO_LISTS, "0400" + lv("").repeat(3)),
        authentic("05" + NO_LISTS, "0400" + lv("03") + lv("80" + "00".repeat(127)) + lv("03")),
        authentic("06" + NO_LISTS, "0400" + lv("").repeat(7)),
        authentic("06" + NO_LISTS, "0400" + lv("01").repeat(7)),
        authentic("06" + NO_LISTS, "0400" + lv("FF".repeat(64)).repeat(7)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void refusesAuthenticNonsense(Bytes blob) {
    assertEquals(Optional.empty(), WrappedKey.open(blob, KEY));
  }

  /** Numbers of a real key, one of which is another. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void refusesRsaNumbersThatDoNotBelongTogether(int wrong) throws IOException {
    Vector blobs = Vector.file("/vectors/blobs.json");
    Vector crt =
        blobs.list("vectors").stream()
            .filter(vector -> vector.number("key_type") == 6)
            .findFirst()
            .orElseThrow();
    Vector numbers = crt.get("components");
    List<String> parts = new ArrayList<>();
    for (String name : List.of("dp1", "dq1", "p", "pq", "q", "n", "e")) {
      parts.add(numbers.text(name));
    }
    assertTrue(WrappedKey.open(authentic("06" + NO_LISTS, content(parts)), KEY).isPresent());
    String right = parts.get(wrong);
    int last = Integer.parseInt(right.substring(right.length() - 2), 16) ^ 2;
    parts.set(wrong, right.substring(0, right.length() - 2) + "%02x".formatted(last));
    assertEquals(
        Optional.empty(), WrappedKey.open(authentic("06" + NO_LISTS, content(parts)), KEY));
  }

  private static String content(List<String> parts) {
    return "0800" + String.join("", parts.stream().map(WrappedKeyTest::lv).toList());
  }
}
