// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The keyboard of somebody in a terminal, asked anew for each secret. */
public final class ConsoleKeyboard implements KeyboardSetup {
  private final Supplier<List<String>> layouts;
  private final Supplier<Optional<Boolean>> capsLock;

  private ConsoleKeyboard(Supplier<List<String>> layouts, Supplier<Optional<Boolean>> capsLock) {
    this.layouts = layouts;
    this.capsLock = capsLock;
  }

  /** The keyboard of this computer; one of which nothing is known if somebody came in by SSH. */
  public static KeyboardSetup ofSystem(Map<String, String> environment) {
    return of(
        environment,
        new SystemLayouts()::codes,
        new CapsLockLights(Path.of("/sys/class/leds"))::areOn);
  }

  static KeyboardSetup of(
      Map<String, String> environment,
      Supplier<List<String>> layouts,
      Supplier<Optional<Boolean>> capsLock) {
    // sshd sets both, the second one where there is a terminal only.
    boolean elsewhere =
        environment.containsKey("SSH_CONNECTION") || environment.containsKey("SSH_TTY");
    return elsewhere
        ? new ConsoleKeyboard(List::of, Optional::empty)
        : new ConsoleKeyboard(layouts, capsLock);
  }

  @Override
  public List<String> layouts() {
    return layouts.get();
  }

  @Override
  public Optional<Boolean> capsLock() {
    return capsLock.get();
  }
}
