// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.dkek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.bytes.Secret;
import org.keyrite.core.random.JvmRandom;
import org.keyrite.core.testing.Vector;

class DkekTest {

  private static DkekShare share(String hex) {
    return DkekShare.taking(Secret.taking(HexFormat.of().parseHex(hex)));
  }

  @Test
  void assemblesEveryVector() throws IOException {
    int tried = 0;
    for (Vector vector : Vector.file("/vectors/dkek.json").list("vectors")) {
      List<DkekShare> shares = new ArrayList<>();
      for (String hex : vector.<List<String>>get("shares")) {
        shares.add(share(hex));
      }
      assertKey(vector, shares);
      assertKey(vector, shares.reversed());
      tried++;
    }
    assertEquals(5, tried);
  }

  @Test
  void assemblesTheRecordedDkek() throws IOException {
    Vector recorded = Vector.file("/recordings/dkek/vectors.json");
    Vector file = recorded.<Vector>get("pbe").get("nm-2of4.pbe");
    Vector dkek = recorded.<Vector>get("dkek").get("nm");
    DkekShare only = share(file.text("share"));
    assertKey(dkek, List.of(only));
    assertEquals(KeyCheckValue.fromText(dkek.text("kcv")), only.keyCheckValue());
    assertFalse(only.isWiped());
  }

  private static void assertKey(Vector expected, List<DkekShare> shares) {
    try (Dkek dkek = Dkek.of(shares);
        Secret encryption = dkek.encryptionKey();
        Secret authentication = dkek.authenticationKey()) {
      assertEquals(expected.bytes("dkek"), dkek.use(Bytes::of));
      assertEquals(expected.bytes("kcv"), dkek.keyCheckValue().value());
      assertEquals(expected.bytes("kenc"), encryption.use(Bytes::of));
      assertEquals(expected.bytes("kmac"), authentication.use(Bytes::of));
    }
  }

  @Test
  void isWipedApartFromItsShares() {
    DkekShare share = share("01".repeat(32));
    Dkek dkek = Dkek.of(List.of(share));
    dkek.close();
    assertThrows(IllegalStateException.class, dkek::keyCheckValue);
    assertFalse(share.isWiped());
    share.close();
    assertTrue(share.isWiped());
    assertThrows(IllegalStateException.class, () -> Dkek.of(List.of(share)));
  }

  @Test
  void needsAShare() {
    assertThrows(IllegalArgumentException.class, () -> Dkek.of(List.of()));
  }

  @Test
  void shareOfAnotherSizeIsWipedAndRefused() {
    for (int size : new int[] {0, 31, 33, 64}) {
      Secret content = Secret.taking(new byte[size]);
      assertThrows(IllegalArgumentException.class, () -> DkekShare.taking(content));
      assertTrue(content.isWiped());
    }
  }

  @Test
  void knowsTheSameShareTwice() throws Exception {
    DkekShare share = DkekShare.generate(new JvmRandom());
    DkekShare same = DkekShare.taking(Secret.taking(share.use(byte[]::clone)));
    assertTrue(share.matches(same));
    assertFalse(share.matches(DkekShare.generate(new JvmRandom())));
  }

  @Test
  void textOfSecretsTellsNothing() {
    assertEquals("DKEK share", share("41".repeat(32)).toString());
    assertEquals("DKEK", Dkek.of(List.of(share("41".repeat(32)))).toString());
  }

  @Test
  void checkValueIsUpperCaseHex() {
    KeyCheckValue value = KeyCheckValue.fromText("ecc92c62e3f6189e");
    assertEquals("ECC92C62E3F6189E", value.toText());
    assertEquals(value, KeyCheckValue.fromText(value.toText()));
    assertFalse(value.isNone());
  }

  @Test
  void zeroCheckValueMeansNoKey() {
    assertTrue(KeyCheckValue.fromText("0000000000000000").isNone());
    assertFalse(KeyCheckValue.fromText("0000000000000001").isNone());
    assertFalse(share("00".repeat(32)).keyCheckValue().isNone());
  }

  @Test
  void refusesCheckValuesOfAnotherSize() {
    for (String text : List.of("", "00", "ecc92c62e3f6189", "ecc92c62e3f6189e00", "zz".repeat(8))) {
      assertThrows(IllegalArgumentException.class, () -> KeyCheckValue.fromText(text));
    }
  }
}
