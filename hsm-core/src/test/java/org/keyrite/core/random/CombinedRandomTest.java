// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.problem.SystemProblem.RandomnessStuck;
import org.keyrite.core.testing.SeededSource;

class CombinedRandomTest {

  private static SeededSource source(String name, long seed) {
    return new SeededSource(name, new Random(seed));
  }

  private static Bytes drawn(RandomSource... sources) throws ProblemException {
    return new CombinedRandom(List.of(sources)).bytes(32);
  }

  @Test
  void isTheDocumentedConstruction() throws Exception {
    CombinedRandom combined = new CombinedRandom(List.of(source("a", 1), source("bc", 2)));
    Random first = new Random(1);
    Random second = new Random(2);
    for (long request = 0; request < 3; request++) {
      int size = 100;
      byte[] material =
          ByteBuffer.allocate(2 * (8 + 64) + 3)
              .putInt(1)
              .put((byte) 'a')
              .putInt(64)
              .put(block(first))
              .putInt(2)
              .put("bc".getBytes(StandardCharsets.UTF_8))
              .putInt(64)
              .put(block(second))
              .array();
      byte[] info = ByteBuffer.allocate(12).putLong(request).putInt(size).array();
      byte[] expected =
          KDF.getInstance("HKDF-SHA512")
              .deriveData(
                  HKDFParameterSpec.ofExtract()
                      .addSalt("keyrite/random/1".getBytes(StandardCharsets.UTF_8))
                      .addIKM(material)
                      .thenExpand(info, size));
      assertEquals(Bytes.of(expected), combined.bytes(size));
    }
  }

  private static byte[] block(Random random) {
    byte[] block = new byte[64];
    random.nextBytes(block);
    return block;
  }

  @Test
  void expandsEverySizeLikeTheRuntimesHkdf() throws Exception {
    byte[] key = block(new Random(3));
    for (int size : new int[] {0, 1, 63, 64, 65, 128, 1000, 16_320}) {
      byte[] ours = new byte[size];
      Hkdf.expand(key, new byte[] {9}, ours);
      if (size > 0) {
        byte[] theirs =
            KDF.getInstance("HKDF-SHA512")
                .deriveData(
                    HKDFParameterSpec.expandOnly(
                        new SecretKeySpec(key, "HKDF"), new byte[] {9}, size));
        assertArrayEquals(theirs, ours);
      }
    }
    assertThrows(
        IllegalArgumentException.class, () -> Hkdf.expand(key, new byte[0], new byte[16_321]));
  }

  @Test
  void eachSourceAloneChangesEverything() throws ProblemException {
    Bytes both = drawn(source("a", 1), source("b", 2));
    assertEquals(both, drawn(source("a", 1), source("b", 2)));
    assertNotEquals(both, drawn(source("a", 3), source("b", 2)));
    assertNotEquals(both, drawn(source("a", 1), source("b", 3)));
    assertNotEquals(both, drawn(source("b", 2), source("a", 1)));
    assertNotEquals(both, drawn(source("a2", 1), source("b", 2)));
  }

  @Test
  void drawsAfreshForEveryRequest() throws ProblemException {
    CombinedRandom combined = new CombinedRandom(List.of(source("a", 1)));
    assertNotEquals(combined.bytes(32), combined.bytes(32));
  }

  @Test
  void namesItsSources() {
    CombinedRandom combined = new CombinedRandom(List.of(new JvmRandom(), source("device", 1)));
    assertEquals(List.of("jvm", "device"), combined.sources());
    assertEquals("jvm+device", combined.name());
  }

  @Test
  void refusesNoSourceAndTwoOfOneName() {
    assertThrows(IllegalArgumentException.class, () -> new CombinedRandom(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CombinedRandom(List.of(source("a", 1), source("a", 2))));
  }

  /** Yields a pattern of so many bytes over and over. */
  private record Stuck(int period) implements RandomSource {
    @Override
    public String name() {
      return "stuck";
    }

    @Override
    public void fill(byte[] into) {
      for (int i = 0; i < into.length; i++) {
        into[i] = (byte) (0x5A + i % period);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16, 32})
  void refusesASourceThatRepeatsAPattern(int period) {
    CombinedRandom combined = new CombinedRandom(List.of(new JvmRandom(), new Stuck(period)));
    byte[] into = new byte[32];
    assertRefused(new RandomnessStuck("stuck"), () -> combined.fill(into));
    assertArrayEquals(new byte[32], into);
  }

  @Test
  void refusesASourceThatRepeatsItsLastBlock() throws ProblemException {
    CombinedRandom combined = new CombinedRandom(List.of(new JvmRandom(), new Stuck(64)));
    combined.bytes(8);
    assertRefused(new RandomnessStuck("stuck"), () -> combined.bytes(8));
  }

  @Test
  void runtimesGeneratorPassesTheWatch() throws ProblemException {
    CombinedRandom combined = new CombinedRandom(List.of(new JvmRandom()));
    for (int i = 0; i < 10_000; i++) {
      combined.bytes(8);
    }
  }

  @Test
  void leavesNothingInABlockItRefused() {
    byte[] block = new byte[64];
    Arrays.fill(block, (byte) 1);
    assertRefused(new RandomnessStuck("stuck"), () -> new WatchedRandom(new Stuck(1)).fill(block));
    assertArrayEquals(new byte[64], block);
    assertFalse(new JvmRandom().name().isEmpty());
  }
}
