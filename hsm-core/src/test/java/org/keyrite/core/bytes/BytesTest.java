// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void keepsACopyOfItsOwn() {
    byte[] source = {1, 2};
    Bytes bytes = Bytes.of(source);
    source[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertEquals("0102", bytes.toHex());
  }

  @Test
  void comparesByContent() {
    assertEquals(Bytes.fromHex("00ff"), Bytes.fromHex("00FF"));
    assertEquals(Bytes.fromHex("00ff").hashCode(), Bytes.of((byte) 0, (byte) 0xFF).hashCode());
    assertNotEquals(Bytes.fromHex("00ff"), Bytes.fromHex("00fe"));
    assertNotEquals(Bytes.fromHex("00"), Bytes.fromHex("0000"));
  }

  @Test
  void slicesAndJoins() {
    Bytes bytes = Bytes.fromHex("00010203");
    assertEquals(bytes, bytes.slice(0, 1).plus(bytes.slice(1, 4)));
    assertEquals(Bytes.EMPTY, bytes.slice(4, 4));
    assertEquals(255, Bytes.fromHex("ff").at(0));
  }

  @Test
  void refusesToReadBeyondItsEnd() {
    Bytes bytes = Bytes.fromHex("00010203");
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(2, 5));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> bytes.slice(3, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(4));
  }

  @Test
  void refusesTextThatIsNotHex() {
    assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("0"));
    assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("0g"));
    assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("00:11"));
  }

  /** FIPS 180-2, B.1, and the hash of nothing. */
  @Test
  void hashesAsTheStandardSays() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Bytes.fromHex("616263").sha256().toHex());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Bytes.EMPTY.sha256().toHex());
  }
}
