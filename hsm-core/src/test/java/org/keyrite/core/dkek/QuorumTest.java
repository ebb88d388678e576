// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.QuorumProblem.ThresholdOutOfRange;
import org.keyrite.core.random.RandomSource;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.testing.SeededSource;
import org.keyrite.core.testing.Vector;

class QuorumTest {
  private final Random random = Seed.random(QuorumTest.class);
  private final RandomSource source = new SeededSource(random);

  private static QuorumShares of(Vector vector) {
    BigInteger prime = new BigInteger(vector.text("prime"), 16);
    int threshold = vector.number("threshold");
    int total = vector.number("total");
    List<PasswordShare> shares = new ArrayList<>();
    for (Vector share : vector.list("shares")) {
      shares.add(
          new PasswordShare(prime, share.number("id"), threshold, total, share.secret("value")));
    }
    return new QuorumShares(prime, threshold, total, shares);
  }

  private static QuorumShares some(QuorumShares set, List<Integer> ids) {
    List<PasswordShare> chosen =
        ids.stream()
            .map(id -> set.shares().stream().filter(s -> s.id() == id).findFirst().orElseThrow())
            .toList();
    return new QuorumShares(set.prime(), set.threshold(), set.total(), chosen);
  }

  private static List<Bytes> candidates(QuorumShares shares) {
    try (JoinedPassword joined = Quorum.join(shares)) {
      return joined.candidates().stream().map(candidate -> candidate.use(Bytes::of)).toList();
    }
  }

  @Test
  void joinsEveryVector() throws Exception {
    int tried = 0;
    for (Vector vector : Vector.file("/vectors/nofm.json").list("vectors")) {
      Bytes padded = vector.bytes("secret_8_bytes");
      Bytes minimal = vector.bytes("password_minimal_bytes");
      List<Bytes> expected = padded.equals(minimal) ? List.of(padded) : List.of(padded, minimal);
      for (List<Integer> ids : vector.<List<List<Integer>>>get("reconstruct_with")) {
        assertEquals(expected, candidates(some(of(vector), ids)), vector.text("name"));
        assertEquals(expected, candidates(some(of(vector), ids.reversed())));
        tried++;
      }
      assertEquals(expected, candidates(of(vector)), "all shares of " + vector.text("name"));
    }
    assertEquals(9, tried);
  }

  @Test
  void splitsEveryVectorWithItsCoefficients() throws Exception {
    for (Vector vector : Vector.file("/vectors/nofm.json").list("vectors")) {
      BigInteger prime = new BigInteger(vector.text("prime"), 16);
      PrimeField field = new PrimeField(prime);
      List<int[]> coefficients = new ArrayList<>();
      coefficients.add(field.read(vector.bytes("secret_8_bytes").toByteArray()));
      for (String coefficient : vector.<List<String>>get("coefficients_a1_up")) {
        coefficients.add(field.read(Bytes.fromHex(coefficient).toByteArray()));
      }
      QuorumShares made = Quorum.split(field, prime, coefficients, vector.number("total"));
      assertEquals(values(of(vector)), values(made), vector.text("name"));
      assertEquals(vector.bytes("prime"), made.primeBytes());
      assertEquals(vector.bytes("prime"), made.shares().getFirst().primeBytes());
    }
  }

  private static List<Bytes> values(QuorumShares set) {
    return set.shares().stream().map(share -> share.value().use(Bytes::of)).toList();
  }

  @Test
  void joinsTheRecordedQuorum() throws Exception {
    Vector vector =
        Vector.file("/recordings/dkek/vectors.json").<Vector>get("pbe").get("nm-2of4.pbe");
    Vector values = vector.get("shares");
    BigInteger prime = new BigInteger(vector.text("prime"), 16);
    List<PasswordShare> shares = new ArrayList<>();
    for (int id = 1; id <= 4; id++) {
      shares.add(new PasswordShare(prime, id, 2, 4, values.secret("" + id)));
    }
    QuorumShares set = new QuorumShares(prime, 2, 4, shares);
    for (List<Integer> pair : List.of(List.of(1, 2), List.of(1, 4), List.of(4, 3))) {
      assertEquals(List.of(vector.bytes("password_hex")), candidates(some(set, pair)));
    }
  }

  @ParameterizedTest
  @EnumSource(QuorumStrength.class)
  void everyQuorumJoinsAndOneShareLessDoesNot(QuorumStrength strength) throws Exception {
    for (int round = 0; round < 40; round++) {
      int custodians = 3 + random.nextInt(18);
      int threshold = 2 + random.nextInt(custodians - 1);
      try (Secret password = Quorum.newPassword(strength, source);
          QuorumShares set = Quorum.split(password, threshold, custodians, strength, source)) {
        List<Integer> ids = new ArrayList<>();
        set.shares().forEach(share -> ids.add(share.id()));
        Collections.shuffle(ids, random);
        Bytes expected = password.use(Bytes::of);
        assertEquals(List.of(expected), candidates(some(set, ids.subList(0, threshold))));
        assertEquals(List.of(expected), candidates(set));
        assertFalse(candidates(some(set, ids.subList(0, threshold - 1))).contains(expected));
        assertFalse(password.isWiped());
      }
    }
  }

