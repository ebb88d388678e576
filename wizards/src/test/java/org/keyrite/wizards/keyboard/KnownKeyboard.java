// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.util.List;
import java.util.Optional;

/** A keyboard of which just this is known. */
public record KnownKeyboard(Optional<Boolean> capsLock, List<String> layouts)
    implements KeyboardSetup {
  /** One of which nothing is known. */
  public static final KeyboardSetup UNKNOWN = new KnownKeyboard(Optional.empty(), List.of());
}
