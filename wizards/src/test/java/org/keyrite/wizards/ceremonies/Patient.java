// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremonies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.keyrite.core.problem.DeviceProblem;
import org.keyrite.core.problem.Problem;

/** People who put a device in again that was pulled, and go on or leave. */
final class Patient extends DevicePeople {
  private static final int PATIENCE = 5;

  private final BooleanSupplier leaving;

  /**
   * People in a room.
   *
   * @param leaving whether they leave where something was refused
   */
  Patient(DeviceRoom room, List<List<char[]>> sheets, BooleanSupplier leaving) {
    super(room, sheets);
    this.leaving = leaving;
  }

  @Override
  public Way refused(Problem problem, List<Way> ways) {
    boolean leave = leaving.getAsBoolean();
    refusals.add(problem);
    room.reinsert();
    return leave || refusals.size() > PATIENCE ? new Way.Stop() : new Way.Again();
  }

  /** They were told once, and that the device is gone. */
  void requireToldOnce() {
    assertEquals(1, refusals.size(), "one sentence: " + refusals);
    assertTrue(
        refusals.getFirst() instanceof DeviceProblem.DeviceGone
            || refusals.getFirst() instanceof DeviceProblem.DeviceNotHere,
        refusals::toString);
  }
}
