// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.keyrite.wizards.keyboard.KeyboardSetup;
import org.keyrite.wizards.keyboard.SystemLayouts;

/** The keyboard of a desktop; caps lock is known on the JavaFX thread only. */
public final class SystemKeyboard implements KeyboardSetup {
  private final SystemLayouts layouts = new SystemLayouts();

  @Override
  public List<String> layouts() {
    return layouts.codes();
  }

  @Override
  public Optional<Boolean> capsLock() {
    return Platform.isKeyLocked(KeyCode.CAPS);
  }
}
