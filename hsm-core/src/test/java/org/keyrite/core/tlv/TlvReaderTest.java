// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.tlv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyrite.core.testing.Problems.assertRefused;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.testing.Seed;

class TlvReaderTest {
  private static final String FORMAT = "sample";

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @CsvSource({
    "'', tag, 0",
    "30, length, 1",
    "3001, length, 0",
    "300200, length, 0",
    "30800000, length, 1",
    "308100, length, 1",
    "30817F, length, 1",
    "3081, length, 1",
    "30820080, length, 1",
    "308200FF00, length, 1",
    "3083000100, length, 1",
    "3085010000000000, length, 1",
    "3084FFFFFFFF, length, 1",
    "30FF, length, 1",
    "1F, tag, 0",
    "1F00, tag, 0",
    "1F1E00, tag, 0",
    "1F8000, tag, 0",
    "7F801F00, tag, 0",
    "7F81, tag, 0",
    "7F81818100, tag, 0",
    "040101040201, length, 3",
  })
  void refusesWhatNoEncoderWrites(String hex, String field, int offset) {
    assertRefused(
        new Malformed(FORMAT, field, offset),
        () -> {
          TlvReader reader = TlvReader.of(FORMAT, Bytes.fromHex(hex));
          do {
            reader.next();
          } while (reader.hasNext());
        });
  }

  @Test
  void refusesBytesBehindASingleObject() {
    assertRefused(
        new Malformed(FORMAT, "end", 3), () -> TlvReader.single(FORMAT, Bytes.fromHex("04010100")));
  }

  @Test
  void namesTheOffsetInTheWholeFromInside() {
    assertRefused(
        new Malformed(FORMAT, "length", 4),
        () -> {
          TlvReader outer = TlvReader.of(FORMAT, Bytes.fromHex("04003003040300"));
          outer.next();
          outer.enter(new Tag(0x30)).next();
        });
  }

  @Test
  void refusesAnotherTagThanExpected() {
    assertRefused(
        new Malformed(FORMAT, "tag 30", 0),
        () -> TlvReader.of(FORMAT, Bytes.fromHex("3100")).next(new Tag(0x30)));
  }

  @Test
  void doesNotReadBeyondTheObjectItEntered() throws ProblemException {
    TlvReader outer = TlvReader.of(FORMAT, Bytes.fromHex("30030401AA0500"));
    TlvReader inner = outer.enter(new Tag(0x30));
    assertEquals(List.of(new Tlv(new Tag(0x04), Bytes.fromHex("aa"))), inner.rest());
    assertFalse(inner.hasNext());
    inner.finish();
    assertEquals(Bytes.EMPTY, outer.next(new Tag(0x05)));
    assertFalse(outer.hasNext());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x10000})
  void readsBackEveryLength(int size) throws ProblemException {
    Tlv tlv = new Tlv(new Tag(0x5F1F), Bytes.of(new byte[size]));
    assertEquals(tlv, TlvReader.single(FORMAT, tlv.encode()));
  }

  @Test
  void everyMutationIsRefusedOrEncodesToItself() {
    Random random = Seed.random(TlvReaderTest.class);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] mutated = sample(random).encode().toByteArray();
      mutated[random.nextInt(Math.min(6, mutated.length))] ^= (byte) (1 << random.nextInt(8));
      Bytes found = Bytes.of(mutated).slice(0, mutated.length - random.nextInt(2));
      try {
        assertEquals(found, TlvReader.single(FORMAT, found).encode());
      } catch (ProblemException e) {
        assertTrue(((Malformed) e.problem()).offset() <= found.size());
        refused++;
      }
    }
    assertTrue(refused > 10_000, refused + " refused");
  }

  private static Tlv sample(Random random) {
    int[] tags = {0x02, 0x30, 0x5F1F, 0x7F21, 0x7F8121, 0x9F70};
    byte[] value = new byte[random.nextInt(300)];
    random.nextBytes(value);
    return new Tlv(new Tag(tags[random.nextInt(tags.length)]), Bytes.of(value));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {-1, 0x1F, 0x3F, 0x3000, 0x7F1E, 0x7F80, 0x7FFF, 0x7F8001, 0x7F2101, 0x1000000})
  void refusesNumbersThatAreNoTag(int value) {
    assertThrows(IllegalArgumentException.class, () -> new Tag(value));
  }

  @Test
  void knowsConstructedTags() {
    assertTrue(new Tag(0x30).isConstructed());
    assertTrue(new Tag(0x7F4E).isConstructed());
    assertFalse(new Tag(0x5F1F).isConstructed());
    assertFalse(new Tag(0x04).isConstructed());
  }
}
