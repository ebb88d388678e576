// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.device;

import java.util.List;

/**
 * Devices beside the readers that the program itself can put in, because nobody else can: those
 * that exist in this program only.
 */
public interface Drawer {
  /** No such devices: people put theirs in. */
  Drawer EMPTY =
      new Drawer() {
        @Override
        public List<String> serials() {
          return List.of();
        }

        @Override
        public void putIn(String serial) {
          throw new IllegalArgumentException("no device " + serial);
        }
      };

  /** The serials of the devices that are in no reader. */
  List<String> serials();

  /**
   * Puts a device into a reader: an empty one, or that with the device that has been in longest,
   * which comes out. One that is in a reader already stays there.
   *
   * @throws IllegalArgumentException if there is no such device
   */
  void putIn(String serial);
}
