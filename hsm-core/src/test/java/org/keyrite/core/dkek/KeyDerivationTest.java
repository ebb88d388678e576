// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.testing.ReferenceDerivation;
import org.keyrite.core.testing.Seed;
import org.keyrite.core.work.Cancelled;
import org.keyrite.core.work.Progress;

class KeyDerivationTest {
  private static final Bytes SALT = Bytes.fromHex("0001020304050607");

  private static Secret password() {
    return Secret.taking("password".getBytes(StandardCharsets.US_ASCII));
  }

  private static KeyDerivation derivation(int iterations, Progress progress) {
    return new KeyDerivation(password(), SALT, DerivationCost.forTests(iterations), progress);
  }

  private static void assertAgrees(byte[] password, byte[] salt, int iterations) throws Exception {
    try (Secret secret = Secret.taking(password.clone());
        KeyDerivation derivation =
            new KeyDerivation(
                secret, Bytes.of(salt), DerivationCost.forTests(iterations), Progress.NONE);
        Secret key = derivation.key();
        Secret iv = derivation.iv()) {
      byte[] ours = key.use(Bytes::of).plus(iv.use(Bytes::of)).toByteArray();
      assertArrayEquals(
          ReferenceDerivation.derive(password, salt, iterations),
          ours,
          () -> Bytes.of(password) + " " + Bytes.of(salt) + " " + iterations);
    }
  }

  @Test
  void agreesWithTheRuntimesMd5ForPasswordsOfEveryLength() throws Exception {
    Random random = Seed.random(KeyDerivationTest.class);
    for (int size = 0; size <= 200; size++) {
      byte[] password = new byte[size];
      byte[] salt = new byte[8];
      random.nextBytes(password);
      random.nextBytes(salt);
      assertAgrees(password, salt, 1 + random.nextInt(50));
    }
  }

  @Test
  void agreesWithTheRuntimesMd5ForEveryLengthOfChain() throws Exception {
    Random random = Seed.random(KeyDerivationTest.class);
    byte[] password = new byte[16];
    byte[] salt = new byte[8];
    for (int iterations = 1; iterations <= 130; iterations++) {
      random.nextBytes(password);
      random.nextBytes(salt);
      assertAgrees(password, salt, iterations);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99_999, 100_000, 100_001, 100_002, 200_001, 350_019})
  void agreesWithTheRuntimesMd5AcrossSlices(int iterations) throws Exception {
    assertAgrees(new byte[] {1, 2, 3}, SALT.toByteArray(), iterations);
  }

  @Test
  void reportsTrueProgress() {
    List<Long> reports = new ArrayList<>();
    int iterations = 250_000;
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total) {
            assertEquals(3L * iterations, total);
            reports.add(done);
          }

          @Override
          public void checkpoint() {}
        };
    try (KeyDerivation derivation = derivation(iterations, progress)) {
      derivation.key().close();
      assertEquals(2L * iterations, reports.getLast());
      derivation.iv().close();
      assertEquals(3L * iterations, reports.getLast());
    }
    assertEquals(reports.stream().sorted().distinct().toList(), reports);
    assertEquals(9, reports.size());
  }

  /** Cancels at a checkpoint and counts what is heard. */
  private static final class CancelAt implements Progress {
    private final int last;
    private int checkpoints;
    private int reports;

    private CancelAt(int last) {
      this.last = last;
    }

    @Override
    public void report(long done, long total) {
      reports++;
    }

    @Override
    public void checkpoint() {
      if (++checkpoints == last) {
        throw new Cancelled();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6})
  void stopsAtTheCheckpointAndLeavesNothing(int checkpoint) throws Exception {
    CancelAt progress = new CancelAt(checkpoint);
    KeyDerivation derivation = derivation(300_000, progress);
    assertThrows(Cancelled.class, derivation::key);
    assertEquals(checkpoint, progress.checkpoints);
    assertEquals(checkpoint - 1, progress.reports);
    assertArrayEquals(new byte[16], left(derivation));
  }

  @Test
  void stopsInTheLastThirdAndLeavesNothing() throws Exception {
    CancelAt progress = new CancelAt(8);
    KeyDerivation derivation = derivation(300_000, progress);
    derivation.key().close();
    assertFalse(Bytes.of(left(derivation)).equals(Bytes.of(new byte[16])));
    assertThrows(Cancelled.class, derivation::iv);
    assertArrayEquals(new byte[16], left(derivation));
  }

  @Test
  void leavesNothingWhenItIsDone() throws Exception {
    KeyDerivation derivation = derivation(10, Progress.NONE);
    derivation.key().close();
    derivation.iv().close();
    assertArrayEquals(new byte[16], left(derivation));
  }

  private static byte[] left(KeyDerivation derivation) throws ReflectiveOperationException {
    Field last = KeyDerivation.class.getDeclaredField("last");
    last.setAccessible(true);
    return (byte[]) last.get(derivation);
  }

  @Test
  void givesKeyAndVectorOnceAndInOrder() {
    KeyDerivation derivation = derivation(2, Progress.NONE);
    assertThrows(IllegalStateException.class, derivation::iv);
    derivation.key().close();
    assertThrows(IllegalStateException.class, derivation::key);
    derivation.iv().close();
    assertThrows(IllegalStateException.class, derivation::iv);
  }

  @Test
  void leavesThePasswordToItsOwner() {
    try (Secret password = password()) {
      KeyDerivation derivation =
          new KeyDerivation(password, SALT, DerivationCost.forTests(2), Progress.NONE);
      derivation.key().close();
      derivation.iv().close();
      derivation.close();
      assertFalse(password.isWiped());
    }
  }

  @Test
  void standardCostIsTheOneOfShareFiles() {
    assertEquals(10_000_000, DerivationCost.STANDARD.iterations());
    assertThrows(IllegalArgumentException.class, () -> DerivationCost.forTests(0));
    assertTrue(DerivationCost.forTests(1).toString().startsWith("1 "));
  }
}
