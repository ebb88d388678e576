// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.rehearsal;

import java.util.List;
import org.keyrite.wizards.device.Devices;
import org.keyrite.wizards.device.Drawer;

/** The devices that made-up people have: those in readers, and those that they can put in. */
public interface RehearsalDevices extends Drawer {
  /** Those in readers. */
  Devices devices();

  /** Devices of which all are in readers. */
  static RehearsalDevices plugged(Devices devices) {
    return new RehearsalDevices() {
      @Override
      public Devices devices() {
        return devices;
      }

      @Override
      public List<String> serials() {
        return Drawer.EMPTY.serials();
      }

      @Override
      public void putIn(String serial) {
        Drawer.EMPTY.putIn(serial);
      }
    };
  }
}
