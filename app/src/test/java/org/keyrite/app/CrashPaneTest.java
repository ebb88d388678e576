// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrashPaneTest {
  private static IllegalStateException here(String message) {
    return new IllegalStateException(message);
  }

  @Test
  void theCodeTellsWhereAndNothingOfWhat() {
    String code = CrashPane.code(here("hunter2"));
    assertTrue(code.matches("[0-9A-F]{8}"), code);
    assertEquals(code, CrashPane.code(here("another message")));
    assertNotEquals(code, CrashPane.code(new IllegalArgumentException("hunter2")));
  }
}
