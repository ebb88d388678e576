// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.hsm.SmartCardHsm;
import org.keyrite.core.problem.ProblemException;

/**
 * What is done with a device while it stays in its reader. The device is locked when it begins and
 * when it ends.
 *
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface DeviceJob<R> {
  /** Does it. */
  R on(SmartCardHsm hsm, DeviceInfo device) throws ProblemException;
}
