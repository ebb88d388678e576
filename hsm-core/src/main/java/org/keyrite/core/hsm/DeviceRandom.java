// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.hsm;

import org.keyrite.core.bytes.Secret;
import org.keyrite.core.command.GetChallenge;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.random.RandomSource;

/**
 * The random generator of a device, which needs no log-in. A simulated device gives bytes of this
 * machine: whoever records the source says which kind of device it was.
 */
public final class DeviceRandom implements RandomSource {
  // As much as a short command can ask for, so that it does not depend on the reader.
  private static final int BLOCK = GetChallenge.MOST_IN_SHORT;

  private final SmartCardHsm hsm;
  private final String name;

  /** The generator of this device. */
  public DeviceRandom(SmartCardHsm hsm, DeviceSerial serial) {
    this.hsm = hsm;
    this.name = "device." + serial;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(byte[] into) throws ProblemException {
    for (int offset = 0; offset < into.length; offset += BLOCK) {
      int size = Math.min(BLOCK, into.length - offset);
      int at = offset;
      try (Secret block = hsm.send(new GetChallenge(size))) {
        block.use(lent -> {
          System.arraycopy(lent, 0, into, at, size);
          return into;
        });
      }
    }
  }
}