  @Test
  void sharesAreNumberedAndOfFixedWidth() throws Exception {
    Secret password = Quorum.newPassword(QuorumStrength.BITS_128, source);
    QuorumShares set = Quorum.split(password, 2, 99, QuorumStrength.BITS_128, source);
    assertEquals(99, set.shares().size());
    for (int i = 0; i < 99; i++) {
      PasswordShare share = set.shares().get(i);
      assertEquals(i + 1, share.id());
      assertEquals(2, share.threshold());
      assertEquals(99, share.total());
      assertEquals(16, share.value().size());
    }
    set.close();
    set.shares().forEach(share -> assertTrue(share.value().isWiped()));
    assertFalse(password.isWiped());
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "0, 3", "-1, 3", "4, 3", "2, 2", "1, 1", "2, 100", "100, 100", "2, 0"})
  void refusesNumbersThatDoNotGoTogether(int threshold, int custodians) throws Exception {
    Secret password = Quorum.newPassword(QuorumStrength.BITS_64, source);
    assertRefused(
        new ThresholdOutOfRange(threshold, custodians),
        () -> Quorum.split(password, threshold, custodians, QuorumStrength.BITS_64, source));
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "3, 3", "2, 99", "99, 99"})
  void acceptsNumbersAtTheLimits(int threshold, int custodians) throws ProblemException {
    Quorum.checkSize(threshold, custodians);
  }

  @Test
  void neverIssuesAPasswordThatBeginsWithZero() throws Exception {
    byte[] firstBytes = {0, (byte) 0x80, (byte) 0xFF, 0, 1};
    int[] asked = {0};
    RandomSource scripted =
        new RandomSource() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public void fill(byte[] into) {
            Arrays.fill(into, (byte) 9);
            into[0] = firstBytes[asked[0]++];
          }
        };
    Bytes rest = Bytes.fromHex("09".repeat(7));
    assertEquals(
        Bytes.fromHex("7f").plus(rest),
        Quorum.newPassword(QuorumStrength.BITS_64, scripted).use(Bytes::of));
    assertEquals(
        Bytes.fromHex("01").plus(rest),
        Quorum.newPassword(QuorumStrength.BITS_64, scripted).use(Bytes::of));
    assertEquals(5, asked[0]);
  }

  @Test
  void splitsOnlyPasswordsThatEveryToolBringsBack() {
    for (String hex :
        List.of(
            "", "01", "00ffffffffffffff", "8000000000000000", "01".repeat(9), "01".repeat(16))) {
      Secret password = Secret.taking(Bytes.fromHex(hex).toByteArray());
      assertThrows(
          IllegalArgumentException.class,
          () -> Quorum.split(password, 2, 3, QuorumStrength.BITS_64, source),
          hex);
    }
  }

  @Test
  void primeIsAlwaysAboveThePassword() throws Exception {
    for (QuorumStrength strength : QuorumStrength.values()) {
      byte[] largest = new byte[strength.size()];
      Arrays.fill(largest, (byte) 0xFF);
      largest[0] = 0x7F;
      try (Secret password = Secret.taking(largest);
          QuorumShares set = Quorum.split(password, 2, 3, strength, source)) {
        assertEquals(List.of(Bytes.of(largest)), candidates(set));
        assertTrue(set.prime().testBit(strength.bits() - 2));
      }
    }
  }

  @Test
  void knowsItsStrengthsByTheirBits() {
    assertEquals(QuorumStrength.BITS_64, QuorumStrength.ofBits(64).orElseThrow());
    assertEquals(QuorumStrength.BITS_128, QuorumStrength.ofBits(128).orElseThrow());
    assertTrue(QuorumStrength.ofBits(65).isEmpty());
  }

  @Test
  void padsToEightBytesWhereThePrimeIsShorter() {
    BigInteger prime = BigInteger.valueOf(4_294_967_291L);
    PrimeField field = new PrimeField(prime);
    List<int[]> coefficients = List.of(field.read(new byte[] {7}), field.read(new byte[] {9}));
    QuorumShares set = Quorum.split(field, prime, coefficients, 3);
    assertEquals(List.of(Bytes.fromHex("0000000000000007"), Bytes.fromHex("07")), candidates(set));
  }

  @Test
  void textOfAShareTellsNoValue() {
    PasswordShare share =
        new PasswordShare(
            BigInteger.valueOf(4_294_967_291L),
            3,
            2,
            3,
            Secret.taking(new byte[] {65, 66, 67, 68}));
    assertTrue(share.toString().contains("secret of 4 bytes"), share.toString());
  }
}
