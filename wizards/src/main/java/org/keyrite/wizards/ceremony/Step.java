// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Set;
import org.keyrite.i18n.Message;

/**
 * One act of a ceremony. There are exactly four kinds, and there is no branch and no loop: what the
 * plan knows is expanded beforehand, a different situation is a different ceremony.
 *
 * <p>Texts are found by the id: {@code KEY.title} says what to do, {@code KEY.text} helps, both
 * with the step's words as arguments.
 */
public sealed interface Step extends Item permits Ask, AwaitDevice, Perform, Attest {
  /** The name. */
  StepId id();

  /** Whose turn it is. */
  Seat seat();

  /** Arguments of the step's texts, known from the plan. */
  List<Object> words();

  /** What must be known before. */
  Set<Slot> needs();

  /** What is known afterwards. */
  Set<Slot> yields();

  /** Whether a person may step back over it once it is done. */
  boolean undoable();

  /** Whether it cleans up, and is therefore also offered when the ceremony is aborted. */
  default boolean lastly() {
    return false;
  }

  /** What to do, in one sentence. */
  default Message title() {
    return new Message(id().key() + ".title", words());
  }

  /** Help for whoever does it. */
  default Message text() {
    return new Message(id().key() + ".text", words());
  }
}
