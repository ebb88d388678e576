// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

import java.util.List;
import java.util.Set;

/**
 * The device with this part in the ceremony must be in a reader. Later steps refuse another.
 *
 * @param part which device: {@code source}, {@code target}, ...
 * @param serial where its serial goes
 */
public record AwaitDevice(
    StepId id, Seat seat, List<Object> words, String part, Fact<String> serial) implements Step {

  /** Keeps its own copy of the words. */
  public AwaitDevice {
    words = List.copyOf(words);
  }

  @Override
  public Set<Slot> needs() {
    return Set.of();
  }

  @Override
  public Set<Slot> yields() {
    return Set.of(serial);
  }

  @Override
  public boolean undoable() {
    return true;
  }
}
