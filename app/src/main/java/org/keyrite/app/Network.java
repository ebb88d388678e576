// SPDX-License-Identifier: Apache-2.0
package org.keyrite.app;

import java.io.IOException;
import java.net.NetworkInterface;
import java.util.Collections;

/** Whether this machine is connected to anything. */
final class Network {
  private Network() {}

  /** Whether no interface but the loopback is up and has an address. */
  static boolean isOffline() {
    try {
      for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (one.isUp() && !one.isLoopback() && one.getInetAddresses().hasMoreElements()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      // Where the system does not tell, nobody is told that the machine is offline.
      return false;
    }
  }
}
