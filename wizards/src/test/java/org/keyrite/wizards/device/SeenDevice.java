// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.time.LocalDate;
import java.util.Random;
import org.keyrite.core.cvc.CertificateChain;
import org.keyrite.core.problem.ProblemException;
import org.keyrite.core.simulator.Identity;
import org.keyrite.core.simulator.SimulatedHsm;
import org.keyrite.core.simulator.SimulatedState;
import org.keyrite.core.simulator.StateStore;

/** What tells one simulated device from another, also from one that was made to be taken for it. */
public final class SeenDevice {
  private SeenDevice() {}

  /** Which one it is, without asking it. */
  public static DeviceIdentity of(SimulatedHsm device) {
    try {
      SimulatedState state = device.state();
      return new DeviceIdentity(
          state.identity().serial(),
          CertificateChain.parse(state.identity().certificates()).fingerprint(),
          true);
    } catch (ProblemException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A device that shows the certificates of this one, and does not have their key. */
  public static SimulatedHsm copyOf(SimulatedHsm device, LocalDate made) {
    SimulatedState real = device.state();
    Identity shown = real.identity();
    Identity copied =
        new Identity(
            shown.serial(),
            shown.firmware(),
            SimulatedState.create(new Random(4712), made).identity().key(),
            shown.authority(),
            shown.certificates());
    SimulatedState state =
        new SimulatedState(copied, real.setup(), real.files(), real.keys(), real.domains());
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(4712));
  }

  /** Another device with the same serial, certified as well as the first. */
  public static SimulatedHsm substituteOf(SimulatedHsm device, LocalDate made) {
    int number = Integer.parseInt(device.state().identity().serial().substring("SIMU".length()));
    Random other =
        new Random(4711) {
          private static final long serialVersionUID = 1L;

          @Override
          public int nextInt(int bound) {
            return bound > number ? number : super.nextInt(bound);
          }
        };
    SimulatedState state = SimulatedState.create(other, made);
    return new SimulatedHsm(state, StateStore.MEMORY, new Random(4711));
  }
}
