// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.view.secret;

import java.util.List;
import java.util.Optional;

/** What is known of the keyboard: a password made on one layout is needed on another one day. */
public interface Keyboard {
  /**
   * The codes of the layouts that are set up, such as {@code de}. With several it is not known
   * which one is active. Empty if the system does not tell.
   */
  List<String> layouts();

  /** Whether caps lock is on, if the system tells. */
  Optional<Boolean> capsLock();
}
