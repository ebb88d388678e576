// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.keyboard;

import java.util.List;
import java.util.Optional;

/** How a keyboard is set up, as far as the system tells. */
public interface KeyboardSetup {
  /**
   * The codes of the layouts that are set up, such as {@code de}. With several it is not known
   * which one is active. Empty if the system does not tell.
   */
  List<String> layouts();

  /** Whether caps lock is on, if the system tells. */
  Optional<Boolean> capsLock();
}
