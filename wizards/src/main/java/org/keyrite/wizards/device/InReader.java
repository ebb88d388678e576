// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.util.Optional;
import org.keyrite.core.hsm.DeviceInfo;
import org.keyrite.core.problem.Problem;

/** A reader and what is in it, at one moment. */
public sealed interface InReader {
  /** The name that the system gives the reader. */
  String reader();

  /** Nothing. */
  record Nothing(String reader) implements InReader {}

  /**
   * A device.
   *
   * @param proven whether it proved that it has the key of its certificate
   */
  record Device(String reader, DeviceInfo info, boolean proven) implements InReader {
    /** What it is called. */
    public String serial() {
      return info.serial().text();
    }

    /** Which one it is. */
    public DeviceIdentity identity() {
      return DeviceIdentity.of(info, proven);
    }
  }

  /** Something that is no device, or that did not answer, and why. */
  record Other(String reader, Problem problem) implements InReader {}

  /** The device, if there is one. */
  default Optional<Device> device() {
    return this instanceof Device device ? Optional.of(device) : Optional.empty();
  }
}
