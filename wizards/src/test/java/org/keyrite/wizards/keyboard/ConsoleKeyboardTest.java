// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleKeyboardTest {
  private static KeyboardSetup in(Map<String, String> environment) {
    return ConsoleKeyboard.of(environment, () -> List.of("de"), () -> Optional.of(true));
  }

  @Test
  void tellsTheKeyboardOfThisComputer() {
    KeyboardSetup here = in(Map.of("TERM", "linux"));
    assertEquals(List.of("de"), here.layouts());
    assertEquals(Optional.of(true), here.capsLock());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH_CONNECTION", "SSH_TTY"})
  void knowsNothingOfTheKeyboardOfAnotherComputer(String sign) {
    KeyboardSetup elsewhere = in(Map.of(sign, "/dev/pts/3"));
    assertEquals(List.of(), elsewhere.layouts());
    assertEquals(Optional.empty(), elsewhere.capsLock());
  }
}
