// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.testing.Vector;

class CurveTest {

  @Test
  void everyCurveIsTheOneOfItsVectorAndNoneIsLeftOut() throws IOException {
    Vector curves = Vector.file("/vectors/curves.json").get("curves");
    for (Curve curve : Curve.values()) {
      Vector vector = curves.get(curve.text());
      List<Bytes> numbers = Stream.of("p", "a", "b", "G", "n", "h").map(vector::bytes).toList();
      assertEquals(numbers, curve.numbers(), curve.text());
    }
    assertEquals(
        new TreeSet<>(curves.entries().keySet()),
        new TreeSet<>(Stream.of(Curve.values()).map(Curve::text).toList()));
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByNameNumbersAndPoint(Curve curve) {
    assertEquals(Optional.of(curve), Curve.fromText(curve.text()));
    assertEquals(Optional.of(curve), Curve.find(curve.numbers()));
    assertEquals(Optional.of(curve), Curve.holding(curve.numbers().get(3)));
  }

  @ParameterizedTest
  @EnumSource
  void anotherNumberMakesItUnknown(Curve curve) {
    for (int i = 0; i < 6; i++) {
      List<Bytes> numbers = new ArrayList<>(curve.numbers());
      numbers.set(i, flipped(numbers.get(i)));
      assertEquals(Optional.empty(), Curve.find(numbers));
    }
    assertEquals(Optional.empty(), Curve.find(curve.numbers().subList(0, 5)));
    assertEquals(Optional.empty(), Curve.find(List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoPoint(Curve curve) {
    Bytes base = curve.numbers().get(3);
    assertTrue(curve.isPoint(base));
    assertFalse(curve.isPoint(flipped(base)));
    assertFalse(curve.isPoint(base.slice(0, base.size() - 1)));
    assertFalse(curve.isPoint(base.plus(Bytes.of((byte) 0))));
    assertFalse(curve.isPoint(Bytes.EMPTY));
    assertFalse(curve.isPoint(Bytes.of((byte) 0)));
    assertFalse(curve.isPoint(Bytes.of(new byte[base.size()])));
    Bytes hybrid = Bytes.of((byte) (6 + base.at(base.size() - 1) % 2));
    assertFalse(curve.isPoint(hybrid.plus(base.slice(1, base.size()))));
  }

  @Test
  void twistedCurvesAreNotOffered() {
    assertEquals(12, Curve.offered().size());
    assertFalse(Curve.offered().contains(Curve.BRAINPOOL_P256T1));
    assertEquals(521, Curve.SECP521R1.bits());
    assertEquals(66, Curve.SECP521R1.fieldSize());
    assertEquals(66, Curve.SECP521R1.orderSize());
  }

  private static Bytes flipped(Bytes bytes) {
    byte[] changed = bytes.toByteArray();
    changed[changed.length - 1] ^= 1;
    return Bytes.of(changed);
  }
}
