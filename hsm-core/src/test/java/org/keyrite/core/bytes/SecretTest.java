// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void wipesTheArrayItTook() {
    byte[] content = {1, 2, 3};
    Secret secret = Secret.taking(content);
    assertFalse(secret.isWiped());
    secret.close();
    secret.close();
    assertArrayEquals(new byte[3], content);
    assertTrue(secret.isWiped());
    assertEquals(3, secret.size());
  }

  @Test
  void lendsNothingOnceItWasWiped() {
    Secret secret = Secret.taking(new byte[] {1});
    secret.close();
    assertThrows(IllegalStateException.class, () -> secret.use(bytes -> bytes.length));
    assertThrows(IllegalStateException.class, secret::copy);
  }

  @Test
  void wipedSecretMatchesNothing() {
    Secret secret = Secret.taking(new byte[1]);
    Secret wiped = Secret.taking(new byte[1]);
    wiped.close();
    assertThrows(IllegalStateException.class, () -> secret.matches(wiped));
    assertThrows(IllegalStateException.class, () -> wiped.matches(secret));
  }

  @Test
  void copyHasAnOwnerOfItsOwn() {
    Secret secret = Secret.taking(new byte[] {7});
    Secret copy = secret.copy();
    secret.close();
    assertEquals(Bytes.fromHex("07"), copy.use(Bytes::of));
  }

  @Test
  void matchesByContent() {
    Secret secret = Secret.taking(new byte[] {1, 2});
    assertTrue(secret.matches(secret));
    assertTrue(secret.matches(Secret.taking(new byte[] {1, 2})));
    assertFalse(secret.matches(Secret.taking(new byte[] {1, 3})));
    assertFalse(secret.matches(Secret.taking(new byte[] {1, 2, 0})));
  }

  @Test
  void textTellsOnlyTheLength() {
    assertEquals("secret of 2 bytes", Secret.taking(new byte[] {0x41, 0x42}).toString());
  }

  @Test
  void isNotWipedUnderABorrowersHands() throws Exception {
    Secret secret = Secret.taking(new byte[] {5});
    CountDownLatch lent = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    try (var other = Executors.newSingleThreadExecutor()) {
      var seen =
          other.submit(() ->
              secret.use(bytes -> {
                lent.countDown();
                closing.await();
                return bytes[0];
              }));
      lent.await();
      Thread closer = Thread.ofPlatform().start(secret::close);
      while (closer.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      closing.countDown();
      assertEquals((byte) 5, seen.get());
      closer.join();
    }
    assertTrue(secret.isWiped());
  }
}
